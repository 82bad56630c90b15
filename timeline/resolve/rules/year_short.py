"""''99', 'the class of '68': a year by its last two digits."""

from timeline.core import algebra as a
from timeline.resolve import dates
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    return a.Date(dates.century_of(int(match["short"])))


RULE = Rule("year_short", "'<YY:short>", read)
