"""'the year-earlier results', 'a year-ago loss': the year before what is reported."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...]:
    return (Piece("the" if match["the"] else "year", "ago", a.Shift(-1, G.YEAR)),)


RULE = Rule(
    "year_ago", ("(a |the )?<YEARWORD:year>-(<AGOWORD:ago>|<BEFORE:ago>)", "<THE:the> year <=earlier=:ago>"), read
)
