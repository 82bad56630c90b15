"""'the morning of 5 November', 'the next morning', 'that night', 'Christmas morning', 'overnight'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import dates, direction, lexicon
from timeline.resolve.rule import Match, Rule

_STORY = {"next": "following", "before": "previous"}


def read(match: Match) -> a.Term | None:
    part = lexicon.part(match["part"])
    if match["month"]:
        day = dates.term(match)
        return a.PartOf(part, day) if day else None
    if match["same"]:
        return a.PartOf(part, a.This(G.DAY, a.Mentioned()))
    step = direction.unit(_STORY.get(match["which"], match["which"]), G.DAY)
    return a.PartOf(part, step)


RULE = Rule(
    "part_of_day",
    (
        "(the )?<PART:part> of <DATE>",
        "<DATE>,? (in the )?<PART:part>",
        "<SAME:same> <PART:part>",
        "the <NEXTDAY:which> <PART:part>",
        "the <PART:part> <BEFORE:which>",
    ),
    read,
)
