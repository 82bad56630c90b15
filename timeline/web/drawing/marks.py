"""The mark of an event: a disc for a day, a bar for a span, diamonds for claimed days, a fade to an end not known."""

from dataclasses import dataclass
from typing import Final

from timeline.core import calendar
from timeline.core.event import Certainty, EventDate
from timeline.core.interval import Interval
from timeline.core.mention import Status
from timeline.web.drawing.scale import Scale

FADE: Final = 10 * calendar.DAY
"""How far a bar fades towards an end that is not known."""
_SOLID: Final = 6 * calendar.DAY
"""How long a known beginning stays solid before it fades to the edge."""
_LEAST: Final = 1.2
"""Per cent below which a bar would be a speck and is drawn as a day."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A symbol of the page's definitions, at x."""

    symbol: str
    x: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar; fill is 'full', 'hollow', 'fade-r' or 'fade-l'."""

    x: float
    width: float
    fill: str


@dataclass(frozen=True, slots=True)
class Link:
    """The line that joins claimed days."""

    x: float
    to: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for an event: bars under glyphs, and the middle on which a finger lands."""

    middle: float
    first: float
    last: float
    bars: tuple[Bar, ...] = ()
    glyphs: tuple[Glyph, ...] = ()
    links: tuple[Link, ...] = ()


def mark(date: EventDate, status: Status, scale: Scale) -> Mark:
    """The mark of an event that has a date."""
    if date.claimed:
        return _claimed(date.claimed, scale)
    drawn = drawing(date.interval, date.certainty, scale)
    planned = status is Status.PLANNED and not drawn.bars
    if planned or status is Status.DENIED:
        glyphs = (Glyph(status.value, drawn.middle),)
        return Mark(drawn.middle, drawn.first, drawn.last, drawn.bars, glyphs)
    return drawn


def drawing(interval: Interval, certainty: Certainty, scale: Scale) -> Mark:
    """An interval that is dated at least at one end."""
    if interval.end == calendar.END:
        return _since(interval, certainty, scale)
    if interval.start == calendar.BEGINNING:
        return _until(interval, scale)
    width = scale.width(interval.start, interval.end)
    if interval.end - interval.start <= calendar.DAY or width < _LEAST:
        x = scale.middle(interval)
        return Mark(x, x, x, glyphs=(Glyph(certainty.value, x),))
    fill = "full" if certainty is Certainty.CERTAIN else "hollow"
    bar = Bar(scale.x(interval.start), width, fill)
    return Mark(scale.middle(interval), bar.x, round(bar.x + width, 2), (bar,))


def _claimed(claimed: tuple[Interval, ...], scale: Scale) -> Mark:
    xs = sorted({scale.middle(found) for found in claimed})
    middle = round((xs[0] + xs[-1]) / 2, 2)
    return Mark(middle, xs[0], xs[-1], (), tuple(Glyph("disputed", x) for x in xs), (Link(xs[0], xs[-1]),))


def _since(interval: Interval, certainty: Certainty, scale: Scale) -> Mark:
    """What is only likely fades from its beginning on: hollow would be its solid part, and hollow never fades."""
    x = scale.x(interval.start)
    solid = interval.start + (_SOLID if certainty is Certainty.CERTAIN else 0)
    bars = (
        Bar(x, scale.width(interval.start, solid), "full"),
        Bar(scale.x(solid), scale.width(solid, scale.end), "fade-r"),
    )
    known = (Glyph("begin", x),) if interval.start >= scale.start else ()
    return Mark(min(x + 4, 100), x, 100.0, tuple(bar for bar in bars if bar.width), known)


def _until(interval: Interval, scale: Scale) -> Mark:
    """A known end that lies outside has no cap: nothing says that it was at the edge."""
    last = min(interval.end, scale.end)
    first, x = last - FADE, scale.x(last)
    bar = Bar(scale.x(first), scale.width(first, last), "fade-l")
    known = (Glyph("cap", x),) if interval.end <= scale.end else ()
    return Mark(x, bar.x, x, (bar,), known)
