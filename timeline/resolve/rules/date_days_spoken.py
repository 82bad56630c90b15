"""'from the 13th to the 15th of July', '13 to the 15th July 2024': two days with articles that share their month."""

from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    month, year = lexicon.month(match["month"]), dates.year(match)
    first, last = (dates.of(None, month, numerals.ordinal(match[group]), year) for group in ("first", "last"))
    if first is None or last is None:
        return None
    ending = "year" if match["year"] else "month"
    return Piece("the" if match["the"] else "first", "first", first), Piece("article", ending, last)


RULE = Rule(
    "date_days_spoken",
    "(<THE:the> )?<DAYTH:first> (and|to|or|through|until|till) <THE:article> <DAYTH:last>"
    " (of )?<MONTH:month>(,? <YYYY>)?",
    read,
)
