"""'the 20th of next month', 'the 5th of this month': a day of a month that is named by its place."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import direction, numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    return a.In(a.DayOfMonth(numerals.ordinal(match["day"])), direction.unit(match["which"], G.MONTH))


RULE = Rule("day_in_month", "(the )?<NUMBEREDDAY:day> of (the )?<WHICH:which> month", read)
