"""'two days later', 'that year', 'the next day': the expression before that they count from."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, finer, granularity, rebased

_LOOK_BACK = 6
"""Expressions that are tried before the last one of any precision is taken."""


def mentions(_scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression that means the last date mentioned with its antecedent; without one it means publication."""
    refined: list[Found] = []
    dated: list[Found] = []
    for one in found:
        known = _known(one, dated)
        refined.append(known)
        if granularity(known.term) is not None:
            dated.append(known)
    return refined


def _known(one: Found, dated: list[Found]) -> Found:
    if base(one.term) != a.Mentioned() or one.refers is not None:
        return one
    antecedent = _antecedent(one, dated)
    return replace(one, refers=antecedent.start) if antecedent else replace(one, term=rebased(one.term, a.Now()))


def _antecedent(one: Found, dated: list[Found]) -> Found | None:
    wanted = granularity(one.term) or G.DAY
    wanted = G.DAY if wanted is G.PART_OF_DAY else wanted
    near = dated[: -_LOOK_BACK - 1 : -1]
    fits = (other for other in near if finer(granularity(other.term) or G.CENTURY, wanted))
    return next(fits, near[0] if near else None)
