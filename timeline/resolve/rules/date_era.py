"""'2 August 216 BC', 'March 15, 44 BC', '24 August 79 AD': a day of a year that is told by its era."""

from timeline.core import algebra as a
from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    """There is no year 0: 1 BC is followed by AD 1."""
    number = int(match["number"].replace(",", ""))
    year = 1 - number if match["bc"] else number
    return dates.of(None, lexicon.month(match["month"]), numerals.ordinal(match["day"]), year) if number else None


_YEAR = "<DIGITS:number> (<BC:bc>|ad|a.d.|ce)"
RULE = Rule("date_era", (f"<DAYTH:day> (of )?<MONTH:month>,? {_YEAR}", f"<MONTH:month> <DAYTH:day>,? {_YEAR}"), read)
