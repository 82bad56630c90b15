"""'Q3 2024', '3Q', 'H1 of 2023', 'Q3'."""

from timeline.core import algebra as a
from timeline.resolve import dates
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    number = int(match["number"])
    pattern: a.Pattern = a.HalfOfYear(number) if match["half"] else a.QuarterOfYear(number)
    year = dates.year(match)
    return a.Nearest(pattern) if year is None else a.In(pattern, a.Date(year))


_YEAR = "(( of)? (fiscal )?<YYYY>)?"
RULE = Rule(
    "quarter_short",
    (
        f"q<QUARTERDIGIT:number>{_YEAR}",
        f"<QUARTERDIGIT:number>q{_YEAR}",
        "<HSIGN:half><HALFDIGIT:number>( of)? <YYYY>",
        "<YYYY>( )?(<HSIGN:half><HALFDIGIT:number>|q<QUARTERDIGIT:number>)",
    ),
    read,
)
