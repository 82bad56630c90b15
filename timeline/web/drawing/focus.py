"""What a drawing looks at: the bulk of the events, without the few far ones that would press it into a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar
from timeline.core.glance import Spot

_FEWEST: Final = 8
"""Fewer events than this are all drawn."""
_SHARE: Final = 10
"""At most one event in ten is left out on either side."""
_GAIN: Final = 4
"""Leaving events out has to stretch the rest by this factor."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The events to draw, and how many lie before and after them."""

    events: tuple[Spot, ...]
    earlier: int = 0
    later: int = 0


def focus(events: Sequence[Spot]) -> Focus:
    """The fewest events are left out that make the others easier to tell apart; again, as long as that helps."""
    found, most = Focus(tuple(events)), len(events) // _SHARE or 1
    if len(events) < _FEWEST:
        return found
    while (narrower := _narrower(found, most)) is not None:
        found = narrower
    return found


def _narrower(found: Focus, most: int) -> Focus | None:
    whole = _span(found.events)
    for left_out in range(1, 2 * most + 1):
        for earlier in range(left_out + 1):
            later = left_out - earlier
            if found.earlier + earlier > most or found.later + later > most:
                continue
            rest = found.events[earlier : len(found.events) - later]
            if _span(rest) * _GAIN <= whole and _beside(found.events, earlier, later, rest):
                return Focus(rest, found.earlier + earlier, found.later + later)
    return None


def _beside(events: Sequence[Spot], earlier: int, later: int, rest: Sequence[Spot]) -> bool:
    """Whether what is left out lies wholly outside of what stays, so that 'earlier' and 'later' are true."""
    first, last = _ends(rest)
    before, after = events[:earlier], events[len(events) - later :]
    return all(_ends([one])[1] <= first for one in before) and all(_ends([one])[0] >= last for one in after)


def _span(events: Sequence[Spot]) -> float:
    first, last = _ends(events)
    return max(last - first, calendar.DAY)


def _ends(events: Sequence[Spot]) -> tuple[float, float]:
    known = [at for one in events for at in (one.date.interval.start, one.date.interval.end) if abs(at) < calendar.END]
    return min(known), max(known)
