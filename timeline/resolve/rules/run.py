"""'the past three weeks', 'the next several days', 'the first nine months', 'recent years', 'the coming weeks'."""

from timeline.core import algebra as a
from timeline.resolve import lengths
from timeline.resolve.rule import Match, Piece, Read, Rule

_SIGNS = {"past": -1, "last": -1, "recent": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1,
          "next": 1, "coming": 1, "following": 1, "upcoming": 1, "ensuing": 1, "subsequent": 1}  # fmt: skip
_STORY = frozenset({"previous", "preceding", "prior", "following", "ensuing", "subsequent"})


def read(match: Match) -> Read:
    """'The last days of July' are a length of their own, of what is named after them."""
    word = match["side"]
    length = lengths.length(match)
    if match["whole"] and length:
        return (Piece("whole", "whole", length),)
    if word not in _SIGNS or length is None:
        return length
    return a.Run(length, _SIGNS[word], a.Mentioned() if word in _STORY else a.Now())


_SIDES = "<SIDE:side>"
RULE = Rule(
    "run",
    (
        f"(the |these |those |its |their |his |her |our |my |this )?{_SIDES} (<SPACED>|<HYPHENED>)( or so)?",
        f"(the |these |those |its |their |his |her |our |my )?{_SIDES} <UNITS:unit>",
        "<=(the |its |their |his |her )?last (<SPACED>|<UNITS:unit>)=:whole> of",
        "<=(the |its |their |his |her )last <BAREUNIT:unit>=:whole> of",
    ),
    read,
)
