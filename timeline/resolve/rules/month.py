"""'November 2024', 'Nov. 2024', 'November', 'October of that year', 'last May'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity
from timeline.resolve import dates, direction, lexicon
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    if match["short"]:
        return (Piece("short", "short", a.Nearest(a.MonthOfYear(lexicon.month(match["short"])))),)
    pattern = a.MonthOfYear(int(match["number"]) if match["number"] else lexicon.month(match["month"]))
    year = dates.year(match)
    if year is not None:
        return a.Date(year, pattern.month)
    if match["of"]:
        return a.In(pattern, direction.unit(match["of"], Granularity.YEAR))
    if match["which"]:
        return direction.occurrence(match["which"], pattern)
    if match["same"]:
        return a.In(pattern, a.This(Granularity.YEAR, a.Mentioned()))
    return None if match["month"] in lexicon.categories()["SHORTMONTH"][0] else a.Nearest(pattern)


RULE = Rule(
    "month",
    (
        "<MONTHDOT>(,? | of )(the year )?(<YYYY>|<SPOKENYEAR:spoken>)",
        "<MONTHDOT>-<YYYY>",
        "<MONTH:month> of <SAME:same> year",
        "<MONTHDOT>(,? of)? <YEARWHICH:of> year",
        "(the |this )?<WHICH:which> <MONTH:month>",
        "(the month of )?<MONTH:month>",
        "<BEFOREMONTH> <SHORTMONTH:short>",
        "<MONTHNUMBER:number>/<YYYY>",
    ),
    read,
)
