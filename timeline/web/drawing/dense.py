"""The drawing of more events than can be told apart: in each lane a bar for each part of the span.

Bars are paths in units of their own, a part wide and as high as the lane, which the page stretches to its width.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, words
from timeline.core.glance import Bin, Counted
from timeline.core.interval import Interval
from timeline.web.drawing import overview, ticks
from timeline.web.drawing.lanes import OTHERS
from timeline.web.drawing.marks import Bar
from timeline.web.drawing.scale import Scale
from timeline.web.drawing.ticks import Heading, Tick

BARS: Final = 34
"""Pixels of the highest bar of a lane."""
_NAME: Final = 14
_LANE: Final = 52
_SIDE: Final = 0.12
"""Of a part, on either side of its bar."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of a lane as paths: full for certain events, hollow on top for the others; clashes are at x."""

    name: str
    top: int
    full: str
    hollow: str
    clashes: tuple[float, ...]

    @property
    def name_y(self) -> int:
        """The baseline of its name."""
        return self.top + _NAME

    @property
    def bars_y(self) -> int:
        """Where its bars begin."""
        return self.top + _LANE - BARS


@dataclass(frozen=True, slots=True)
class Dense:
    """Everything that the drawing prints; the last lane has all events."""

    label: str
    axis: Scale
    parts: int
    ticks: tuple[Tick, ...]
    headings: tuple[Heading, ...]
    lanes: tuple[Lane, ...]
    outside: tuple[Bar, ...]
    earlier: int
    later: int

    @property
    def floor(self) -> int:
        """Where the columns of the last lane stand."""
        return overview.AXIS + _LANE * len(self.lanes)

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return self.floor + _NAME


def dense(counted: Counted, within: Interval | None) -> Dense:
    """The drawing of counts."""
    axis = Scale(counted.start, counted.end)
    by = ticks.step(axis)
    found = tuple(_lanes(counted))
    total = sum(one.events for one in counted.bins.values())
    return Dense(
        label=_label(total, axis),
        axis=axis,
        parts=counted.parts,
        ticks=ticks.ticks(axis, by),
        headings=ticks.headings(axis, by),
        lanes=found,
        outside=overview.outside(axis, within),
        earlier=counted.earlier,
        later=counted.later,
    )


def _lanes(counted: Counted) -> Iterator[Lane]:
    names = [name for name in (*counted.lanes, "") if any(lane == name for lane, _ in counted.bins)]
    by_lane = {name: {at: one for (lane, at), one in counted.bins.items() if lane == name} for name in names}
    most = max((one.events for bins in by_lane.values() for one in bins.values()), default=1)
    for row, (name, bins) in enumerate(by_lane.items()):
        yield _lane(name or OTHERS, row, bins, most, counted.parts)
    whole = _summed(by_lane.values())
    most = max((one.events for one in whole.values()), default=1)
    yield _lane("Events, all lanes", len(by_lane), whole, most, counted.parts)


def _summed(lanes: Iterable[Mapping[int, Bin]]) -> dict[int, Bin]:
    """All lanes in one, in which every event is full."""
    found: dict[int, int] = {}
    for lane in lanes:
        for at, one in lane.items():
            found[at] = found.get(at, 0) + one.events
    return {at: Bin(events, 0, 0) for at, events in found.items()}


def _lane(name: str, row: int, bins: Mapping[int, Bin], most: int, parts: int) -> Lane:
    """A lane; heights are linear to the fullest part of any."""
    unit = BARS / most
    full = "".join(_box(at, 0, one.certain * unit) for at, one in sorted(bins.items()) if one.certain)
    hollow = "".join(
        _box(at, one.certain * unit, one.events * unit) for at, one in sorted(bins.items()) if one.uncertain
    )
    clashes = tuple(round(100 * (at + 0.5) / parts, 2) for at, one in sorted(bins.items()) if one.contradicted)
    return Lane(name, overview.AXIS + row * _LANE, full, hollow, clashes)


def _box(at: int, low: float, high: float) -> str:
    """A rectangle from one height to another, at least a pixel high, measured from the foot of the lane."""
    high = max(high, low + 1)
    return f"M{at + _SIDE:.2f} {BARS - low:.1f}V{BARS - high:.1f}h{1 - 2 * _SIDE:.2f}V{BARS - low:.1f}z"


def _label(events: int, axis: Scale) -> str:
    span = f"from {words.day(axis.start)} to {words.day(axis.end - calendar.DAY)}"
    return f"Drawing of {events:,} events counted in {len(ticks.ticks(axis, ticks.step(axis)))} steps, {span}."
