"""'March after next', 'the May before last': a month of the year beyond the next or the last one."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    month = a.MonthOfYear(lexicon.month(match["month"]))
    toward, years = (a.Toward.BEFORE, -1) if match["back"] else (a.Toward.AFTER, 1)
    return a.In(month, a.Shift(years, G.YEAR, a.Nearest(month, toward)))


RULE = Rule(
    "month_after_next", ("(the )?<MONTH:month> after( the)? next", "(the )?<MONTH:month> <BEFORE:back> last"), read
)
