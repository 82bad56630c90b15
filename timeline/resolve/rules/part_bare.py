"""'in the morning', 'at night', 'during the afternoon': a part of the day that is spoken of."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Piece, Read, Rule

_DAY = a.Length((a.Amount(1, G.DAY),))


def read(match: Match) -> Read:
    if match["nightly"]:
        return (Piece("nightly", "nightly", a.Every(_DAY, part=lexicon.part(match["nightly"]))),)
    part = a.PartOf(lexicon.part(match["part"]), a.This(G.DAY))
    return (Piece("the" if match["the"] else "part", "part", part),)


RULE = Rule(
    "part_bare",
    (
        "(in|during|by|until|through|throughout|before) <THE:the> ((early|late)( |-))?<PART:part>",
        "(at|by|before|until|till) <NIGHTWORD:part>",
        "(at|by) <=night=:nightly>",
        "(in |during |by )?<=daytime=:nightly>",
    ),
    read,
)
