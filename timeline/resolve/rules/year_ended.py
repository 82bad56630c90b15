"""'the year ended Sept. 30', 'the fiscal year': a year as a length, which begins on no first of January."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Piece, Rule


def read(_match: Match) -> tuple[Piece, ...]:
    return (Piece("the", "year", a.Length((a.Amount(1, G.YEAR),))),)


RULE = Rule(
    "year_ended",
    (
        "<THE:the> (fiscal |financial )?<YEARWORD:year> (ended|ending|to)",
        "<THE:the> (fiscal|financial) <YEARWORD:year>",
    ),
    read,
)
