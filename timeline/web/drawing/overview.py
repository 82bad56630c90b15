"""The drawing above the list: lanes of marks over an axis, with the articles of each day at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, words
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.web.drawing import density, focus, lanes, marks, scale, ticks
from timeline.web.drawing.density import Density
from timeline.web.drawing.marks import Bar, Mark
from timeline.web.drawing.scale import Scale
from timeline.web.drawing.ticks import Heading, Tick

AXIS: Final = 42
_NAME: Final = 14
_FIRST_ROW: Final = 29
_ROW: Final = 24
_FOOT: Final = 14
_DENSITY: Final = 52


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event's mark at its height."""

    event: Event
    mark: Mark
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane from its top line down."""

    name: str
    top: int
    drawn: tuple[Drawn, ...]

    @property
    def name_y(self) -> int:
        """The baseline of its name, which stands on a line of its own."""
        return self.top + _NAME


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the drawing prints.

    outside are the stretches that the filter leaves out; earlier and later count events too far away to be drawn.
    """

    label: str
    ticks: tuple[Tick, ...]
    headings: tuple[Heading, ...]
    lanes: tuple[Lane, ...]
    density: Density
    top: int
    outside: tuple[Bar, ...] = ()
    earlier: int = 0
    later: int = 0

    @property
    def floor(self) -> int:
        """Where the columns of the density stand."""
        return self.top + _DENSITY

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return self.floor + _FOOT


def overview(events: Sequence[Event], publications: Sequence[Interval], within: Interval | None) -> Overview | None:
    """The drawing of dated events; None where there is nothing to place."""
    seen = focus.focus([event for event in events if event.date.dated])
    dated = seen.events
    axis = _axis([event.date.interval for event in dated], within)
    if axis is None:
        return None
    by = ticks.step(axis)
    found = lanes.lanes(dated, [marks.mark(event, axis) for event in dated])
    stacked, foot = _stacked(found)
    return Overview(
        label=_label(len(dated), len(found), axis),
        ticks=ticks.ticks(axis, by),
        headings=ticks.headings(axis, by),
        lanes=stacked,
        density=density.density(publications, axis),
        top=foot,
        outside=_outside(axis, within),
        earlier=seen.earlier,
        later=seen.later,
    )


def _axis(dated: list[Interval], within: Interval | None) -> Scale | None:
    """What holds the events, and the ends of the filter as far as they lie no further from them than they span."""
    axis = scale.fitting(dated)
    if axis is None or within is None:
        return axis
    near = Interval(axis.start - axis.span, axis.end + axis.span).intersect(within)
    return axis if near.empty else scale.fitting([*dated, near])


def _stacked(found: Sequence[lanes.Lane]) -> tuple[tuple[Lane, ...], int]:
    """The lanes one under the other, and where the last one ends."""
    stacked, top = [], AXIS
    for lane in found:
        first = top + _FIRST_ROW
        drawn = tuple(Drawn(one.event, one.mark, first + one.row * _ROW) for one in lane.placed)
        stacked.append(Lane(lane.name, top, drawn))
        top = first + (lane.rows - 1) * _ROW + _FOOT
    return tuple(stacked), top


def _outside(axis: Scale, within: Interval | None) -> tuple[Bar, ...]:
    if within is None:
        return ()
    before = Bar(0, axis.x(within.start), "out")
    after = Bar(axis.x(within.end), axis.width(within.end, axis.end), "out")
    return tuple(bar for bar in (before, after) if bar.width)


def _label(events: int, count: int, axis: Scale) -> str:
    marked = f"{events} event{'s' if events != 1 else ''} in {count} lane{'s' if count != 1 else ''}"
    return f"Drawing of {marked}, from {words.day(axis.start)} to {words.day(axis.end - calendar.DAY)}."
