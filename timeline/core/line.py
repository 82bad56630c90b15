"""Questions to a timeline and pages of it, on one total order: Event.date.order, then the title, then the id."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.mention import Status


class Match(StrEnum):
    """How an event's interval has to lie to the one asked for."""

    MAY = "may"
    """They overlap: the event may have been then."""
    MUST = "must"
    """The event's lies inside: it was certainly then."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the order, just behind an event."""

    first: float
    last: float
    title: str
    id: str


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Which events of a collection, and how many from where; what is empty or None does not narrow.

    q is a search in the words of a web search engine, in the titles and the reporting sentences; entity and source are
    whole names, in upper or lower case.
    """

    slug: str
    within: Interval | None = None
    match: Match = Match.MAY
    q: str = ""
    entity: str = ""
    source: str = ""
    status: Status | None = None
    after: Position | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Events in order, the position behind the last if more follow, and counts over all pages.

    total counts the events of this list, undated those without any date under the same filters, and possible those that
    may lie within the interval asked for without being certain to. Where only key dates were asked for, ranks has how
    much each of their events matters, 1 the most, and no others follow.
    """

    events: tuple[Event, ...]
    after: Position | None
    total: int
    undated: int
    possible: int
    ranks: tuple[int, ...] = ()
