"""Anchoring a reading: evaluating its terms, in the order of the text, for one publication."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from timeline.core.derivation import Evidence
from timeline.core.evaluate import Anchor, Evaluation, Tense, evaluate
from timeline.core.expression import Expression, Resolution
from timeline.core.interval import Interval

_evaluated: Final = lru_cache(maxsize=4096)(evaluate)
"""Evaluation is pure and its arguments are frozen: 'Friday' in one article gives the same every time."""


def anchor(
    expressions: Iterable[Expression],
    publication: Interval,
    evidence: Evidence | None = None,
    article: str = "",
    *,
    post: bool = False,
) -> tuple[Resolution, ...]:
    """Each expression resolved; those of a post spell their values as such. The text itself is not read again."""
    found: dict[int, Resolution] = {}
    known: dict[tuple[int, Tense, int], Evaluation] = {}
    for expression in expressions:
        antecedent = found.get(expression.refers) if expression.refers is not None else None
        mentioned = antecedent.interval if antecedent else None
        key = (id(expression.term), expression.tense, id(mentioned))
        evaluation = known.get(key)
        if evaluation is None:
            evaluation = _evaluated(expression.term, Anchor(publication, mentioned, expression.tense, evidence))
            known[key] = evaluation
        found[expression.start] = Resolution(expression, evaluation.interval, evaluation.derivation, article, post)
    return tuple(found.values())
