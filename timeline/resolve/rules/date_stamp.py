"""'Thu Oct 26 11:00:09 2023', 'Wed Jul 03 14:21:46 EDT 2013': the stamps of letters and logs."""

from timeline.core import algebra as a
from timeline.resolve import dates, lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    day = dates.term(match)
    if day is None:
        return None
    zone = lexicon.zone(match["zone"]) if match["zone"] else None
    return a.Clock(int(match["hour"]), int(match["minute"]), int(match["second"]), day, zone)


RULE = Rule(
    "date_stamp",
    "<WEEKDAY> <MONTH:month> <DAY:day> <HOUR:hour>:<MINUTE:minute>:<MINUTE:second>( <ZONE:zone>)? <YYYY>",
    read,
)
