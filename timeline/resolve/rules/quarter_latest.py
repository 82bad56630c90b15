"""'the latest quarter', 'the year-ago period', 'the 1988 quarter', 'the corresponding period last year'."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.rule import Match, Rule


def read(match: Match) -> a.Term | None:
    """The quarter that reports speak of is the last one that ended; the year-ago one lies four quarters before it."""
    if match["year"]:
        return a.Date(int(match["year"]))
    reported = a.Last(G.QUARTER)
    if match["ago"]:
        return a.Shift(-4, G.QUARTER, reported)
    return reported


RULE = Rule(
    "quarter_latest",
    (
        "the (latest|just-ended|recent|most recent) (quarter|period|three months)",
        "the quarter( a <YEARWORD:ago> ago)?",
        "the (corresponding |comparable |same |similar |like )?<YYYY> (quarter|period)",
        "(the |a )?year(-| )(<AGOWORD:ago>|<BEFORE:ago>) (quarter|period|three months)",
        "(the |a )?<=prior=:ago>(-| )year (quarter|period)",
        "(the )?last year's <AGOQUARTER:ago>",
        "the (corresponding|comparable|same|similar|like) (quarter|period|three months)(,)? (in |of )?<AGOYEAR:ago>",
        "the (corresponding|comparable|same|similar|like) (quarter|period|three months) (in|of) <YYYY>",
    ),
    read,
)
