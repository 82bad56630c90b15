"""'the third quarter of 1990', 'third-quarter', 'Q3 2024', 'this year's first quarter', 'the first half'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, numerals
from timeline.resolve.rule import Match, Rule

_QUARTERS, _HALVES = 4, 2


def read(match: Match) -> a.Term | None:
    pattern = _pattern(match)
    if pattern is None:
        return None
    year = dates.year(match)
    if year is not None:
        return a.In(pattern, a.Date(year))
    if match["which"]:
        return a.In(pattern, direction.unit(match["which"], G.YEAR))
    if match["same"]:
        return a.In(pattern, a.This(G.YEAR, a.Mentioned()))
    if match["ago"]:
        return a.Shift(-_QUARTERS, G.QUARTER, a.Nearest(pattern))
    return a.Nearest(pattern)


def _pattern(match: Match) -> a.Pattern | None:
    number = numerals.ordinal(match["number"])
    if number < 0 and not (match["year"] or match["which"] or match["same"]):
        return None
    if match["half"]:
        return a.HalfOfYear(number if number > 0 else _HALVES) if number <= _HALVES else None
    return a.QuarterOfYear(number if number > 0 else _QUARTERS) if number <= _QUARTERS else None


_WHOLE = "(the )?(fiscal(-| ))?<NTH:number>(-| )(fiscal )?(quarter|<HALFWORD:half>)"
_YEAR = "(fiscal )?(year )?<YYYY>|(the )?<WHICH:which> (fiscal )?year|<SAME:same> year|<=the=:which> (fiscal )?year"
RULE = Rule(
    "quarter",
    (
        f"{_WHOLE}(,? of |, | in | )({_YEAR})",
        "((the )?<WHICH:which>|<=the=:which>) year's (fiscal )?<NTH:number>(-| )(quarter|<HALFWORD:half>)",
        "(the )?<YYYY>('s)? (fiscal )?<NTH:number>(-| )(quarter|<HALFWORD:half>)",
        "(the |a )?year-<AGOWORD:ago> (fiscal )?<NTH:number>(-| )quarter",
        "(the |its |their )?(fiscal(-| ))?<NTH:number> (fiscal )?quarter",
        "(fiscal(-| ))?<NTH:number>-(fiscal )?quarter",
    ),
    read,
)
