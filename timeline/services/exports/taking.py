"""Taking a timeline from the database and writing it, as it was at one moment."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from timeline.core.event import Event
from timeline.core.line import Sort, TimelinePage, TimelineQuery
from timeline.errors import TooLarge
from timeline.services.exports.forms import Form
from timeline.services.exports.taken import Entry, LeftOut, Taken
from timeline.services.shown import Timeline
from timeline.storage import articles, collections, lines, snapshots
from timeline.storage.database import Database, Session

Sink = Callable[[str], object]
_CHUNK: Final = 500
"""Events that are in memory at once, with the articles that they cite."""
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


def write(database: Database, query: TimelineQuery, form: Form, base: str, sink: Sink, most: int | None = None) -> None:
    """Give a sink the pieces of an export: all that the query asks for, whatever its page; NotFound, or TooLarge where
    that is more than some events."""
    with database.begin() as session:
        snapshots.hold(session)
        found = _taken(session, replace(query, after=None, limit=_CHUNK), form, base)
        if most is not None and found.given > most:
            raise TooLarge(
                f"These are {found.given:,} events, more than the {most:,} that are sent at once; narrow the filter, "
                f"or run `timeline export {query.slug} --format {form.suffix}` beside the service"
            )
        for piece in form.write(found):
            sink(piece)


def state(database: Database, slug: str) -> tuple[int, ...]:
    """Numbers that are others whenever an export of a collection, asked for in the same words, is another."""
    with database.begin() as session:
        snapshots.hold(session)
        return snapshots.state(session, slug)


def shown(found: Timeline, query: TimelineQuery, base: str) -> Taken:
    """What a page shows, to be written without asking again: its part of the line and of the shelf."""
    events = (*found.page.events, *found.shelf.events)
    newest = max((article.added for article in found.articles.values()), default=_NEVER)
    entries = [Entry(event, None, found.articles) for event in events]
    asked = found.page.total + found.shelf.total
    whole = found.collection.events + found.collection.undated
    left = LeftOut(whole - asked, elsewhere=asked - len(events))
    return Taken(found.collection, query, len(events), left, newest, base, entries)


def _taken(session: Session, query: TimelineQuery, form: Form, base: str) -> Taken:
    view = collections.get(session, query.slug)
    counts = lines.page(session, replace(query, limit=0))
    asked = counts.total + counts.undated
    left = LeftOut(view.events + view.undated - asked, *_not_carried(session, query, form, counts))
    newest = snapshots.newest(session, query.slug) or _NEVER
    return Taken(view, query, asked - left.undated - left.unplaced, left, newest, base, _entries(session, query, form))


def _not_carried(session: Session, query: TimelineQuery, form: Form, counts: TimelinePage) -> tuple[int, int]:
    """How many of the undated and of the dated a format has no place for."""
    carries = form.carries
    if carries is None:
        return 0, 0
    return counts.undated, sum(not carries(interval) for interval in snapshots.intervals(session, query))


def _entries(session: Session, query: TimelineQuery, form: Form) -> Iterator[Entry]:
    """The events that the format has a place for: those on the line in its order, then the undated by title."""
    dated = _cited(session, query, _paged(session, query, lines.page))
    if form.carries is None:
        return chain(dated, _cited(session, query, _paged(session, query, lines.undated)))
    return (entry for entry in dated if form.carries(entry.event.date.interval))


def _paged(
    session: Session, query: TimelineQuery, read: Callable[[Session, TimelineQuery], TimelinePage]
) -> Iterator[tuple[Event, ...]]:
    """All events of a list, some at a time."""
    while True:
        found = read(session, query)
        yield found.events
        if found.after is None:
            return
        query = replace(query, after=found.after)


def _cited(session: Session, query: TimelineQuery, pages: Iterator[tuple[Event, ...]]) -> Iterator[Entry]:
    """Events with their articles and, on the line, with the next: the last of some waits for the first of more."""
    waiting: Entry | None = None
    for events in pages:
        ids = {report.article for event in events for report in event.reports}
        known = {article.id: article for article in articles.listed(session, query.slug, ids)}
        for event in events:
            if waiting:
                yield replace(waiting, after=event if event.date.dated and query.sort is Sort.TIME else None)
            waiting = Entry(event, None, known)
    if waiting:
        yield waiting
