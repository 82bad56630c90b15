"""'two years and three months ago', 'a week and two days later': a length of two units, counted from the anchor."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Rule

_HOLDS: Final = {(G.YEAR, G.MONTH): 12, (G.WEEK, G.DAY): 7, (G.DAY, G.HOUR): 24, (G.HOUR, G.MINUTE): 60}
"""How many of the smaller unit the larger one holds; other pairs are not read, as none is a number of the other."""


def read(match: Match) -> a.Term | None:
    """The smaller unit says how precise it is."""
    larger, smaller = numerals.number(match["count"]), numerals.number(match["count2"])
    (times, unit), (times2, unit2) = lexicon.unit(match["unit"]), lexicon.unit(match["unit2"])
    if larger is None or smaller is None or (unit, unit2) not in _HOLDS:
        return None
    count = larger * times * _HOLDS[unit, unit2] + smaller * times2
    told = a.Now() if match["past"] == "ago" or match["now"] else a.Mentioned()
    return a.Shift(-count if match["past"] else count, unit2, told)


_TWO = "<NUMBER:count> <ANYUNIT:unit>(,|,? and)? <NUMBER:count2> <ANYUNIT:unit2>"
RULE = Rule("ago_several", (f"{_TWO} <AGOWORD:past>", f"{_TWO} later", f"{_TWO} from <NOWWORD:now>"), read)
