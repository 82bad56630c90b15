"""'last week', 'this year', 'the next quarter', 'the following day', 'that month', 'the same year'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import direction, lexicon
from timeline.resolve.rule import Match, Rule

_YEARS = {G.DECADE: 10, G.CENTURY: 100}


def read(match: Match) -> a.Term | None:
    _, unit = lexicon.unit(match["unit"])
    if match["same"]:
        return a.This(unit, a.Mentioned())
    if match["before"] or match["after"]:
        return a.Last(unit, a.Mentioned()) if match["before"] else a.Next(unit, a.Mentioned())
    if match["which"] == "past" and unit in {G.DECADE, G.CENTURY}:
        return a.Run(a.Length((a.Amount(_YEARS[unit], G.YEAR),)), -1)
    if unit is G.DAY and match["which"] in {"next", "last", "past", "coming", "current", "latest", "this", "upcoming"}:
        return {"next": a.Next(G.DAY, a.Mentioned()), "this": a.This(G.DAY)}.get(match["which"])
    return direction.unit(match["which"], unit)


RULE = Rule(
    "unit",
    (
        "(the |this |its )?<WHICH:which> (calendar |fiscal |financial |full )?<CALENDAR:unit>( or so)?",
        "the <CALENDAR:unit> (<BEFORE:before>|<AFTER:after>)",
        "<SAME:same> (calendar |fiscal )?<CALENDAR:unit>",
    ),
    read,
)
