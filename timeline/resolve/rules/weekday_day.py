"""'Friday the 13th', 'Tuesday, the 4th', 'Thu 15th': a weekday and the day of the month that it falls on."""

from timeline.core import algebra as a
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    """The nearest month in which the two agree, seen from the one that is spoken of."""
    pattern = a.DayOfMonth(numerals.ordinal(match["day"]), lexicon.weekday(match["weekday"]))
    return a.Nearest(pattern, a.Toward.NEAREST, a.Mentioned())


RULE = Rule("weekday_day", "<WEEKDAY:weekday>,? (the )?<NUMBEREDDAY:day>", read)
