"""'the day after the vote', 'the week before Christmas': a unit beside what the words after it name."""

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Piece, Rule

NAME = "day_beside"


def read(match: Match) -> tuple[Piece, ...]:
    """One unit; refine/offsets and refine/of_event say what it is counted from."""
    count, unit = lexicon.unit(match["unit"])
    return (Piece("the", "unit", a.Length((a.Amount(count, unit),))),)


RULE = Rule(NAME, "<THE:the> <=(day|week|month|year)=:unit> (before|after)", read)
