"""'the 20th century', 'nineteenth-century', 'the second century BC', 'the turn of the century'."""

from timeline.core import algebra as a
from timeline.resolve import numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    number = numerals.ordinal(match["number"])
    if number < 1:
        return None
    return a.Century(-number) if match["bc"] else a.Century(number - 1)


RULE = Rule("century", "(the )?<NTH:number>(-| )century( <BC:bc>| (ad|ce|a.d.))?", read)
