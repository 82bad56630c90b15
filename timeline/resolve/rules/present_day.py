"""'to this day', 'to date': until now, said after a preposition that is not part of it."""

from timeline.core import algebra as a
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...]:
    first, last = ("this", "day") if match["this"] else ("date", "date")
    return (Piece(first, last, a.Reference(a.When.PRESENT)),)


RULE = Rule("present_day", ("to <=this=:this> (very )?<=day=:day>", "to <=date=:date>"), read)
