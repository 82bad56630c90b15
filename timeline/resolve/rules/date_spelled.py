"""'Monday, June twenty-two, 2018', 'May thirty-one': the day of the month as a number in two words, as it is spoken."""

from timeline.core import algebra as a
from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    weekday = lexicon.weekday(match["weekday"]) if match["weekday"] else None
    return dates.of(weekday, lexicon.month(match["month"]), int(numerals.number(match["day"]) or 0), dates.year(match))


_DAY = "<=<TENS>( |-)<ONES>=:day>"
RULE = Rule("date_spelled", f"(<WD>)?<MONTHDOT> {_DAY}(,? (<YYYY>|<SPOKENYEAR:spoken>))?", read)
