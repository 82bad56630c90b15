"""'from 9 to 5 p.m.', 'between 5 and six pm', '1:30 p.m. to 3:30': two times of day that share their a.m. or p.m."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Piece, Read, Rule

_NOON: Final = 12
_DAY: Final = 24


def read(match: Match) -> Read:
    """The one without its half of the day is the last one before the second ('11 to 3 p.m.' begins in the morning), or
    the first one after the first ('11 p.m. to 3' ends in the morning)."""
    first, last = (int(numerals.number(match[group]) or 0) for group in ("first", "last"))
    if not (1 <= first <= _NOON and 1 <= last <= _NOON):
        return None
    minutes, later = int(match["minutes"] or 0), int(match["later"] or 0)
    half = _NOON if (match["half"] or match["early"]).startswith("p") else 0
    begins, ends = first % _NOON + half, last % _NOON + half
    if (begins, minutes) >= (ends, later):
        begins, ends = (begins, (ends + _NOON) % _DAY) if match["early"] else ((begins + _NOON) % _DAY, ends)
    day = a.This(G.DAY)
    return (
        Piece("first", _last_of(match, "early", "minutes", "first"), a.Clock(begins, minutes, None, day)),
        Piece("last", _last_of(match, "half", "later", "last"), a.Clock(ends, later, None, day)),
    )


def _last_of(match: Match, *groups: str) -> str:
    return next(group for group in groups if match[group])


_FIRST, _LAST = "(<HOUR:first>(:<MINUTE:minutes>)?|<SMALL:first>)", "(<HOUR:last>((:|.)<MINUTE:later>)?|<SMALL:last>)"
_TOLD = "<HOUR:first>(:<MINUTE:minutes>)?( )?<MERIDIEM:early>"
RULE = Rule(
    "clock_range",
    (
        f"<HOUR:first>(:<MINUTE:minutes>)?( )?-( )?{_LAST}( )?<MERIDIEM:half>",
        f"{_FIRST} (to|until|till|and|or) {_LAST}( )?<MERIDIEM:half>",
        f"{_TOLD} (to|until|till) <HOUR:last>:<MINUTE:later>",
        f"(from|between) {_TOLD} (to|until|till|and) <HOUR:last>(:<MINUTE:later>)?",
    ),
    read,
)
