"""'Christmas', 'Thanksgiving Day', 'Easter 2015', 'last Halloween', 'Ramadan', 'Christmas two years ago'."""

from functools import cache
from typing import Any

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon, numerals
from timeline.resolve.rule import Match, Piece, Read, Rule


@cache
def holidays() -> dict[str, a.Pattern]:
    """The pattern of each name."""
    return {name: _pattern(entry) for entry in lexicon.entries("holidays") for name in entry["names"]}


def _pattern(entry: dict[str, Any]) -> a.Pattern:
    if "feast" in entry:
        return a.Feast(entry["feast"], entry.get("offset", 0))
    if "feast_of_days" in entry:
        return a.LongFeast(entry["feast_of_days"])
    if "easter" in entry:
        return a.Easter(entry["easter"])
    if "weekday" in entry:
        return a.WeekdayOfMonth(entry["number"], entry["weekday"], entry["month"], entry.get("earliest", 1))
    return a.DayOfYear(entry["month"], entry["day"])


def named(words: str) -> a.Pattern:
    """The pattern of a name as it stands in a text."""
    return holidays()[" ".join(words.replace("’", "'").replace("–", "-").split())]


def read(match: Match) -> Read:
    """A feast of several days has no evening and no week of its own."""
    pattern = named(match["holiday"])
    day = _day(match, pattern)
    if isinstance(pattern, a.LongFeast) and (match["week"] or match["part"]):
        return (Piece("which" if match["which"] else "holiday", "holiday", day),)
    if match["week"]:
        return a.This(G.WEEK, day)
    return a.PartOf(lexicon.part(match["part"]), day) if match["part"] else day


def _day(match: Match, pattern: a.Pattern) -> a.Term:
    year = dates.year(match)
    if year is not None:
        return a.In(pattern, a.Date(year))
    if match["count"]:
        return _counted(match, pattern)
    if match["of"]:
        return a.In(pattern, direction.unit(match["of"], G.YEAR))
    if match["which"]:
        return direction.occurrence(match["which"], pattern)
    return a.Nearest(pattern)


def _counted(match: Match, pattern: a.Pattern) -> a.Term:
    """'Christmas two years ago' is that of the year, 'Easter ten months from now' the one nearest to the month."""
    count = numerals.number(match["count"]) or 0
    _, unit = lexicon.unit(match["unit"])
    there = a.Shift(count if match["now"] else -count, unit)
    return a.In(pattern, there) if unit is G.YEAR else a.Nearest(pattern, a.Toward.NEAREST, there)


NAMES = "|".join(sorted(holidays(), key=len, reverse=True))
"""All of them as alternatives, those that others begin with last."""
_TAILS = (
    " <PART:part>",
    " <WEEKWORD:week>",
    "(,? | of | in )(<YYYY>|<SPOKENYEAR:spoken>)",
    " (of )?<YEARWHICH:of> year",
    " <EXACT:count> <=year|years|month|months=:unit> (ago|from <NOWWORD:now>)",
    " <=a=:count> <=year|month=:unit> (ago|from <NOWWORD:now>)",
)
RULE = Rule("holiday", f"(<WHICH:which> )?<={NAMES}=:holiday>({'|'.join(_TAILS)})?", read)
