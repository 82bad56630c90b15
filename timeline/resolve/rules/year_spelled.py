"""'the year two hundred and sixty-seven', 'the year 476': a year in words, or of three digits."""

from timeline.core import algebra as a
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    return a.Date(int(numerals.number(match["words"]) or 0))


RULE = Rule(
    "year_spelled", ("(the )?year <=<SMALL> hundred( and <SMALL>| <SMALL>)?=:words>", "(the )?year <THREE:words>"), read
)
