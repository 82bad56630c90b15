"""'March 3-5', '8 and 13 October 1950', 'Nov. 5 to 7': two days that share their month, two expressions."""

from timeline.core import algebra as a
from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    month, year = lexicon.month(match["month"]), dates.year(match)
    first, last = (dates.of(None, month, numerals.ordinal(match[group]), year) for group in ("first", "last"))
    if first is None or last is None:
        return None
    return _pieces(match, first, last)


def _pieces(match: Match, first: a.Term, last: a.Term) -> tuple[Piece, ...]:
    month_first = match.groups["month"] < match.groups["first"]
    ending = "year" if match["year"] else "last" if month_first else "month"
    return Piece("month" if month_first else "first", "first", first), Piece("last", ending, last)


_AND = "( )?(-|- -)( )?| (and|to|or|through|until|till) "
RULE = Rule(
    "date_days",
    (
        f"<MONTHDOT> <DAYTH:first>({_AND})<DAYTH:last>(,? <YYYY>)?",
        f"<DAYTH:first>({_AND})<DAYTH:last> (of )?<MONTH:month>(,? <YYYY>)?",
    ),
    read,
)
