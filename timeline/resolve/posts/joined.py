"""'7pm tonight', 'tmr morning 8am', 'Sat night, 10pm': posts say a time and its part of the day in one breath."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import THE_DAY

_GAPS: Final = frozenset({"", " ", ", ", ",", " - "})
_DAWN: Final = 5
"""'Tonight 2am' is of the next day: it stays two expressions."""


def joined(scan: Scan, found: list[Found]) -> list[Found]:
    """Each time of day with the part of the same day that stands beside it, as one expression."""
    together: list[Found] = []
    moved: dict[int, int] = {}
    for one in found:
        whole = _whole(scan, together[-1], one) if together else None
        if whole is None:
            together.append(one)
            continue
        moved |= {together[-1].start: whole.start, one.start: whole.start}
        together[-1] = whole
    return [_pointing(one, moved) for one in together] if moved else together


def _whole(scan: Scan, left: Found, right: Found) -> Found | None:
    if scan.between(left.end, right.start) not in _GAPS:
        return None
    clock, part = (left, right) if isinstance(left.term, a.Clock) else (right, left)
    if not isinstance(clock.term, a.Clock) or not isinstance(part.term, a.PartOf) or clock.term.hour < _DAWN:
        return None
    if clock.term.of not in {part.term.of, THE_DAY}:
        return None
    return replace(clock, start=left.start, end=right.end, term=replace(clock.term, of=part.term.of), tense=part.tense)


def _pointing(one: Found, moved: dict[int, int]) -> Found:
    refers = one.refers if one.refers is None else moved.get(one.refers, one.refers)
    until = one.until if one.until is None else moved.get(one.until, one.until)
    return replace(one, refers=refers, until=until)
