"""'two days later', 'that year', 'the next day': the expression before that they count from."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.asides import asides
from timeline.resolve.refine.narrative import PASSED, is_narrative
from timeline.resolve.rules import day_nth
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, finer, granularity, rebased

_OF_A_DAY = frozenset({G.DAY, G.PART_OF_DAY})
_LOOK_BACK = 6
"""Expressions that are tried before the last one of any precision is taken."""


def mentions(scan: Scan, found: list[Found]) -> list[Found]:
    """Each expression that means the last date mentioned with its antecedent; without one it means publication."""
    refined: list[Found] = []
    dated: list[Found] = []
    passing = asides(scan, found) if is_narrative(found) else {}
    aside: tuple[Found, int] | None = None
    for index, one in enumerate(found):
        if aside and one.start > aside[1]:
            dated, aside = [other for other in dated[-2 * _LOOK_BACK :] if other is not aside[0]], None
        known = _known(one, dated)
        refined.append(known)
        if granularity(known.term) is not None and known.rule not in PASSED:
            dated.append(known)
        if index in passing:
            aside = known, passing[index]
    return refined


def _known(one: Found, dated: list[Found]) -> Found:
    if base(one.term) != a.Mentioned() or one.refers is not None or one.rule == day_nth.NAME:
        return one
    antecedent = _antecedent(one, dated)
    return _counted(one, antecedent) if antecedent else replace(one, term=rebased(one.term, a.Now()))


def _counted(one: Found, antecedent: Found) -> Found:
    """From the antecedent; from its day, where it is a part of one: the day of 'that night' is the one it begins in."""
    match one.term, antecedent.term:
        case a.Nearest(pattern=a.DayOfMonth() as day), month if granularity(month) is G.MONTH:
            return replace(one, term=a.In(day, a.This(G.MONTH, a.Mentioned())), refers=antecedent.start)
        case term, a.PartOf(of=day) if granularity(term) in _OF_A_DAY:
            return replace(one, term=rebased(one.term, day), refers=antecedent.refers)
    return replace(one, refers=antecedent.start)


def _antecedent(one: Found, dated: list[Found]) -> Found | None:
    wanted = _wanted(one.term)
    near = dated[: -_LOOK_BACK - 1 : -1]
    fits = (other for other in near if finer(granularity(other.term) or G.CENTURY, wanted))
    return next(fits, near[0] if near else None)


def _wanted(term: a.Term) -> G:
    """How precise the antecedent has to be: a year for 'May of that year', a month for 'on the 17th'."""
    match term:
        case a.In(of=of):
            return _wanted(of)
        case a.Nearest(pattern=a.DayOfMonth()):
            return G.MONTH
    wanted = granularity(term) or G.DAY
    return G.DAY if wanted is G.PART_OF_DAY else wanted
