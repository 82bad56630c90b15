"""'1957-58', '1914-1918', 'between 1990 and 1993', '264 to 241 BC': two years, two expressions."""

from timeline.core import algebra as a
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    first = int(match["first"])
    last = int(match["last"]) if match["last"] else first // 100 * 100 + int(match["short"])
    if match["bc"]:
        return (
            (Piece("first", "first", a.Date(1 - first)), Piece("last", "bc", a.Date(1 - last)))
            if last < first
            else None
        )
    if last <= first:
        return None
    return Piece("first", "first", a.Date(first)), Piece(
        *("last", "last") if match["last"] else ("short", "short"), a.Date(last)
    )


def _before_christ(first: int, last: int) -> tuple[Piece, ...] | None:
    """Before the era the larger number comes first."""
    if last >= first:
        return None
    return Piece("first", "first", a.Date(1 - first)), Piece("last", "bc", a.Date(1 - last))


_DASH = "( )?(-|/)( )?"
RULE = Rule(
    "year_span",
    (
        f"<YEAR4:first>{_DASH}(<YEAR4:last>|<YY:short>)",
        f"<DIGITS:first>({_DASH}| to | until | and )<DIGITS:last> <BC:bc>",
    ),
    read,
)
