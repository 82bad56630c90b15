"""'half past three', 'a quarter to five', 'ten past nine p.m.', 'five minutes to midnight': counted from the hour."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import clocks, numerals
from timeline.resolve.rule import Match, Rule

_NOON, _MINUTES = 12, 60
_SPOKEN: Final = {"half": 30, "quarter": 15}


def read(match: Match) -> a.Term | None:
    """Without a.m. or p.m. the hour is the one that the words name."""
    hour = clocks.named(match["named"]) if match["named"] else int(numerals.number(match["hour"]) or 0)
    if match["named"] == "midnight":
        hour = 2 * _NOON if match["to"] else 0
    elif not 1 <= hour <= _NOON:
        return None
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].startswith("p") else 0)
    minute = _SPOKEN.get(match["minutes"]) or int(numerals.number(match["minutes"]) or 0)
    if not 1 <= minute < _MINUTES:
        return None
    if match["to"]:
        hour, minute = (hour - 1) % (2 * _NOON), _MINUTES - minute
    return a.Clock(hour, minute, None, a.This(G.DAY))


_HOUR = "(<HOUR:hour>(( )?<MERIDIEM:half>)?|<SMALL:hour>( <MERIDIEM:half>)?|<NAMEDTIME:named>)"
_TOLD = "<HOUR:hour>( )?<MERIDIEM:half>"
"""Only an hour that says of which half of the day it is makes minutes of any number before it."""
_MINUTE = "(<DIGITS:minutes>|<SMALL:minutes>|<=a=:minutes>) (minute|minutes)"
RULE = Rule(
    "clock_spoken",
    (
        f"<HALFWORD:minutes> past {_HOUR}",
        f"(a )?<=quarter=:minutes> past {_HOUR}",
        f"(a )?<=quarter=:minutes> <=to=:to> {_HOUR}",
        f"<=ten=:minutes> past {_HOUR}",
        f"<=twenty=:minutes> past {_HOUR}",
        f"(<MINUTE:minutes>|<SMALL:minutes>) (past|after) {_TOLD}",
        f"{_MINUTE} past {_HOUR}",
        f"{_MINUTE} (after|<=to=:to>|<=before=:to>) ({_TOLD}|<NAMEDTIME:named>)",
        "<SMALL:hour> <=thirty=:minutes> <MERIDIEM:half>",
        "<SMALL:hour> <=fifteen=:minutes> <MERIDIEM:half>",
    ),
    read,
)
