"""'the Friday after Thanksgiving', 'the second Monday before Easter 2015', 'the Sunday after 5 May': a weekday counted
from a day that is named."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Rule
from timeline.resolve.rules.holiday import NAMES, named

_WEEK: Final = 7
_MOST: Final = 10


def read(match: Match) -> a.Term | None:
    day, number = _day(match), numerals.ordinal(match["number"]) if match["number"] else 1
    if day is None or not 1 <= number <= _MOST:
        return None
    toward, sign = (a.Toward.BEFORE, -1) if match["back"] else (a.Toward.AFTER, 1)
    nearest = a.Nearest(a.Weekday(lexicon.weekday(match["weekday"])), toward, day)
    return a.Shift(sign * _WEEK * (number - 1), G.DAY, nearest) if number > 1 else nearest


def _day(match: Match) -> a.Term | None:
    """The day beside which it lies; a feast of several days has no one such day."""
    if match["month"]:
        return dates.term(match)
    pattern, year = named(match["holiday"]), dates.year(match)
    if isinstance(pattern, a.LongFeast):
        return None
    return a.Nearest(pattern) if year is None else a.In(pattern, a.Date(year))


_BESIDE = f"<={NAMES}=:holiday>((,? | of | in )<YYYY>)?|<DATE>"
RULE = Rule("weekday_beside", f"(the )?(<NTH:number> )?<WEEKDAY:weekday> (<BEFORE:back>|after) ({_BESIDE})", read)
