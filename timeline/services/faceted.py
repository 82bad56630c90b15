"""By what a timeline could be narrowed, and what its collection names."""

from dataclasses import replace
from typing import Final

from timeline.core import calendar
from timeline.core.facet import Facets, Period
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.line import Sort, TimelineQuery
from timeline.services import timelines
from timeline.storage import facets, lines, remembered, snapshots
from timeline.storage.database import Database, Session

_UNITS: Final = (G.DAY, G.MONTH, G.YEAR, G.DECADE, G.CENTURY)
_PERIODS: Final = 62
"""At most: two months of days, five years of months."""


def of(database: Database, query: TimelineQuery, most: int) -> Facets:
    """The facets of a query, whatever its order and page, with so many names of each kind; NotFound."""
    asked = replace(query, sort=Sort.TIME, after=None, limit=0)
    with database.begin() as session:
        snapshots.hold(session)
        timelines.exists(session, query.slug)
        return remembered.value(session, query.slug, ("facets", asked, most), lambda: _counted(session, asked, most))


def _counted(session: Session, query: TimelineQuery, most: int) -> Facets:
    kinds, names = facets.kinds(session, query), facets.names(session, query, most)
    return Facets(
        total=lines.page(session, query).total,
        statuses=kinds["status"],
        precisions=kinds["precision"],
        origins=kinds["min_origins"],
        sources=names["source"],
        entities=names["entity"],
        places=names["place"],
        periods=_periods(session, query),
    )


def _periods(session: Session, query: TimelineQuery) -> tuple[Period, ...]:
    """The calendar's units in which the events of a query lie, the finest of which there are not too many."""
    ends = facets.ends(session, query)
    if ends is None:
        return ()
    span = Interval(ends[0], max(ends[1], ends[0] + 1))
    if query.within and not (inside := span.intersect(replace(query.within, granularity=G.INTERVAL))).empty:
        span = inside
    units = next((found for unit in _UNITS if (found := _units(span, unit))), ())
    edges = [*(unit.start for unit in units), *(unit.end for unit in units[-1:])]
    numbers = facets.between(session, replace(query, within=None), edges) if units else ()
    return tuple(Period(unit, number) for unit, number in zip(units, numbers, strict=True))


def _units(span: Interval, unit: G) -> tuple[Interval, ...]:
    """Those in which the span lies; none where they are too many."""
    found = [unit_at(span.start, unit)]
    while found[-1].end < min(span.end, calendar.END) and len(found) <= _PERIODS:
        found.append(unit_at(found[-1].end, unit))
    return tuple(found) if len(found) <= _PERIODS else ()
