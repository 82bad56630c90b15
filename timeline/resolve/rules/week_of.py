"""'the week of 4 March', 'the week ended Friday', 'the first week of March', 'the last days of 2024'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    if not match["number"]:
        day = dates.term(match)
        return a.This(G.WEEK, day) if day else None
    _, unit = lexicon.unit(match["unit"])
    year = dates.year(match)
    within: a.Term
    if match["month"]:
        month = lexicon.month(match["month"])
        within = a.Date(year, month) if year is not None else a.Nearest(a.MonthOfYear(month))
    else:
        within = a.Date(year or 0)
    number = numerals.ordinal(match["number"])
    return a.Nth(number, unit, within)


RULE = Rule(
    "week_of",
    (
        "(the )?week (of|beginning|starting|commencing|ended|ending|that ended) <DATE>",
        "the <NTH:number> <INSIDE:unit> (of|in) (<MONTH:month>(,? <YYYY>)?|<YYYY>)",
    ),
    read,
)
