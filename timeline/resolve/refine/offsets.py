"""'two days before Christmas', 'three weeks after last Friday': a length counted from a day that stands beside it."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity

_SIGNS: Final = {" before ": -1, " after ": 1, " from ": 1}
_DURING: Final = frozenset({"for", "in", "over", "within", "during", "of", "last", "least"})
"""'for two days before Christmas' is a length of its own."""
_OTHER_DAYS: Final = frozenset({"trading", "business", "working"})
"""Days that no calendar counts."""
_UNITS: Final = frozenset({G.DAY, G.WEEK, G.MONTH, G.YEAR})


def offsets(scan: Scan, found: list[Found]) -> list[Found]:
    """Each length of one unit joined to the day that it is counted from."""
    joined: list[Found] = []
    for one in found:
        told = _counted(scan, joined[-1], one) if joined else None
        joined[-1:] = [told] if told else [*joined[-1:], one]
    return joined


def _counted(scan: Scan, length: Found, day: Found) -> Found | None:
    sign = _SIGNS.get(gap(scan, length, day) or "")
    if sign is None or granularity(day.term) is not G.DAY or not isinstance(length.term, a.Length):
        return None
    if length.rule != "duration" or scan.word(length.start) == "the" or scan.before(length.start) in _DURING:
        return None
    if any(scan.word(at) in _OTHER_DAYS for at in range(length.start, length.end)):
        return None
    amount = length.term.amounts[0]
    if len(length.term.amounts) > 1 or amount.count is None or amount.count % 1 or amount.unit not in _UNITS:
        return None
    return replace(length, end=day.end, term=a.Shift(sign * amount.count, amount.unit, day.term))
