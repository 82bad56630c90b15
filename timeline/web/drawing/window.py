"""The stretch of time that a drawing looks at, and the stretches to which one may turn from there."""

from dataclasses import dataclass
from typing import Final

from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.web.drawing.scale import Scale

_SHORTEST: Final = 2 * calendar.DAY


@dataclass(frozen=True, slots=True)
class Turn:
    """A way to another stretch; None is the whole span."""

    label: str
    key: str
    to: Interval | None


def turns(axis: Scale, within: Interval | None, whole: Interval) -> tuple[Turn, ...]:
    """Where one may go: to both sides and wider only from a range, closer as long as there are days to tell apart.

    whole is the span of the collection.
    """
    seen = Interval(axis.start, axis.end)
    found = [] if within is None else _sides(cut := _cut(seen, within), whole)
    quarter = (seen.end - seen.start if within is None else cut.end - cut.start) / 4
    middle = seen if within is None else cut
    closer = _days(middle.start + quarter, middle.end - quarter)
    if _SHORTEST <= closer.end - closer.start < middle.end - middle.start:
        found.append(Turn("Closer", "+", closer))
    if within is not None:
        found += _wider(cut, whole)
    return tuple(found)


def _cut(seen: Interval, within: Interval) -> Interval:
    found = seen.intersect(within)
    return seen if found.empty else found


def _sides(seen: Interval, whole: Interval) -> list[Turn]:
    half = max(calendar.DAY, (seen.end - seen.start) / 2)
    found = []
    if seen.start > whole.start:
        found.append(Turn("Earlier", "ArrowLeft", _days(seen.start - half, seen.end - half)))
    if seen.end < whole.end:
        found.append(Turn("Later", "ArrowRight", _days(seen.start + half, seen.end + half)))
    return found


def _wider(seen: Interval, whole: Interval) -> list[Turn]:
    half = (seen.end - seen.start) / 2
    wider = _days(seen.start - half, seen.end + half)
    covered = wider.start <= whole.start and wider.end >= whole.end
    return [*([] if covered else [Turn("Wider", "-", wider)]), Turn("Whole span", "0", None)]


def _days(start: float, end: float) -> Interval:
    """Whole days around both ends."""
    return Interval(calendar.floor(start, G.DAY), calendar.ceiling(end - 1, G.DAY))
