"""The ticks of an axis: hours, days, Mondays, months, quarters, years; the finest with at most twelve labels."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from timeline.core import calendar, words
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.web.drawing.scale import Scale

MOST: Final = 12
_MOST_YEARS: Final = 8
"""A year takes the room of two days."""
_NARROW: Final = 9.0
"""Per cent that a month's three letters need on a phone."""
_WIDE: Final = 17.0
"""Per cent that a month with its year needs on a tablet; below that width such words are left out altogether."""


@dataclass(frozen=True, slots=True)
class Step:
    """A distance between ticks: so many units, under headings of a larger unit."""

    unit: G
    count: int
    heading: G | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with a label, and the stretch that it begins; fine says that a phone has no room for the label."""

    x: float
    label: str
    width: float
    span: Interval
    fine: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The name over a stretch of ticks; rest is what a narrow drawing leaves out, ruled whether a line begins it."""

    x: float
    label: str
    rest: str
    ruled: bool
    width: float
    span: Interval


STEPS: Final = (
    Step(G.HOUR, 1, G.DAY), Step(G.HOUR, 3, G.DAY), Step(G.HOUR, 6, G.DAY), Step(G.DAY, 1, G.MONTH),
    Step(G.WEEK, 1, G.MONTH), Step(G.WEEK, 2, G.MONTH), Step(G.MONTH, 1, G.YEAR), Step(G.QUARTER, 1, G.YEAR),
    Step(G.YEAR, 1, None), Step(G.YEAR, 2, None), Step(G.YEAR, 5, None), Step(G.DECADE, 1, None),
    Step(G.DECADE, 2, None), Step(G.DECADE, 5, None), Step(G.CENTURY, 1, None),
)  # fmt: skip
_LENGTHS: Final = {
    G.HOUR: calendar.HOUR, G.DAY: calendar.DAY, G.WEEK: 7 * calendar.DAY, G.MONTH: 30.4 * calendar.DAY,
    G.QUARTER: 91.3 * calendar.DAY, G.YEAR: 366 * calendar.DAY, G.DECADE: 3652 * calendar.DAY,
    G.CENTURY: 36524 * calendar.DAY,
}  # fmt: skip


def step(scale: Scale, most: int = MOST) -> Step:
    """The finest step that gives at most so many ticks."""
    fits = (s for s in STEPS if scale.span / (_LENGTHS[s.unit] * s.count) <= _room(s, most))
    ages = math.ceil(scale.span / (_LENGTHS[G.CENTURY] * _MOST_YEARS))
    return next(fits, Step(G.CENTURY, ages, None))


def _room(step: Step, most: int) -> int:
    return most if step.heading or step.count == 1 else min(most, _MOST_YEARS)


def ticks(scale: Scale, by: Step) -> tuple[Tick, ...]:
    """A tick at each step inside the scale, labelled by what its heading does not say."""
    found = [_tick(scale, at, by) for at in times(scale, by)]
    long = by.heading is None and len(found) > _MOST_YEARS
    return tuple(replace(tick, fine=long and i % 2 == 1) for i, tick in enumerate(found))


def _tick(scale: Scale, at: float, by: Step) -> Tick:
    until = calendar.add(at, by.count, by.unit)
    span = unit_at(at, by.unit) if by.count == 1 else Interval(at, until)
    return Tick(scale.x(at), _label(at, by.unit), scale.width(at, until), span)


def times(scale: Scale, by: Step) -> Iterator[float]:
    """The steps that fall inside the scale; weeks begin on Mondays, several years at round ones."""
    at = calendar.floor(scale.start, by.unit)
    at = at if by.unit is not G.YEAR else float(calendar.at(_rounded(calendar.fields(at)[0], by.count)))
    while at < scale.end:
        if at >= scale.start:
            yield at
        at = calendar.add(at, by.count, by.unit)


def headings(scale: Scale, by: Step) -> tuple[Heading, ...]:
    """The larger units over the ticks; one that has no room for its name keeps its line."""
    if by.heading is None:
        return ()
    starts = [scale.start, *times(scale, Step(by.heading, 1, None))]
    edges = [*dict.fromkeys(starts), scale.end]
    return tuple(_heading(scale, a, b, by.heading) for a, b in pairwise(edges))


def _heading(scale: Scale, start: float, end: float, unit: G) -> Heading:
    width, whole = scale.width(start, end), _name(start, unit)
    short = whole[:3] if unit is G.MONTH else whole
    label, rest = (short, whole[len(short) :]) if width >= _WIDE else (short, "") if width >= _NARROW else ("", "")
    return Heading(scale.x(start), label, rest, start > scale.start, width, unit_at(start, unit))


def _name(at: float, unit: G) -> str:
    if unit is G.MONTH:
        return words.month(at)
    return words.year(calendar.fields(at)[0]) if unit is G.YEAR else words.day(at).rpartition(" ")[0]


def _label(at: float, unit: G) -> str:
    year, month, day, hour, *_ = calendar.fields(at)
    if unit is G.HOUR:
        return f"{hour:02}"
    if unit in {G.DAY, G.WEEK}:
        return str(day)
    return words.MONTHS[month - 1][:3] if unit in {G.MONTH, G.QUARTER} else words.year(year)


def _rounded(year: int, count: int) -> int:
    return year // count * count
