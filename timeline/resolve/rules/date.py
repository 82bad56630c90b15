"""'5 November 2024', 'Nov. 5', 'Tuesday, November 5th', 'the 5th of November'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    found = dates.term(match)
    if match["of"] and isinstance(found, a.Nearest):
        return a.In(found.pattern, direction.unit(match["of"], G.YEAR))
    if match["which"]:
        return direction.occurrence(match["which"], found.pattern) if isinstance(found, a.Nearest) else None
    return found


RULE = Rule("date", ("<DATE>", "<YEARWHICH:which> <DATE>", "<DATE>(,? of)? <YEARWHICH:of> year"), read)
