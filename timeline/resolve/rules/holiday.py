"""'Christmas', 'Thanksgiving Day', 'Easter 2015', 'last Halloween', 'New Year's Eve'."""

from functools import cache
from typing import Any

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon
from timeline.resolve.rule import Match, Rule


@cache
def _holidays() -> dict[str, a.Pattern]:
    return {name: _pattern(entry) for entry in lexicon.entries("holidays") for name in entry["names"]}


def _pattern(entry: dict[str, Any]) -> a.Pattern:
    if "easter" in entry:
        return a.Easter(entry["easter"])
    if "weekday" in entry:
        return a.WeekdayOfMonth(entry["number"], entry["weekday"], entry["month"], entry.get("earliest", 1))
    return a.DayOfYear(entry["month"], entry["day"])


def read(match: Match) -> a.Term:
    pattern = _holidays()[" ".join(match["holiday"].replace("’", "'").split())]
    day = _day(match, pattern)
    if match["week"]:
        return a.This(G.WEEK, day)
    return a.PartOf(lexicon.part(match["part"]), day) if match["part"] else day


def _day(match: Match, pattern: a.Pattern) -> a.Term:
    year = dates.year(match)
    if year is not None:
        return a.In(pattern, a.Date(year))
    if match["of"]:
        return a.In(pattern, direction.unit(match["of"], G.YEAR))
    if match["which"]:
        return direction.occurrence(match["which"], pattern)
    return a.Nearest(pattern)


RULE = Rule(
    "holiday",
    tuple(
        pattern
        for name in _holidays()
        for pattern in (
            f"(<WHICH:which> )?<={name}=:holiday>( <PART:part>| <WEEKWORD:week>)?",
            f"<={name}=:holiday>(,? | of | in )<YYYY>",
            f"<={name}=:holiday> (of )?<YEARWHICH:of> year",
        )
    ),
    read,
)
