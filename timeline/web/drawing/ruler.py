"""The ruler under 'Why this date?': the event's interval on a short axis, with flags for what it was counted from."""

from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, words
from timeline.core.derivation import Kind
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.web.drawing import marks, scale, ticks
from timeline.web.drawing.marks import FADE, Mark
from timeline.web.drawing.scale import Scale

_DAILY: Final = 16
"""Days up to which each has a tick and every second one a label."""
_SHORTEST: Final = 11 * calendar.DAY
_APART: Final = 24.0
"""Per cent between two flags that both keep their word."""


@dataclass(frozen=True, slots=True)
class Notch:
    """A tick of the ruler; the label, where there is one, is centred at middle."""

    x: float
    middle: float
    label: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A line that says what stands there; side is where its word is anchored."""

    x: float
    label: str
    side: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """Everything that a ruler prints."""

    label: str
    notches: tuple[Notch, ...]
    mark: Mark
    flags: tuple[Flag, ...]


def ruler(event: Event) -> Ruler | None:
    """The ruler of a dated event."""
    if not event.date.dated:
        return None
    published = _published(event)
    axis = scale.fitting([*_shown(event), *published], _SHORTEST)
    if axis is None:
        return None
    said = words.one_of(event.date.claimed) if event.date.claimed else words.in_words(event.date.interval)
    span = f"from {words.day(axis.start)} to {words.day(axis.end - calendar.DAY)}"
    return Ruler(
        f"Ruler {span}: {said}.", _notches(axis), marks.mark(event.date, event.status, axis), _flags(axis, published)
    )


def _shown(event: Event) -> list[Interval]:
    """The interval; where an end is open, with the stretch over which it fades."""
    found = event.date.interval
    if found.end == calendar.END:
        return [Interval(found.start, found.start + 2 * FADE)]
    if found.start == calendar.BEGINNING:
        return [Interval(found.end - FADE, found.end)]
    return [found]


def _published(event: Event) -> list[Interval]:
    """The days of publication that the derivation counts from, in order, each once."""
    given = [step.gave for step in event.date.derivation if step.kind is Kind.ANCHOR and step.rule != "Mentioned"]
    days = {
        calendar.floor(found.start, G.DAY)
        for found in given
        if found and found.bounded and found.end - found.start <= calendar.DAY
    }
    return [Interval(day, day + calendar.DAY, G.DAY) for day in sorted(days)]


def _notches(axis: Scale) -> tuple[Notch, ...]:
    days = round(axis.span / calendar.DAY)
    if days > _DAILY:
        return tuple(Notch(tick.x, tick.x, tick.label) for tick in ticks.ticks(axis, ticks.step(axis)))
    starts = [axis.start + i * calendar.DAY for i in range(days)]
    labels = [str(calendar.fields(at)[2]) if i % 2 == 0 else "" for i, at in enumerate(starts)]
    middles = [axis.x(at + calendar.DAY / 2) for at in starts]
    return tuple(Notch(axis.x(at), x, label) for at, x, label in zip(starts, middles, labels, strict=True))


def _flags(axis: Scale, published: list[Interval]) -> tuple[Flag, ...]:
    xs = [axis.middle(day) for day in published]
    if not xs:
        return ()
    first, last = xs[0], xs[-1]
    flags = [Flag(first, "published", "end" if first > 50 else "start")]
    flags += [Flag(x, "", "start") for x in xs[1:-1]]
    if len(xs) > 1:
        flags.append(Flag(last, "published" if last - first >= _APART else "", "end" if last > 50 else "start"))
    return tuple(flags)
