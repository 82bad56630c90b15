"""'the week after next', 'the year before last', 'Friday after next': the one beyond the next or the last."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule

_WEEK = 7


def read(match: Match) -> a.Term:
    if match["weekday"]:
        return a.Shift(_WEEK, G.DAY, a.Nearest(a.Weekday(lexicon.weekday(match["weekday"])), a.Toward.AFTER))
    _, unit = lexicon.unit(match["unit"])
    return a.Shift(-2 if match["back"] else 2, unit)


RULE = Rule(
    "unit_after_next",
    (
        "the <BAREUNIT:unit> after( the)? next",
        "the <BAREUNIT:unit> <BEFORE:back> last",
        "(the )?<WEEKDAY:weekday> after next",
    ),
    read,
)
