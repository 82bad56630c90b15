"""'2024-11-05', '11/05/2024', '05.11.2024', 'on 5/11': dates in digits; which is the day, the document decides."""

from timeline.core import algebra as a
from timeline.resolve import dates
from timeline.resolve.rule import Match, Piece, Read, Rule

_MONTHS = 12


def read(match: Match) -> Read:
    """Month first where both orders are possible and signs are slashes; with dots the day is first."""
    one, two = int(match["one"]), int(match["two"])
    year = match["year"] or match["short"]
    found = term(one, two, _year(year) if year else None, day_first=one > _MONTHS or "." in match.text)
    if found is None:
        return None
    if match["three"]:
        last = term(int(match["three"]), int(match["four"]), None, day_first="." in match.text)
        return None if last is None else (Piece("one", "two", found), Piece("three", "four", last))
    return (Piece("one", "year" if match["year"] else "short" if match["short"] else "two", found),)


def term(one: int, two: int, year: int | None, *, day_first: bool) -> a.Term | None:
    """The day that two numbers mean in one of the two orders."""
    month, day = (two, one) if day_first else (one, two)
    return dates.of(None, month, day, year) if month <= _MONTHS else None


def _year(text: str) -> int:
    return int(text) if len(text) > len("99") else dates.century_of(int(text))


RULE = Rule(
    "date_numeric",
    (
        "<DAY:one>/<DAY:two>/(<YEAR4:year>|<YY:short>)",
        "<DAY:one>.( )?<DAY:two>.( )?<YEAR4:year>",
        "<DAY:one>.<DAY:two>.<YY:short>",
        "<DAY:one>-<DAY:two>-(<YEAR4:year>|<YY:short>)",
        "(on|by|until|till|since|from|before|after) <DAY:one>/<DAY:two>",
        "(from|between) <DAY:one>/<DAY:two> (to|and|through|until|till) <DAY:three>/<DAY:four>",
    ),
    read,
)
