"""The units of the calendar from which a long timeline can be read on: years, in one of them months, in one days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.line import Sort, TimelineQuery
from timeline.storage import glances, remembered, snapshots
from timeline.storage.database import Database, Session

_COARSE: Final = (G.YEAR, G.DECADE, G.CENTURY)
_FINER: Final[Mapping[G, G]] = {G.CENTURY: G.DECADE, G.DECADE: G.YEAR, G.YEAR: G.MONTH, G.MONTH: G.DAY}
_MOST: Final = 60
"""Units of one level: sixty years, else decades or centuries. What spans more of these has no jumps."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A unit of the calendar, how many events of a query begin in it, and whether a page begins there."""

    unit: Interval
    events: int
    here: bool = False


def of(database: Database, query: TimelineQuery, at: float, room: int) -> tuple[tuple[Jump, ...], ...]:
    """Levels of units, for a page that begins at a time: a unit with more events than a page has room for has a finer
    level, so that every page can be reached. Units in which nothing begins are left out, and levels of one unit."""
    asked = replace(query, after=None, limit=0, sort=Sort.TIME)
    with database.begin() as session:
        snapshots.hold(session)
        levels = _levels(session, asked, at, room)
        return tuple(level for level in levels if len(level) > 1)


def _levels(session: Session, query: TimelineQuery, at: float, room: int) -> Iterator[tuple[Jump, ...]]:
    stretch = _stretch(session, query)
    while stretch:
        units = _counted(session, query, *stretch)
        yield tuple(replace(one, here=_holds(one.unit, at)) for one in units)
        here = next((one for one in units if _holds(one.unit, at) and one.events > room), None)
        finer = _FINER.get(stretch[1])
        stretch = (here.unit, finer) if here and finer else None


def _holds(unit: Interval, at: float) -> bool:
    return unit.start <= at < unit.end


def _stretch(session: Session, query: TimelineQuery) -> tuple[Interval, G] | None:
    """Where the events of a query begin, and the finest unit of which that has not too many."""
    ends = remembered.value(session, query.slug, ("ends", query), lambda: glances.ends(session, query, 0.0))
    if ends is None:
        return None
    first, last = ends[0], ends[-1]
    unit = next((unit for unit in _COARSE if len(list(_edges(first, last, unit))) <= _MOST), None)
    return (Interval(first, last + 1), unit) if unit else None


def _counted(session: Session, query: TimelineQuery, span: Interval, unit: G) -> tuple[Jump, ...]:
    """The units of a span in which events begin."""
    edges = tuple(_edges(span.start, span.end - 1, unit))

    def ask() -> tuple[int, ...]:
        return glances.begun(session, query, edges)

    counts = remembered.value(session, query.slug, ("jumps", query, edges), ask)
    return tuple(Jump(unit_at(start, unit), n) for (start, _), n in zip(pairwise(edges), counts, strict=True) if n)


def _edges(first: float, last: float, unit: G) -> Iterator[float]:
    """Where the units from one time to another begin, and where the last of them ends; no more than would be used."""
    at = calendar.floor(first, unit)
    for _ in range(_MOST + 1):
        yield at
        if at > last:
            return
        at = calendar.ceiling(at, unit)
