"""'at 3 in the morning', 'two o'clock this afternoon', 'at 8 tonight', 'Friday afternoon at 3:20': an hour with the
part of the day that says in which half it lies."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Piece, Read, Rule

_NOON: Final = 12
_NIGHTFALL: Final = 6
"""An hour of the night that is no smaller lies before midnight."""
_DAYS: Final = {"yesterday": -1, "tomorrow": 1}


def read(match: Match) -> Read:
    """Where the part of the day comes first, it stays an expression of its own."""
    part, day = _part(match), _day(match)
    hour = _hour(int(numerals.number(match["hour"]) or 0), part)
    if hour is None or match["half"]:
        return None
    zone = lexicon.zone(match["zone"]) if match["zone"] else None
    time = a.Clock(hour, int(match["minute"] or 0), None, day, zone)
    if match["at"]:
        first = next(group for group in ("this", "day", "weekday") if match[group])
        last = next(group for group in ("zone", "minute", "hour") if match[group])
        return Piece(first, "part", a.PartOf(part, day)), Piece("hour", last, time)
    return (Piece("hour", "tonight" if match["tonight"] else "part", time),)


def _part(match: Match) -> a.Part:
    return a.Part.NIGHT if match["tonight"] else lexicon.part(match["part"])


def _day(match: Match) -> a.Term:
    if match["weekday"]:
        return a.Nearest(a.Weekday(lexicon.weekday(match["weekday"])))
    offset = _DAYS.get(match["day"], 0)
    return a.Shift(offset, G.DAY) if offset else a.This(G.DAY)


def _hour(hour: int, part: a.Part) -> int | None:
    """On a clock of 24 hours; None where none is told, or it is one already."""
    if not 1 <= hour <= _NOON:
        return None
    if part is a.Part.NIGHT:
        return hour + _NOON if hour >= _NIGHTFALL else hour
    return hour % _NOON + (0 if part is a.Part.MORNING else _NOON)


_PREPOSITION = "at|by|until|till|since|around|about|before|after|from"
_BARE = f"({_PREPOSITION}) (<HOUR:hour>|<SMALL:hour>)"
_TIME = "(<HOUR:hour>:<MINUTE:minute>|(<HOUR:hour>|<SMALL:hour>) o'clock)"
_NAMED = "(<=this=:this>|<=yesterday|tomorrow=:day>|<WEEKDAY:weekday>) <PART:part>"
_PART = f"(in the <DAYPART:part>|at <=night=:part>|<TONIGHT:tonight>|{_NAMED})"
RULE = Rule(
    "clock_part",
    (
        f"{_BARE} {_PART}",
        f"{_TIME},? {_PART}",
        f"{_NAMED} <=at=:at> <HOUR:hour>((:|.)<MINUTE:minute>)?( <ZONE:zone>|( )?<MERIDIEM:half>)?",
    ),
    read,
)
