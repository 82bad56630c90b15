"""The drawing above the list: lanes of marks over an axis, with the articles of each day at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, words
from timeline.core.glance import Spot
from timeline.core.interval import Interval
from timeline.web.drawing import density, focus, lanes, marks, scale, ticks
from timeline.web.drawing.density import Density
from timeline.web.drawing.focus import Focus
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

    event: Spot
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
    axis: Scale
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


def overview(events: Sequence[Spot], publications: Sequence[Interval], within: Interval | None) -> Overview | None:
    """The drawing of dated events; None where there is nothing to place."""
    dated = [event for event in events if event.date.dated]
    seen = Focus(tuple(dated)) if within else focus.focus(dated)
    axis = _axis([event.date.interval for event in seen.events], within)
    if axis is None:
        return None
    by = ticks.step(axis)
    found = lanes.lanes(seen.events, [marks.mark(event.date, event.status, axis) for event in seen.events])
    stacked, foot = _stacked(found)
    return Overview(
        label=_label(len(seen.events), len(found), axis),
        axis=axis,
        ticks=ticks.ticks(axis, by),
        headings=ticks.headings(axis, by),
        lanes=stacked,
        density=density.density(publications, axis),
        top=foot,
        outside=outside(axis, within),
        earlier=seen.earlier,
        later=seen.later,
    )


def _axis(dated: list[Interval], within: Interval | None) -> Scale | None:
    """What holds the events as far as they lie in the filter's range, and its ends where they are near."""
    if within is None:
        return scale.fitting(dated)
    inside = [part for found in dated if not (part := found.intersect(within)).empty]
    axis = scale.fitting(inside)
    if axis is None:
        return scale.fitting(dated)
    near = Interval(axis.start - axis.span, axis.end + axis.span).intersect(within)
    return axis if near.empty else scale.fitting([*inside, near])


def _stacked(found: Sequence[lanes.Lane]) -> tuple[tuple[Lane, ...], int]:
    """The lanes one under the other, and where the last one ends."""
    stacked, top = [], AXIS
    for lane in found:
        first = top + _FIRST_ROW
        drawn = tuple(Drawn(one.event, one.mark, first + one.row * _ROW) for one in lane.placed)
        stacked.append(Lane(lane.name, top, drawn))
        top = first + (lane.rows - 1) * _ROW + _FOOT
    return tuple(stacked), top


def outside(axis: Scale, within: Interval | None) -> tuple[Bar, ...]:
    """The stretches of an axis that a range leaves out."""
    if within is None:
        return ()
    before = Bar(0, axis.x(within.start), "out")
    after = Bar(axis.x(within.end), axis.width(within.end, axis.end), "out")
    return tuple(bar for bar in (before, after) if bar.width)


def _label(events: int, count: int, axis: Scale) -> str:
    marked = f"{events} event{'s' if events != 1 else ''} in {count} lane{'s' if count != 1 else ''}"
    return f"Drawing of {marked}, from {words.day(axis.start)} to {words.day(axis.end - calendar.DAY)}."
