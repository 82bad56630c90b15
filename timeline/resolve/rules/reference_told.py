"""'at the time', 'that time', 'the same time', 'former': references to what is told, marked in histories only.

Tagged in 18 of 21 cases of WikiWars and in none of 22 of TimeBank and AQUAINT (even documents): refine/narrative leaves
them out elsewhere.
"""

from timeline.core import algebra as a
from timeline.resolve.rule import Match, Piece, Rule

NAME = "reference_told"


def read(match: Match) -> tuple[Piece, ...]:
    if match["former"]:
        return (Piece("former", "former", a.Reference(a.When.PAST)),)
    return (Piece("which", "time", a.Reference(a.When.PRESENT, a.Mentioned())),)


RULE = Rule(
    NAME,
    (
        "(at|by|of|in|during|around|on|since|from|until) <=(that|this|the same)=:which> <=time=:time>",
        "(at|of) <=the=:which> <=time=:time>",
        "<=former=:former>",
    ),
    read,
)
