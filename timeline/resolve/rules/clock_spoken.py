"""'half past three', 'a quarter to five', 'ten past nine p.m.': times of day counted from the hour."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Rule

_NOON, _MINUTES = 12, 60
_NAMED: Final = {"noon": _NOON, "midday": _NOON}
_SPOKEN: Final = {"half": 30, "quarter": 15}


def read(match: Match) -> a.Term | None:
    """Without a.m. or p.m. the hour is the one that the words name."""
    hour = _NAMED.get(match["named"]) or int(numerals.number(match["hour"]) or 0)
    if not 1 <= hour <= _NOON:
        return None
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].startswith("p") else 0)
    minute = _SPOKEN.get(match["minutes"]) or int(numerals.number(match["minutes"]) or 0)
    if match["to"]:
        hour, minute = (hour - 1) % (2 * _NOON), _MINUTES - minute
    return a.Clock(hour, minute, None, a.This(G.DAY))


_HOUR = "(<HOUR:hour>(( )?<MERIDIEM:half>)?|<SMALL:hour>( <MERIDIEM:half>)?|<NAMEDTIME:named>)"
RULE = Rule(
    "clock_spoken",
    (
        f"<HALFWORD:minutes> past {_HOUR}",
        f"(a )?<=quarter=:minutes> past {_HOUR}",
        f"(a )?<=quarter=:minutes> <=to=:to> {_HOUR}",
        f"<=ten=:minutes> past {_HOUR}",
        f"<=twenty=:minutes> past {_HOUR}",
        "<SMALL:hour> <=thirty=:minutes> <MERIDIEM:half>",
        "<SMALL:hour> <=fifteen=:minutes> <MERIDIEM:half>",
    ),
    read,
)
