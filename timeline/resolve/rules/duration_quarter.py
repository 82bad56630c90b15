"""'a quarter-century', 'a quarter of an hour': the fourth of a unit, in smaller ones."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import lexicon
from timeline.resolve.rule import Match, Rule

_FOURTH: Final = {G.CENTURY: (25, G.YEAR), G.HOUR: (15, G.MINUTE)}


def read(match: Match) -> a.Term | None:
    _, unit = lexicon.unit(match["unit"])
    return a.Length((a.Amount(*_FOURTH[unit]),)) if unit in _FOURTH else None


RULE = Rule(
    "duration_quarter",
    ("(a |the )?quarter(-| )<=century=:unit>", "(a |the )?quarter of (a|an) <=century|hour=:unit>"),
    read,
)
