"""'two days before Christmas', 'three weeks after last Friday': a length counted from a day that stands beside it."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.rules.day_beside import NAME
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity

_SIGNS: Final = {" before ": -1, " after ": 1, " from ": 1}
_DURING: Final = frozenset({"for", "in", "over", "within", "during", "of", "last", "least"})
"""'for two days before Christmas' is a length of its own."""
_OTHER_DAYS: Final = frozenset({"trading", "business", "working"})
"""Days that no calendar counts."""
_COUNTED: Final = frozenset({"duration", NAME})
_UNITS: Final = frozenset({G.DAY, G.WEEK, G.MONTH, G.YEAR})


def offsets(scan: Scan, found: list[Found]) -> list[Found]:
    """Each length of one unit joined to the day that it is counted from."""
    joined: list[Found] = []
    for one in found:
        told = _counted(scan, joined[-1], one) if joined else None
        joined[-1:] = [told] if told else [*joined[-1:], one]
    return joined


def _counted(scan: Scan, length: Found, day: Found) -> Found | None:
    if length.rule not in _COUNTED or granularity(day.term) is not G.DAY:
        return None
    sign, amount = _SIGNS.get(gap(scan, length, day) or ""), counted(scan, length)
    if sign is None or amount is None:
        return None
    return replace(length, end=day.end, term=a.Shift(sign * (amount.count or 0), amount.unit, day.term))


def counted(scan: Scan, one: Found) -> a.Amount | None:
    """The whole units of the calendar that a length is, where it can be counted from what stands beside it."""
    if not isinstance(one.term, a.Length) or len(one.term.amounts) > 1:
        return None
    if one.rule != NAME and not _free(scan, one):
        return None
    amount = one.term.amounts[0]
    return None if amount.count is None or amount.count % 1 or amount.unit not in _UNITS else amount


def _free(scan: Scan, one: Found) -> bool:
    """Whether a length is none of its own, as 'for two days' and 'the two days' are, and of days of the calendar."""
    if one.rule != "duration" or scan.word(one.start) == "the" or scan.before(one.start) in _DURING:
        return False
    return not any(scan.word(at) in _OTHER_DAYS for at in range(one.start, one.end))
