"""'264 BC', '146 B.C.', 'March 44 BC', 'AD 70', '1200 CE': years of an era; BC 264 is the astronomical year -263."""

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term:
    year = int(match["number"])
    month = lexicon.month(match["month"]) if match["month"] else None
    return a.Date(1 - year if match["bc"] else year, month)


RULE = Rule(
    "year_era",
    (
        "<DIGITS:number> <BC:bc>",
        "<MONTH:month>( of)? <DIGITS:number> <BC:bc>",
        "<DIGITS:number> (ad|ce|a.d.|c.e.)",
        "(ad|a.d.) <DIGITS:number>",
    ),
    read,
)
