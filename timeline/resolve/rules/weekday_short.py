"""'this fri', 'next mon': days' names cut short and without a capital, after a word that says which one."""

from timeline.core import algebra as a
from timeline.resolve import direction, lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    day = direction.occurrence(match["which"], a.Weekday(lexicon.weekday(match["weekday"])))
    return a.PartOf(lexicon.part(match["part"]), day) if match["part"] else day


_DAYS = "mon|tue|wed|thu|thur|fri"
_PART = "( <PART:part>)?"
RULE = Rule(
    "weekday_short",
    (f"<=(this|next)=:which> <={_DAYS}=:weekday>{_PART}", f"<=next=:which> <=(sat|sun)=:weekday>{_PART}"),
    read,
)
