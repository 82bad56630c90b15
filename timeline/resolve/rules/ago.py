"""'three weeks ago', 'a month ago', 'two days later', 'a year earlier', 'ten days from now', 'in two weeks' time'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Rule

_SMALLER = {G.YEAR: (12, G.MONTH), G.MONTH: (30, G.DAY), G.WEEK: (7, G.DAY), G.DAY: (24, G.HOUR),
            G.DECADE: (10, G.YEAR), G.CENTURY: (100, G.YEAR)}  # fmt: skip
_WHEN = {"ago": a.When.PAST, "earlier": a.When.PAST, "before": a.When.PAST, "previously": a.When.PAST,
         "back": a.When.PAST}  # fmt: skip
_OF_THE_STORY = frozenset({"earlier", "before", "previously", "later", "after", "afterward", "afterwards"})


def read(match: Match) -> a.Term | None:
    """Some weeks ago is just the past; half a unit is counted in the next smaller one."""
    word = match["past"] or match["future"]
    count = numerals.number(match["count"]) if match["count"] else None
    if count is None and match["unit"] == "night":
        return None
    told = a.Mentioned() if word in _OF_THE_STORY else a.Now()
    if count is None:
        return a.Reference(_WHEN.get(word, a.When.FUTURE), told)
    times, unit = lexicon.unit(match["unit"])
    count *= times
    if count % 1 and unit in _SMALLER:
        count, unit = round(count * _SMALLER[unit][0]), _SMALLER[unit][1]
    return a.Shift(-count if match["past"] else count, unit, told)


_COUNTED = "(<NUMBER:count>(-| )?)?<ANYUNIT:unit>"
RULE = Rule(
    "ago",
    (
        f"{_COUNTED}( or so)? <PASTWORD:past>",
        f"{_COUNTED}( or so)? <FUTUREWORD:future>",
        "<NUMBER:count> <ANYUNIT:unit> from <NOWWORD:future>",
        "in <NUMBER:count> <ANYUNIT:unit>' <TIMEWORD:future>",
        "in <NUMBER:count> <ANYUNIT:unit>'s <TIMEWORD:future>",
    ),
    read,
)
