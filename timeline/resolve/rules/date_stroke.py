"""'31/Oct/1984', '2012/Aug/10', 'August-10-2012', 'May-10, 2012', '2019-June': a month's name between strokes or
hyphens."""

from timeline.core import algebra as a
from timeline.resolve import dates, lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    if match["day"]:
        return dates.term(match)
    return a.Date(int(match["year"]), lexicon.month(match["month"]))


RULE = Rule(
    "date_stroke",
    (
        "<DAY:day>/<MONTH:month>/<YYYY>",
        "<YYYY>(-<MONTH:month>-|/<MONTH:month>/)<DAY:day>",
        "<MONTH:month>(-<DAY:day>-|/<DAY:day>/)<YYYY>",
        "<MONTH:month>(-|/)<DAY:day>(,? <YYYY>)?",
        "<YYYY>(-|/)<MONTH:month>",
    ),
    read,
)
