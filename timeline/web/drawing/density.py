"""Density: how many articles appeared in each day, or in a longer unit where days would be hairs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.web.drawing.scale import Scale

HEIGHT: Final = 36
_MOST: Final = 120
_SHARE: Final = 0.8
"""Of its unit's width, so that neighbours stay apart."""
_WIDEST: Final = 2.4
"""Per cent: where a few days fill the drawing, columns and not blocks."""
_UNITS: Final = ((G.DAY, 1), (G.WEEK, 7), (G.MONTH, 31), (G.YEAR, 366))


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands on the axis."""

    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Density:
    """Columns by unit; busiest is the fullest unit and its count."""

    unit: G
    columns: tuple[Column, ...]
    busiest: tuple[Interval, int] | None


def density(publications: Iterable[Interval], scale: Scale) -> Density:
    """What is dated to the unit is counted; heights are linear to the fullest unit."""
    unit = next((unit for unit, days in _UNITS if scale.span / (days * calendar.DAY) <= _MOST), G.DECADE)
    inside = (found for found in publications if found.bounded and scale.start <= found.start < scale.end)
    counts = Counter(calendar.floor(found.start, unit) for found in inside if _fits(found, unit))
    if not counts:
        return Density(unit, (), None)
    fullest, most = max(counts.items(), key=lambda item: (item[1], -item[0]))
    columns = tuple(_column(scale, at, unit, HEIGHT * n / most) for at, n in sorted(counts.items()))
    return Density(unit, columns, (Interval(fullest, calendar.ceiling(fullest, unit), unit), most))


def _fits(found: Interval, unit: G) -> bool:
    return found.end <= calendar.ceiling(found.start, unit)


def _column(scale: Scale, at: float, unit: G, height: float) -> Column:
    room = scale.width(at, calendar.ceiling(at, unit))
    width = min(max(room * _SHARE, 0.2), _WIDEST)
    return Column(round(scale.x(at) + (room - width) / 2, 2), round(width, 2), round(height, 1))
