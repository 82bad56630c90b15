"""'the first Tuesday of November 2026', 'the last Friday of the month', 'the second Sunday in May'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon, numerals
from timeline.resolve.rule import Match, Rule

_MOST = 5


def read(match: Match) -> a.Term | None:
    """A month has no sixth Tuesday."""
    number = numerals.ordinal(match["number"])
    if number > _MOST:
        return None
    return a.In(a.Weekday(lexicon.weekday(match["weekday"])), _month(match), number)


def _month(match: Match) -> a.Term:
    if not match["month"]:
        return direction.unit(match["which"], G.MONTH)
    month, year = lexicon.month(match["month"]), dates.year(match)
    return a.Nearest(a.MonthOfYear(month)) if year is None else a.Date(year, month)


_NTH = "(the )?<NTH:number> <WEEKDAY:weekday>"
RULE = Rule(
    "weekday_of_month",
    (
        f"{_NTH} (of|in) <MONTH:month>(,? <YYYY>)?",
        f"{_NTH} (of|in) (the )?<WHICH:which> month",
        f"{_NTH} (of|in) the month",
    ),
    read,
)
