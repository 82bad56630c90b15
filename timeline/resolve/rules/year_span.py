"""'1957-58', '1914-1918', 'between 1990 and 1993', 'from 1990 to 93': two years, two expressions."""

from timeline.core import algebra as a
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first // 100 * 100 + int(match["short"])
    if last <= first:
        return None
    return Piece("first", "first", a.Date(first)), Piece(
        *("last", "last") if match["last"] else ("short", "short"), a.Date(last)
    )


RULE = Rule("year_span", ("<YEAR4:first>( )?(-|/)( )?(<YEAR4:last>|<YY:short>)",), read)
