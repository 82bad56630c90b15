"""The scale of a drawing: from civil time to per cent of its width."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, edtf
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at

_MARGIN: Final = 0.04
"""Of the span, on either side: a mark on the first day stays inside."""
_SHORTEST: Final = 6 * calendar.DAY


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of finite civil time."""

    start: float
    end: float

    @property
    def span(self) -> float:
        """Its length in seconds."""
        return self.end - self.start

    @property
    def days(self) -> int:
        """Its length in days."""
        return round(self.span / calendar.DAY)

    @property
    def first_day(self) -> str:
        """Its first day, as EDTF writes it."""
        return edtf.write(unit_at(self.start, G.DAY))

    def x(self, civil: float) -> float:
        """Per cent of the width; what lies outside, an open end too, is put on the edge."""
        inside = min(max(civil, self.start), self.end)
        return round(100 * (inside - self.start) / self.span, 2)

    def middle(self, interval: Interval) -> float:
        """Where a mark for the interval stands."""
        return round((self.x(interval.start) + self.x(interval.end)) / 2, 2)

    def width(self, start: float, end: float) -> float:
        """Per cent between two times."""
        return round(self.x(end) - self.x(start), 2)


def fitting(intervals: Iterable[Interval], shortest: float = _SHORTEST) -> Scale | None:
    """Whole days around every known end, with a margin; None where no end is known."""
    ends = [at for found in intervals for at in (found.start, found.end) if abs(at) < calendar.END]
    if not ends:
        return None
    first, last = calendar.floor(min(ends), G.DAY), calendar.ceiling(max(ends) - 1, G.DAY)
    missing = max(0.0, shortest - (last - first)) / 2
    margin = max(calendar.DAY, (last - first) * _MARGIN) + missing
    return Scale(calendar.floor(first - margin, G.DAY), calendar.ceiling(last + margin - 1, G.DAY))
