"""Timelines: pages of a collection's events in their order, the undated beside them, its key dates, or all at once."""

from dataclasses import replace
from typing import Final

from timeline.chronology import key_dates
from timeline.core.event import Event
from timeline.core.line import Match, Position, Sort, TimelinePage, TimelineQuery
from timeline.errors import Invalid, NotFound
from timeline.storage import collections, events, lines, ranking, snapshots
from timeline.storage.database import Database, Session

__all__ = [
    "Match",
    "Position",
    "Sort",
    "TimelinePage",
    "TimelineQuery",
    "all_pages",
    "exists",
    "key_page",
    "page",
    "top",
    "undated",
    "whole",
]

LONGEST_PAGE: Final = 1000


def page(database: Database, query: TimelineQuery) -> TimelinePage:
    """The events on the line that the query asks for; NotFound for the collection, Invalid for the limit."""
    with database.begin() as session:
        snapshots.hold(session)
        _checked(session, query)
        return lines.page(session, query)


def all_pages(database: Database, query: TimelineQuery) -> TimelinePage:
    """All pages as one, whatever its position and limit; NotFound for the collection."""
    asked = replace(query, after=None, limit=LONGEST_PAGE)
    with database.begin() as session:
        snapshots.hold(session)
        exists(session, query.slug)
        page = first = lines.page(session, asked)
        events = [*first.events]
        while page.after is not None:
            page = lines.page(session, replace(asked, after=page.after))
            events += page.events
    return replace(first, events=tuple(events), after=None)


def undated(database: Database, query: TimelineQuery) -> TimelinePage:
    """The events that have no date at all, by title, under the same filters; within and match do not count."""
    with database.begin() as session:
        snapshots.hold(session)
        _checked(session, query)
        return lines.undated(session, query)


def top(database: Database, query: TimelineQuery, count: int) -> TimelinePage:
    """The count key dates among the events that the query asks for, as events in the order of time; NotFound for the
    collection. There are no pages: after and limit do not count."""
    with database.begin() as session:
        snapshots.hold(session)
        exists(session, query.slug)
        return key_page(session, query, count)


def key_page(session: Session, query: TimelineQuery, count: int) -> TimelinePage:
    """The same within a transaction; counts are of all that the query asks for."""
    if count < 1:
        raise Invalid(f"top is 1 or more, not {count}", field="top")
    page = lines.page(session, replace(query, after=None, limit=0))
    published = ranking.published(session, query.slug)
    keys = key_dates.choose(ranking.outlines(session, query), published, count, query.within)
    found = ranking.chosen(session, query.slug, [key.outline.id for key in keys])
    return replace(page, events=found, ranks=tuple(key.rank for key in keys))


def whole(database: Database, slug: str) -> tuple[Event, ...]:
    """All events of a collection: those on the line in its order, then the undated by title; NotFound."""
    with database.begin() as session:
        exists(session, slug)
        return events.whole(session, slug)


def _checked(session: Session, query: TimelineQuery) -> None:
    if not 1 <= query.limit <= LONGEST_PAGE:
        raise Invalid(f"limit is 1 to {LONGEST_PAGE}, not {query.limit}", field="limit")
    exists(session, query.slug)


def exists(session: Session, slug: str) -> None:
    """NotFound where there is no such collection."""
    if not collections.exists(session, slug):
        raise NotFound(f"There is no collection {slug!r}.", field="collection")
