"""'two years and three months ago', 'a month, two days later', 'a year, a month and a week ago': a length of two or
three units, counted from the anchor."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Rule

_HOLDS: Final = {(G.YEAR, G.MONTH): 12, (G.WEEK, G.DAY): 7, (G.DAY, G.HOUR): 24, (G.HOUR, G.MINUTE): 60}
"""How many of the smaller unit the larger one holds, where one is a number of the other."""
_CALENDAR: Final = (G.YEAR, G.MONTH, G.WEEK, G.DAY)
"""Units that can be counted one after the other, and the last of those named says how precise the answer is."""


def read(match: Match) -> a.Term | None:
    """The smallest unit says how precise it is."""
    amounts = [_amount(match, at) for at in ("", "2", "3") if match[f"unit{at}"]]
    told = a.Now() if match["past"] == "ago" or match["now"] else a.Mentioned()
    units = tuple(amount.unit for amount in amounts)
    if any(amount.count is None for amount in amounts) or len(set(units)) < len(units):
        return None
    sign = -1 if match["past"] else 1
    if units in _HOLDS:
        larger, smaller = ((amount.count or 0) for amount in amounts)
        return a.Shift(sign * (larger * _HOLDS[units[0], units[1]] + smaller), units[1], told)
    if not set(units) <= set(_CALENDAR):
        return None
    return a.Nth(-sign, max(units, key=_CALENDAR.index), a.Run(a.Length(tuple(amounts)), sign, told))


def _amount(match: Match, at: str) -> a.Amount:
    count, (times, unit) = numerals.number(match[f"count{at}"]), lexicon.unit(match[f"unit{at}"])
    return a.Amount(None if count is None else count * times, unit)


_TWO = "<NUMBER:count> <ANYUNIT:unit>(,|,? and)? <NUMBER:count2> <ANYUNIT:unit2>"
_SEVERAL = f"{_TWO}((,|,? and)? <NUMBER:count3> <ANYUNIT:unit3>)?"
RULE = Rule("ago_several", (f"{_SEVERAL} <AGOWORD:past>", f"{_SEVERAL} later", f"{_SEVERAL} from <NOWWORD:now>"), read)
