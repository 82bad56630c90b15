"""'the weekend', 'the week', 'the year', 'the end of the month', 'year's end': units that the context tells."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Read, Rule


def read(match: Match) -> Read:
    if match["year"]:
        return a.Portion(a.Mod.END, a.Date(int(match["year"])))
    if match["middle"]:
        return a.Portion(a.Mod.MID, a.This(G.YEAR))
    _, unit = lexicon.unit(match["unit"])
    if unit is G.WEEKEND:
        return a.Nearest(a.Weekend())
    whole = a.This(unit)
    return a.Portion(a.Mod.END, whole) if match["end"] else whole


RULE = Rule(
    "unit_bare",
    (
        "(the )?<CALENDAR:unit>('s | |-)<ENDWORD:end>",
        "(the )?year(-| )<ENDWORD:end> <YYYY>",
        "the <BAREUNIT:unit>",
        "the (full|whole|entire|calendar) <YEARWORD:unit>",
        "(the )?<YEARWORD:unit>(-| )to(-| )date",
        "<=midyear|mid-year=:middle>",
        "the <ENDWORD:end> of the <=decade|century=:unit>",
    ),
    read,
)
