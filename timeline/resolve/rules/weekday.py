"""'Friday', 'last Friday', 'this coming Tuesday', 'Monday of last week', 'Friday week', and their nights."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import direction, lexicon
from timeline.resolve.rule import Match, Rule

_SHORT = 3


def read(match: Match) -> a.Term | None:
    found = _day(match)
    if found is None or not match["part"]:
        return found
    return a.PartOf(lexicon.part(match["part"]), found)


def _day(match: Match) -> a.Term | None:
    pattern = a.Weekday(lexicon.weekday(match["weekday"]))
    if match["week"]:
        return a.In(pattern, direction.unit(match["week"], G.WEEK))
    if match["which"]:
        return direction.occurrence(match["which"], pattern)
    if match["ahead"]:
        return a.Shift(7, G.DAY, a.Nearest(pattern, a.Toward.FUTURE))
    if len(match["weekday"]) == _SHORT and not match["part"]:
        return None
    return a.Nearest(pattern)


_PART = "( <PART:part>)?"
RULE = Rule(
    "weekday",
    (
        f"<WEEKDAY:weekday>{_PART}",
        f"(the |this |this past )?<WHICH:which> <WEEKDAY:weekday>{_PART}",
        f"(the )?<WEEKDAY:weekday>{_PART}(,? of| in|,)? (the )?<WHICH:week> week",
        f"<WHICH:week> week (on )?<WEEKDAY:weekday>{_PART}",
        "a week <FROMWORD:ahead> <WEEKDAY:weekday>",
        "<WEEKDAY:weekday> <WEEKWORD:ahead>",
    ),
    read,
)
