"""'the 20th century', 'nineteenth-century', 'the second century BC', 'the 18th and 19th centuries'."""

from timeline.core import algebra as a
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    if match["first"]:
        first, last = _century(match, "first"), _century(match, "number")
        return (Piece("from", "from", first), Piece("to", "to", last)) if first and last else None
    return _century(match, "number")


def _century(match: Match, group: str) -> a.Term | None:
    number = numerals.ordinal(match[group])
    if number < 1:
        return None
    return a.Century(-number) if match["bc"] else a.Century(number - 1)


_ERA = "( <BC:bc>| (ad|ce|a.d.))?"
RULE = Rule(
    "century",
    (
        f"(the )?<NTH:number>(-| )century{_ERA}",
        f"<=(the )?<NTH:first>=:from> (and|or|to|through) <=(the )?<NTH:number> centuries{_ERA}=:to>",
    ),
    read,
)
