"""'five, ten and twenty years earlier', 'two and three weeks ago': several dates that share their unit."""

from timeline.core import algebra as a
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Piece, Rule

NAME = "ago_list"
_GROUPS = ("first", "second", "third")


def read(match: Match) -> tuple[Piece, ...] | None:
    """Each number is a date of its own; the last one takes the unit with it."""
    _, unit = lexicon.unit(match["unit"])
    told = a.Now() if match["past"] == "ago" else a.Mentioned()
    sign, last = (-1, "past") if match["past"] else (1, "later")
    found = [
        Piece(group, last if group == "third" else group, a.Shift(sign * count, unit, told))
        for group in _GROUPS
        if match[group] and (count := numerals.number(match[group])) is not None
    ]
    return tuple(found) if len(found) > 1 else None


_COUNT = "<SMALL>|<DIGITS>"
RULE = Rule(
    NAME,
    f"(<={_COUNT}=:first>, )?<={_COUNT}=:second>,? and <={_COUNT}=:third> <UNITS:unit> "
    "(<=ago|earlier|before=:past>|<=later=:later>)",
    read,
)
