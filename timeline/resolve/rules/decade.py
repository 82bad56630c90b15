"""'the 1990s', 'the mid-90s', 'the nineties', 'the 1870's'."""

from timeline.core import algebra as a
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule

_TWENTIETH = 190


def read(match: Match) -> a.Term:
    """Two digits and words mean the twentieth century, or the present one where that has not come so far."""
    if match["word"]:
        return a.Decade(_TWENTIETH + int(lexicon.categories()["DECADE"][0][match["word"]]))
    digits = match["tens"]
    return a.Decade(int(digits) // 10 if len(digits) > 2 else _TWENTIETH + int(digits) // 10)


RULE = Rule(
    "decade",
    ("(the )?<TENYEARS:tens>(')?s", "(the )?'<TENYEARS:tens>(')?s", "the (nineteen( |-))?<DECADE:word>"),
    read,
)
