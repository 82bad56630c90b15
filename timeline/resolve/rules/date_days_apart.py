"""'from the 4th to January 22, 1995': the first of two days leaves the month to the second."""

from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    month, year = lexicon.month(match["month"]), dates.year(match)
    first, last = (dates.of(None, month, numerals.ordinal(match[group]), year) for group in ("first", "last"))
    if first is None or last is None or numerals.ordinal(match["first"]) >= numerals.ordinal(match["last"]):
        return None
    return Piece("the" if match["the"] else "first", "first", first), Piece(
        "month", "year" if match["year"] else "last", last
    )


RULE = Rule(
    "date_days_apart",
    "from (<THE:the> )?<DAYTH:first> (to|through|until|till) <MONTHDOT> <DAYTH:last>(,? <YYYY>)?",
    read,
)
