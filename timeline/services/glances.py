"""A timeline at a glance: its events where they are few enough to be drawn one by one, else their counts."""

from dataclasses import replace
from typing import Final

from timeline.core import calendar
from timeline.core.glance import Counted, Glance, Lanes
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.line import Sort, TimelineQuery
from timeline.storage import glances, remembered, snapshots
from timeline.storage.database import Database, Session

MOST: Final = 200
"""Events that are drawn one by one; a mark for each of more would be a blur."""
PARTS: Final = 120
_EDGE: Final = 0.005
"""The share of events on either side that may lie far from all others."""
_GAIN: Final = 4
"""Leaving the few far events out has to stretch the rest by this factor."""


def of(database: Database, query: TimelineQuery, lanes: Lanes = Lanes.ACTOR) -> Glance:
    """Everything on the line that a query asks for, whatever its page, order and limit; the collection exists."""
    asked = replace(query, after=None, limit=0, sort=Sort.TIME)
    with database.begin() as session:
        snapshots.hold(session)
        spots = glances.spots(session, asked, lanes, MOST + 1)
        if len(spots) <= MOST:
            return Glance(spots, None, glances.published(session, query.slug))
        question = ("glance", asked, lanes)
        return Glance((), remembered.value(session, query.slug, question, lambda: _counted(session, asked, lanes)), ())


def _counted(session: Session, query: TimelineQuery, lanes: Lanes) -> Counted:
    span = _span(session, query)
    lane_names, bins = glances.binned(session, query, lanes, span, PARTS)
    inside = {key: found for key, found in bins.items() if 0 <= key[1] < PARTS}
    return Counted(
        span.start,
        span.end,
        PARTS,
        lane_names,
        inside,
        sum(found.events for (_, at), found in bins.items() if at < 0),
        sum(found.events for (_, at), found in bins.items() if at >= PARTS),
    )


def _span(session: Session, query: TimelineQuery) -> Interval:
    """Whole days: nearly all events, in the range asked for."""
    found = bulk(session, query, _EDGE)
    assert found is not None, "there are many events"
    if query.within and not (within := found.intersect(query.within)).empty:
        found = within
    return Interval(calendar.floor(found.start, G.DAY), calendar.ceiling(found.end - 1, G.DAY))


def bulk(session: Session, query: TimelineQuery, edge: float) -> Interval | None:
    """Where the events of a query begin, without a share on either side if that stretches the rest; None for none."""
    ends = glances.ends(session, query, edge)
    if ends is None:
        return None
    first, low, high, last = ends
    if (last - first) < _GAIN * max(high - low, calendar.DAY):
        low, high = first, last
    return Interval(calendar.floor(low, G.DAY), calendar.floor(max(low, high), G.DAY) + calendar.DAY)
