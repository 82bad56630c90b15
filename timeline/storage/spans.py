"""Events that may, or must, lie within a range, found by the index of the line and not by walking along all of it.

What may lie in [from, to) begins in it, or has begun before and reaches into it. The one lies between two places on the
line; the other is what holds the range's beginning, which the index of instants knows: what is in no hurry to end, and
what has no known beginning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, and_, false, literal, or_, select
from sqlalchemy.orm import Session

from timeline.core import calendar
from timeline.core.interval import Interval
from timeline.core.line import Match, TimelineQuery
from timeline.storage import remembered
from timeline.storage.tables import EventRow

DATED: Final = EventRow.first < calendar.END
UNDATED: Final = EventRow.first == calendar.END
"""Only where neither end is known is the place on the line behind all times."""
_WIDER: Final = 2 * calendar.DAY
"""No two clocks on Earth are further apart (UTC-12 and UTC+14)."""

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Parts:
    """The events on the line that may lie in a range, in two parts without an event in both, and which of them must."""

    begun: Condition
    """Those that begin in it."""
    reaching: Condition | None
    """The others; None where there can be none."""
    must: Condition
    """Which of those that begin in it must."""

    def asked(self, match: Match) -> tuple[Condition, ...]:
        """The parts that a match asks for."""
        if match is Match.MUST:
            return (and_(self.begun, self.must),)
        return (self.begun,) if self.reaching is None else (self.begun, self.reaching)


def of(session: Session, query: TimelineQuery) -> Parts:
    """The parts of the line that lie within what a query asks for, as core.Interval has it."""
    within = query.within
    if within is None:
        return Parts(DATED, None, literal(True))
    if not within.granularity.within_day:
        return _parts(within)
    zones = _zones(session, query.slug)
    moved = [(EventRow.zone == zone, _parts(within.seen_from(Interval(0, 1, zone=zone)))) for zone in zones]
    reaching = [and_(zone, own.reaching) for zone, own in moved if own.reaching is not None]
    return Parts(
        and_(_between(within, _WIDER), or_(false(), *(and_(zone, own.begun) for zone, own in moved))),
        and_(_near(within), or_(false(), *reaching)) if reaching else None,
        or_(false(), *(and_(zone, own.must) for zone, own in moved)),
    )


def _parts(within: Interval) -> Parts:
    """For the events of one zone."""
    if within.start == calendar.BEGINNING:
        # An event without a beginning stands on the line by its end, but may have been long before.
        late = and_(EventRow.starts == calendar.BEGINNING, EventRow.first >= within.end)
        return Parts(_between(within), and_(_near(within), late, DATED), EventRow.ends <= within.end)
    begun = and_(_between(within), EventRow.starts >= within.start)
    reaching = and_(_near(within), EventRow.starts < within.start, EventRow.ends > within.start, DATED)
    return Parts(begun, reaching, EventRow.ends <= within.end)


def _between(within: Interval, slack: int = 0) -> Condition:
    """That an event's place on the line is in a range."""
    return and_(EventRow.first >= within.start - slack, EventRow.first < within.end + slack)


def _near(within: Interval) -> Condition:
    """That an event may hold the range's beginning, or its end where it has none; with a margin, since a day is meant
    whatever the zone."""
    edge = within.start if within.start > calendar.BEGINNING else within.end
    wide = Interval(edge - _WIDER, edge + _WIDER, within.granularity, within.zone)
    return EventRow.during.bool_op("&&")(wide)


def _zones(session: Session, slug: str) -> Sequence[str]:
    """The zones of a collection's events."""
    statement = select(EventRow.zone).where(EventRow.collection_id == slug).distinct()
    return remembered.value(session, slug, ("zones",), lambda: tuple(session.scalars(statement)))
