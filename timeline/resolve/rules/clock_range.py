"""'from 9 to 5 p.m.', 'between 5 and 6pm', '3:30-4:30 p.m.': two times of day that share their a.m. or p.m."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Piece, Read, Rule

_NOON = 12


def read(match: Match) -> Read:
    """The first hour is the last one before the second: '11 to 3 p.m.' begins in the morning."""
    first, last = int(match["first"]), int(match["last"])
    if not (1 <= first <= _NOON and 1 <= last <= _NOON):
        return None
    minutes, later = int(match["minutes"] or 0), int(match["later"] or 0)
    ends = last % _NOON + (_NOON if match["half"].startswith("p") else 0)
    begins = first % _NOON + (_NOON if ends >= _NOON else 0)
    if (begins, minutes) >= (ends, later):
        begins = (begins + _NOON) % (2 * _NOON)
    day = a.This(G.DAY)
    return (
        Piece("first", "minutes" if match["minutes"] else "first", a.Clock(begins, minutes, None, day)),
        Piece("last", "half", a.Clock(ends, later, None, day)),
    )


_FIRST, _LAST = "<HOUR:first>(:<MINUTE:minutes>)?", "<HOUR:last>((:|.)<MINUTE:later>)?( )?<MERIDIEM:half>"
RULE = Rule("clock_range", (f"{_FIRST}( )?-( )?{_LAST}", f"{_FIRST} (to|until|till|and|or) {_LAST}"), read)
