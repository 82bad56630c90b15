"""'the 20th', 'the 13th of the month': a day of the month that is spoken of."""

from timeline.core import algebra as a
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    return (
        Piece("the", "day", a.Nearest(a.DayOfMonth(numerals.ordinal(match["day"])), a.Toward.NEAREST, a.Mentioned())),
    )


RULE = Rule("day_of_month", ("(on|by|until|till|since|of|from) <THE:the> <NUMBEREDDAY:day>",), read)
