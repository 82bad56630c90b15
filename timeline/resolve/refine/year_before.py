"""'a year earlier' said of a quarter or a month is that quarter or month of the year before."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.narrative import is_narrative
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity, rebased

_IN_A_YEAR = {G.QUARTER: 4, G.MONTH: 12}
_REACH = 160
"""Tokens back to the quarter that is spoken of: about four sentences."""


def year_before(_scan: Scan, found: list[Found]) -> list[Found]:
    """Each year ago or earlier with the unit of what it is compared with."""
    refined: list[Found] = []
    spoken_of: Found | None = None
    history = is_narrative(found)
    for one in found:
        if not _a_year_before(one.term):
            refined.append(one)
            spoken_of = one if granularity(one.term) in _IN_A_YEAR else spoken_of
        elif spoken_of and one.start - spoken_of.start < _REACH:
            refined.append(_compared(one, spoken_of))
        else:
            refined.append(one if history else replace(one, term=rebased(one.term, a.Now())))
    return refined


def _compared(one: Found, spoken_of: Found) -> Found:
    unit = granularity(spoken_of.term) or G.QUARTER
    return replace(one, term=a.Shift(-_IN_A_YEAR[unit], unit, a.Mentioned()), refers=spoken_of.start)


def _a_year_before(term: a.Term) -> bool:
    return isinstance(term, a.Shift) and term.count == -1 and term.unit is G.YEAR
