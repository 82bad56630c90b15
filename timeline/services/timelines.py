"""Timelines: pages of a collection's events in their order, the undated beside them, or all at once."""

from typing import Final

from timeline.core.event import Event
from timeline.core.line import Match, Position, TimelinePage, TimelineQuery
from timeline.errors import Invalid, NotFound
from timeline.storage import collections, events, lines
from timeline.storage.database import Database, Session

__all__ = ["Match", "Position", "TimelinePage", "TimelineQuery", "page", "undated", "whole"]

LONGEST_PAGE: Final = 1000


def page(database: Database, query: TimelineQuery) -> TimelinePage:
    """The events on the line that the query asks for; NotFound for the collection, Invalid for the limit."""
    with database.begin() as session:
        _checked(session, query)
        return lines.page(session, query)


def undated(database: Database, query: TimelineQuery) -> TimelinePage:
    """The events that have no date at all, by title, under the same filters; within and match do not count."""
    with database.begin() as session:
        _checked(session, query)
        return lines.undated(session, query)


def whole(database: Database, slug: str) -> tuple[Event, ...]:
    """All events of a collection: those on the line in its order, then the undated by title; NotFound."""
    with database.begin() as session:
        _exists(session, slug)
        return events.whole(session, slug)


def _checked(session: Session, query: TimelineQuery) -> None:
    if not 1 <= query.limit <= LONGEST_PAGE:
        raise Invalid(f"limit is 1 to {LONGEST_PAGE}, not {query.limit}", field="limit")
    _exists(session, query.slug)


def _exists(session: Session, slug: str) -> None:
    if not collections.exists(session, slug):
        raise NotFound(f"There is no collection {slug!r}.", field="collection")
