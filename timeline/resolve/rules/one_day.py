"""'It will one day be theirs': a day to come, which one nobody knows."""

from timeline.core import algebra as a
from timeline.resolve.rule import Match, Piece, Rule


def read(_match: Match) -> tuple[Piece, ...]:
    return (Piece("one", "day", a.Reference(a.When.FUTURE)),)


RULE = Rule("one_day", "(will|would|may|might|could|can|should|shall|to|must) <=one=:one> <=day=:day>", read)
