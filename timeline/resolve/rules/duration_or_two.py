"""'a year or two', 'the next week or two', 'the past year and a half': one unit and perhaps another, or half of it."""

from typing import Final

from timeline.core import algebra as a
from timeline.resolve import lengths
from timeline.resolve.rule import Match, Rule

_SIGNS: Final = {"past": -1, "last": -1, "next": 1, "coming": 1}


def read(match: Match) -> a.Term | None:
    length = lengths.length(match)
    sign = _SIGNS.get(match["side"])
    return length if length is None or sign is None else a.Run(length, sign)


_MORE = "<UNIT:unit>( or two| and a <HALFWORD:half>)"
RULE = Rule(
    "duration_or_two", ("(a|an|one) <UNIT:unit> or (two|so)", f"the <=past|last|next|coming=:side> {_MORE}"), read
)
