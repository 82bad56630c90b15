"""Anchoring a reading: evaluating its terms, in the order of the text, for one publication."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Anchor, evaluate
from timeline.core.expression import Expression, Resolution
from timeline.core.interval import Interval

_evaluated: Final = lru_cache(maxsize=4096)(evaluate)
"""Evaluation is pure and its arguments are frozen: 'Friday' in one article gives the same every time."""


def anchor(
    expressions: Iterable[Expression], publication: Interval, evidence: Evidence | None = None, article: str = ""
) -> tuple[Resolution, ...]:
    """Each expression resolved; the derivation begins with its own words. The text itself is not read again."""
    found: dict[int, Resolution] = {}
    for expression in expressions:
        antecedent = found.get(expression.refers) if expression.refers is not None else None
        mentioned = antecedent.interval if antecedent else None
        evaluation = _evaluated(expression.term, Anchor(publication, mentioned, expression.tense, evidence))
        words = Evidence(expression.start, expression.end, expression.text, article)
        read = Step(Kind.EXPRESSION, expression.rule, None, words)
        found[expression.start] = Resolution(expression, evaluation.interval, (read, *evaluation.derivation))
    return tuple(found.values())
