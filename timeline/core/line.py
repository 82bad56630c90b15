"""Questions to a timeline and pages of it, each on one of a few total orders."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.mention import Status
from timeline.core.precision import Precision


class Match(StrEnum):
    """How an event's interval has to lie to the one asked for."""

    MAY = "may"
    """They overlap: the event may have been then."""
    MUST = "must"
    """The event's lies inside: it was certainly then."""


class Sort(StrEnum):
    """A total order of the events on the line: no two events have the same place in it."""

    TIME = "time"
    """Event.date.order, then the title, then the id."""
    BACKWARDS = "-time"
    """The same from its end."""
    CORROBORATION = "corroboration"
    """Those with most independent origins first, of these those with most articles, then as TIME."""
    ARRIVAL = "arrival"
    """Those that were first reported to the service last come first; an event keeps its place for ever."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in an order, just behind an event: what the order compares of it."""

    at: tuple[float | str, ...]


@dataclass(frozen=True, slots=True)
class TimelineQuery:
    """Which events of a collection, in which order, and how many from where; what is empty or None does not narrow.

    q is a search in the words of a web search engine, in the titles and the reporting sentences; entity, source and
    place (an entity that is a place) are whole names, in upper or lower case.
    """

    slug: str
    within: Interval | None = None
    match: Match = Match.MAY
    q: str = ""
    entity: str = ""
    source: str = ""
    status: Status | None = None
    place: str = ""
    min_origins: int = 1
    precision: Precision | None = None
    sort: Sort = Sort.TIME
    after: Position | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Events in order, the position behind the last if more follow, and counts over all pages.

    total counts the events of this list, undated those without any date under the same filters, and possible those that
    may lie within the interval asked for without being certain to. Where only key dates were asked for, ranks has how
    much each of their events matters, 1 the most, and no others follow. version is another whenever an event of the
    collection is: pages of one version are of one state.
    """

    events: tuple[Event, ...]
    after: Position | None
    total: int
    undated: int
    possible: int
    ranks: tuple[int, ...] = ()
    version: int = 0
