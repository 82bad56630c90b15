"""'this fri', 'next mon', 'on thu', 'this sun!': days' names cut short, after a word that says that they are days."""

from timeline.core import algebra as a
from timeline.resolve import direction, lexicon
from timeline.resolve.rule import Match, Piece, Read, Rule


def read(match: Match) -> Read:
    pattern = a.Weekday(lexicon.weekday(match["weekday"]))
    day = direction.occurrence(match["which"], pattern) if match["which"] else a.Nearest(pattern)
    whole = a.PartOf(lexicon.part(match["part"]), day) if match["part"] else day
    return (Piece("which" if match["which"] else "weekday", "part" if match["part"] else "weekday", whole),)


_DAYS = "mon|tue|wed|thu|thur|fri"
_PART = "( <PART:part>)?"
RULE = Rule(
    "weekday_short",
    (
        f"<=(this|next)=:which> <={_DAYS}=:weekday>{_PART}",
        f"<=next=:which> <=(sat|sun)=:weekday>{_PART}",
        "<=this=:which> <=(sat|sun)=:weekday>( <PART:part>|!|,|;)",
        f"(on|till|until|by) <={_DAYS}|sat=:weekday>{_PART}",
    ),
    read,
)
