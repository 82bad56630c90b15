"""'1998', 'the year 1950', 'fiscal 1989', 'the fiscal year 2024', 'nineteen ninety-six', 'FY2024'."""

from timeline.core import algebra as a
from timeline.resolve import dates
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    year = dates.year(match)
    return None if year is None else a.Date(year)


RULE = Rule(
    "year",
    (
        "<YYYY>",
        "(the |calendar |(the )?(fiscal|financial) )year <YYYY>",
        "(fiscal|fy)(-| )?<YYYY>",
        "(the year )?<SPOKENYEAR:spoken>",
    ),
    read,
)
