"""'three Fridays ago', 'two Sundays from now': so many of a weekday counted from the anchor."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match, Rule

_WEEK: Final = 7


def read(match: Match) -> a.Term | None:
    """The first one is the nearest, each other one a week beyond it."""
    count = numerals.number(match["count"])
    if count is None or count % 1:
        return None
    toward, sign = (a.Toward.AFTER, 1) if match["now"] else (a.Toward.BEFORE, -1)
    nearest = a.Nearest(a.Weekday(lexicon.weekday(match["weekday"])), toward)
    return a.Shift(sign * _WEEK * (count - 1), G.DAY, nearest) if count > 1 else nearest


RULE = Rule(
    "weekdays_counted",
    ("<EXACT:count> <WEEKDAYS:weekday> (ago|back)", "<EXACT:count> <WEEKDAYS:weekday> from <NOWWORD:now>"),
    read,
)
