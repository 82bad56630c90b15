"""Found: what a rule read, while the refiners still work on it."""

from dataclasses import dataclass

from timeline.core.algebra import Term
from timeline.core.evaluate import Tense
from timeline.core.expression import Signal


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens from start up to end with their term; refers and until point to other expressions by their start token."""

    start: int
    end: int
    rule: str
    term: Term
    signal: Signal | None = None
    tense: Tense = Tense.UNKNOWN
    refers: int | None = None
    until: int | None = None
