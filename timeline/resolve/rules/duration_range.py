"""'two to three weeks', '12 or 18 months'; 'between 12 and 18 months' are two lengths."""

from timeline.core import algebra as a
from timeline.resolve import lengths, numerals
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    first = a.Length(lengths.amount(numerals.number(match["first"]), match["unit"]))
    last = a.Length(lengths.amount(numerals.number(match["last"]), match["unit"]))
    if match["between"]:
        return Piece("first", "first", first), Piece("last", "unit", last)
    return first


_SIDE = "((the )?<SIDE> )?"
RULE = Rule(
    "duration_range",
    (
        f"{_SIDE}<EXACT:first> (to|or) <EXACT:last>(-| )<UNITS:unit>",
        f"{_SIDE}<DECIMAL:first>-<DECIMAL:last>(-| )<UNITS:unit>",
        "<BETWEEN:between> <EXACT:first> and <EXACT:last> <UNITS:unit>",
    ),
    read,
)
