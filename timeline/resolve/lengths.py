"""Lengths of time from the groups of the shape LENGTH, in the units in which they are written."""

import re
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match

_HALVES: Final = {G.YEAR: (6, G.MONTH), G.HOUR: (30, G.MINUTE), G.MINUTE: (30, G.SECOND), G.DAY: (12, G.HOUR),
                  G.DECADE: (5, G.YEAR), G.CENTURY: (50, G.YEAR)}  # fmt: skip
_HALF: Final = 0.5
_MILITARY: Final = re.compile(r"0\d+")
"""'0530 hours' is a time of day."""


def length(match: Match) -> a.Length | None:
    """A count of units, perhaps with a second one; without a count it is vague if plural, else one."""
    word = match["unit"].removesuffix("long")
    if (word == "quarter" and len(match["count"]) == len("1988")) or _MILITARY.fullmatch(match["count"]):
        return None
    amounts = amount(_count(match), word)
    if match["unit2"]:
        amounts += amount(numerals.number(match["count2"]), match["unit2"])
    elif match["half"]:
        amounts = amount((amounts[0].count or 0) + _HALF, word)
    return a.Length(amounts)


def _count(match: Match) -> float | None:
    if match["count"]:
        return numerals.number(match["count"])
    return None if match["unit"] in lexicon.categories()["UNITS"][0] else 1


def amount(count: float | None, word: str) -> tuple[a.Amount, ...]:
    """(2 years, 6 months) for two and a half years; a week and a half stays P1.5W."""
    times, unit = lexicon.unit(word)
    if count is None:
        return (a.Amount(None, unit),)
    count *= times
    if count % 1 == _HALF and unit in _HALVES:
        own, smaller = _HALVES[unit]
        half = a.Amount(own, smaller)
        return (a.Amount(count - _HALF, unit), half) if count > 1 else (half,)
    return (a.Amount(count, unit),)
