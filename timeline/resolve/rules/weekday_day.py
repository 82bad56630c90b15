"""'Friday the 13th', 'Tuesday, the 4th': a weekday and the day of the month that it falls on."""

from timeline.core import algebra as a
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    """The day of the month decides: it is said of the month that is spoken of."""
    return a.Nearest(a.DayOfMonth(numerals.ordinal(match["day"])), a.Toward.NEAREST, a.Mentioned())


RULE = Rule("weekday_day", "<WEEKDAY>,? the <NUMBEREDDAY:day>", read)
