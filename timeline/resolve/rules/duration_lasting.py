"""'The tests will last several days': a length after the verb, which is no 'last' of a direction."""

from timeline.resolve import lengths
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    length = lengths.length(match)
    return (Piece("count", "unit", length),) if length else None


RULE = Rule(
    "duration_lasting",
    "(to|will|would|can|could|may|might|should|must) (not |only |also )?last <NUMBER:count> <ANYUNIT:unit>",
    read,
)
