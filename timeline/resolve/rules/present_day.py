"""'to this day', 'to date': until now, said after a preposition that is not part of it; 'he referred to this day' is of
the day mentioned."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...]:
    if match["told"]:
        return (Piece("this", "day", a.This(G.DAY, a.Mentioned())),)
    first, last = ("this", "day") if match["this"] else ("date", "date")
    return (Piece(first, last, a.Reference(a.When.PRESENT)),)


_TOLD = "refer|refers|referred|referring|prior|due|back|devoted|dedicated|leading|looked|looking"
RULE = Rule(
    "present_day",
    (f"<=({_TOLD})=:told> to <=this=:this> <=day=:day>", "to <=this=:this> (very )?<=day=:day>", "to <=date=:date>"),
    read,
)
