"""'March 3-5', '8 and 13 October 1950', 'May 2, 9 and 16': days that share their month, an expression each."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, lexicon, numerals
from timeline.resolve.rule import Match, Piece, Rule

_DAYS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last")


def read(match: Match) -> tuple[Piece, ...] | None:
    """One of the outer days bears the month, the last of all the year."""
    month, year = lexicon.month(match["month"]), dates.year(match)
    days = [group for group in _DAYS if match[group]]
    terms = [dates.of(None, month, numerals.ordinal(match[day]), year) for day in days]
    known = [term for term in terms if term is not None]
    if len(known) < len(days):
        return None
    if year is None:
        known[1:] = [_of_that_year(day, known[0]) for day in known[1:]]
    month_first = match.groups["month"] < match.groups["first"]
    firsts = ["month" if month_first else "first", *days[1:]]
    lasts = [*days[:-1], "year" if match["year"] else "last" if month_first else "month"]
    return tuple(Piece(*both) for both in zip(firsts, lasts, known, strict=True))


def _of_that_year(day: a.Term, first: a.Term) -> a.Term:
    return a.In(day.pattern, a.This(G.YEAR, first)) if isinstance(day, a.Nearest) else day


_DASH = "( )?(-|- -)( )?"
_AND = f"{_DASH}| (and|to|or|through|thru|until|till) "
_NEXT = f"(, |{_DASH})"
_MORE = "".join(f"({_NEXT}<DAYTH:{day}>)?" for day in _DAYS[2:-1])
RULE = Rule(
    "date_days",
    (
        f"<MONTHDOT> <DAYTH:first>({_AND})<DAYTH:last>(,? <YYYY>)?",
        f"<DAYTH:first>({_AND})<DAYTH:last> (of )?<MONTH:month>(,? <YYYY>)?",
        f"<MONTHDOT> <DAYTH:first>{_NEXT}<DAYTH:second>{_MORE}((,)? (and|&) |{_DASH})<DAYTH:last>(,? <YYYY>)?",
    ),
    read,
)
