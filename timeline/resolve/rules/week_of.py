"""'the week of 4 March', 'the week ended Friday', 'the first week of March', 'the last days of 2024'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon, numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    if not match["number"]:
        day = dates.term(match)
        return a.This(G.WEEK, day) if day else None
    _, unit = lexicon.unit(match["unit"].replace("-", ""))
    number = numerals.ordinal(match["number"]) * (-1 if match["back"] else 1)
    return a.In(a.Weekend(), _within(match), number) if unit is G.WEEKEND else a.Nth(number, unit, _within(match))


def _within(match: Match) -> a.Term:
    year = dates.year(match)
    if match["which"]:
        return direction.unit(match["which"], lexicon.unit(match["whole"])[1])
    if match["whole"]:
        return a.This(lexicon.unit(match["whole"])[1], a.Mentioned() if match["same"] else a.Now())
    if not match["month"]:
        return a.Date(year or 0)
    month = lexicon.month(match["month"])
    return a.Nearest(a.MonthOfYear(month)) if year is None else a.Date(year, month)


_BACK = "((-| )to(-| )<=last=:back>| <=last=:back>)?"
RULE = Rule(
    "week_of",
    (
        "(the )?week (of|beginning|starting|commencing|ended|ending|that ended) <DATE>",
        f"(the )?<NTH:number>{_BACK} <INSIDE:unit> (of|in) (<MONTH:month>(,? <YYYY>)?|<YYYY>)",
        f"(the )?<NTH:number>{_BACK} <INSIDE:unit>( of| in)? (the )?<WHICH:which> <BAREUNIT:whole>",
        f"(the )?<NTH:number>{_BACK} <INSIDE:unit> (of|in) (the|<SAME:same>) <BAREUNIT:whole>",
    ),
    read,
)
