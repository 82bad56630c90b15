"""'two or three years ago', 'a year and a half ago': a length told loosely, or with a half, counted from the anchor."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Rule

_HALVES: Final = {G.YEAR: (18, G.MONTH), G.DAY: (36, G.HOUR), G.HOUR: (90, G.MINUTE)}
"""One and a half of a unit in the next smaller one."""
_NOW: Final = frozenset({"ago", "back"})


def read(match: Match) -> a.Term | None:
    """Of two numbers the first counts, roughly, as in 'two or three years'."""
    sign = -1 if match["past"] else 1
    told = a.Now() if match["past"] in _NOW else a.Mentioned()
    times, unit = lexicon.unit(match["unit"])
    if match["half"]:
        return a.Shift(sign * _HALVES[unit][0], _HALVES[unit][1], told) if unit in _HALVES else None
    count = numerals.number(match["count"])
    return None if count is None or count % 1 else a.Modified(a.Mod.APPROX, a.Shift(sign * count * times, unit, told))


_RANGE = "<EXACT:count> (or|to) <EXACT> <UNITS:unit>"
_HALF = "(a|an|one) <UNIT:unit> and a <HALFWORD:half>"
_COUNTED = f"({_RANGE}|{_HALF})"
RULE = Rule("ago_about", (f"{_COUNTED} <PASTWORD:past>", f"{_COUNTED} <=later=:future>"), read)
