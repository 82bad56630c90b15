"""When an act was that is only looked back on: 'ten years after the explosion' puts it that long before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.evaluate import Anchor, evaluate
from timeline.core.expression import Resolution
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.mention import ANNIVERSARY, TOLD_ON, YEARS_AFTER, Mention

SIEVES: Final = frozenset({YEARS_AFTER, TOLD_ON, ANNIVERSARY})
"""Those of acts that are looked back on: none is of the day of which the article speaks."""
_YEARS: Final = {G.DECADE: 10, G.CENTURY: 100}


def resolved(mention: Mention, resolutions: Mapping[int, Resolution], publication: Interval) -> Resolution | None:
    """The months or years before the time at which it is told; None where 'more than' or a run leaves that open."""
    found = {when.sieve: resolutions.get(when.start) for when in mention.when}
    length, day = found.get(YEARS_AFTER), found.get(TOLD_ON)
    if length is None or (TOLD_ON in found and (day is None or day.expression.refers is not None)):
        return None
    term = _before(length.expression.term, day.expression.term if day else a.Now())
    if term is None:
        return None
    given = evaluate(term, Anchor(publication, None, day.expression.tense if day else length.expression.tense))
    if given.interval.unknown:
        return None
    return Resolution(replace(length.expression, term=term), given.interval, given.derivation, length.article)


def _before(length: a.Term, day: a.Term) -> a.Term | None:
    if not isinstance(length, a.Length) or len(length.amounts) != 1 or length.amounts[0].count is None:
        return None
    count, unit = length.amounts[0].count, length.amounts[0].unit
    return a.Shift(-count * _YEARS.get(unit, 1), G.YEAR if unit in _YEARS else unit, day)
