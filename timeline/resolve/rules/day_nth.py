"""'the first day of the siege', 'on the third day': a day of what is told, marked in histories only.

Marked in 2 of 2 cases of WikiWars and in none of TimeBank (even documents).
"""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Piece, Rule

NAME = "day_nth"


_NUMBERS = {"opening": 1, "final": -1}


def read(match: Match) -> tuple[Piece, ...] | None:
    """A day inside of the event; refine/of_event leaves open when that was."""
    word = match["number"]
    number = _NUMBERS.get(word) or numerals.ordinal(word)
    return (Piece("the", "day", a.Nth(number, G.DAY, a.Mentioned())),) if number else None


RULE = Rule(NAME, "<THE:the> (<NTH:number>|<=(opening|final)=:number>) <=day=:day>", read)
