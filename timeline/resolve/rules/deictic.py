"""'today', 'yesterday morning', 'tomorrow', 'the day before yesterday', 'tonight', 'last night', 'this evening'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    """Anything else that the patterns let through is tomorrow."""
    if not match["day"]:
        return a.PartOf(a.Part.NIGHT, a.This(G.DAY))
    offset = lexicon.tables()["offsets"].get(match["day"], 1) + (1 if match["after"] else -1 if match["before"] else 0)
    day: a.Term = a.Shift(offset, G.DAY) if offset else a.This(G.DAY)
    return a.PartOf(lexicon.part(match["part"]), day) if match["part"] else day


RULE = Rule(
    "deictic",
    (
        "<DEICTIC:day>( <PART:part>)?",
        "the <PART:part> of <DEICTIC:day>",
        "(the )?day (<BEFORE:before>|<AFTER:after>) <DEICTIC:day>",
        "mid(-)?<PART:part> <DEICTIC:day>",
        "<OVERNIGHT:part>",
        "<TONIGHT>",
        "<THIS:day> (very )?<PART:part>",
        "<LAST:day> <NIGHTS:part>",
    ),
    read,
)
