"""'every day', 'each year', 'every other week', 'every Friday', 'twice a week', 'daily', 'per month', 'on Mondays'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lengths, lexicon, numerals
from timeline.resolve.rule import Match, Rule

_TIMES = {"once": "1X", "twice": "2X", "thrice": "3X"}


def read(match: Match) -> a.Term | None:
    quant = match["every"].upper()
    nightly = match["every"] and match["unit"] == "night" and not (match["count"] or match["other"])
    word = "night" if nightly else match["part"]
    part = lexicon.part(word) if word else None
    if match["weekday"]:
        return a.Every(a.Weekday(lexicon.weekday(match["weekday"])), quant, part=part)
    if part:
        return a.Every(a.Length((a.Amount(1, G.DAY),)), quant, part=part)
    if match["month"]:
        return a.Every(a.MonthOfYear(lexicon.month(match["month"])), quant)
    if match["season"]:
        return a.Every(a.SeasonOfYear(lexicon.season(match["season"])), quant)
    return a.Every(_length(match), quant, _freq(match))


def _length(match: Match) -> a.Length:
    count: float | None = 1
    if match["other"]:
        count = 2
    elif match["count"]:
        count = numerals.number(match["count"])
    return a.Length(lengths.amount(count, match["unit"] or "day"))


def _freq(match: Match) -> str:
    if not match["times"]:
        return ""
    word = match["times"].removesuffix(" times")
    if word in _TIMES:
        return _TIMES[word]
    count = numerals.number(word)
    return f"{count:g}X" if count else ""


RULE = Rule(
    "repeated",
    (
        "<EVERY:every> (<OTHER:other> |single |<EXACT:count> )?<ANYUNIT:unit>",
        "<EVERY:every> (single |other |second )?(<WEEKDAY:weekday>|<MONTH:month>|<SEASON:season>)",
        "<EVERY:every> (single )?<DAYPART:part>",
        "<EVERY:every> <WEEKDAY:weekday> (<DAYPART:part>|<=night=:part>)",
        "<WEEKDAY:weekday> <DAYPARTS:part>",
        "<TIMES:times> (a|an|each|every|per) <UNIT:unit>",
        "per <UNIT:unit>",
        "<PERIODIC:unit>",
        "<WEEKDAYS:weekday>",
    ),
    read,
)
