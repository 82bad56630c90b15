"""Correcting what is known, and what changes because of it: the same work, whether it is kept or only shown."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from timeline.core.interval import Interval
from timeline.services import rebuild
from timeline.storage import collections, dated, stories
from timeline.storage.database import Database, Session
from timeline.storage.dated import Dated as Dated
from timeline.storage.dated import Published
from timeline.storage.pauses import uncollected


@dataclass(frozen=True, slots=True)
class By:
    """Who corrects, why, and when."""

    who: str
    why: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Republished:
    """An article that appeared at another time than it was thought to; before is None where that was not derived."""

    article: str
    title: str
    before: Interval | None
    after: Interval


@dataclass(frozen=True, slots=True)
class Redated:
    """An event with another date, certainty or number of origins. before is None for one that is new, after for one
    that is gone, which may have become one with another: merged is the other's id."""

    event: str
    title: str
    before: Dated | None
    after: Dated | None
    merged: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a correction changes: articles by id, events in the order of the line, those that are gone last."""

    articles: tuple[Republished, ...]
    events: tuple[Redated, ...]


def _nothing(_session: Session) -> None:
    """What is done where nothing else is to be read."""


def revise(
    database: Database,
    slug: str,
    correct: Callable[[Session], Collection[str]],
    *,
    dry_run: bool = False,
    then: Callable[[Session], None] = _nothing,
) -> Changes:
    """Correct something, derive all that depends on it, and tell what changed; nothing of it is kept in a dry run.

    correct does it and gives the articles concerned; then reads what has come of it. NotFound where there is no such
    collection.
    """
    with database.begin() as session, uncollected():
        collections.lock(session, slug)
        rebuild.rebuild(session, slug)
        published, happened = dated.publications(session, slug), dated.events(session, slug)
        for article in correct(session):
            stories.mark(session, slug, article)
        collections.changed(session, slug)
        rebuild.rebuild(session, slug)
        now = dated.publications(session, slug)
        after, merged = dated.events(session, slug), dated.merged(session, slug)
        then(session)
        if dry_run:
            session.rollback()
    return Changes(tuple(_republished(published, now)), tuple(_redated(happened, after, merged)))


def _republished(before: Mapping[str, Published], after: Mapping[str, Published]) -> Iterator[Republished]:
    for article, now in after.items():
        old = before[article].interval if article in before else None
        if old != now.interval and not (now.interval.unknown and (old is None or old.unknown)):
            yield Republished(article, now.title, old, now.interval)


def _redated(before: Mapping[str, Dated], after: Mapping[str, Dated], merged: Mapping[str, str]) -> Iterator[Redated]:
    for event, now in after.items():
        old = before.get(event)
        if old is None or _shown(old) != _shown(now):
            yield Redated(event, now.title, old, now)
    for event, old in before.items():
        if event not in after:
            yield Redated(event, old.title, old, None, merged.get(event))


def _shown(event: Dated) -> tuple[object, ...]:
    """What is compared. A day stays the same day, in whichever zone it was."""
    at = event.interval
    zone = at.zone if at.granularity.within_day else ""
    claimed = tuple((one.start, one.end) for one in event.claimed)
    return at.start, at.end, at.granularity, zone, claimed, event.certainty, event.origins
