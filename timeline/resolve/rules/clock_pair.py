"""'9:30 till 11:00', 'between 10 and 11:30': two times of day without a.m. or p.m., the second later than the first."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Piece, Read, Rule

_HOURS = 24


def read(match: Match) -> Read:
    """'from 3:50 to 3:49' tells of a race."""
    first, last = int(match["first"]), int(match["last"])
    minutes, later = int(match["minutes"] or 0), int(match["later"])
    if (first, minutes) >= (last, later) or last >= _HOURS:
        return None
    day = a.This(G.DAY)
    return (
        Piece("first", "minutes" if match["minutes"] else "first", a.Clock(first, minutes, None, day)),
        Piece("last", "later", a.Clock(last, later, None, day)),
    )


_LAST = "<HOUR:last>:<MINUTE:later>"
RULE = Rule(
    "clock_pair",
    (
        f"<HOUR:first>:<MINUTE:minutes>( - | to | until | till |-){_LAST}",
        f"between <HOUR:first>(:<MINUTE:minutes>)? and {_LAST}",
        f"from <HOUR:first> (to|until|till) {_LAST}",
    ),
    read,
)
