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
        near = spoken_of is not None and one.start - spoken_of.start < _REACH
        if not _a_year_before(one.term):
            told = _same_quarter(one, spoken_of) if near and spoken_of else one
            refined.append(told)
            spoken_of = one if _leads(one.term) else spoken_of
        elif near and spoken_of:
            refined.append(_compared(one, spoken_of))
        else:
            refined.append(one if history else replace(one, term=rebased(one.term, a.Now())))
    return refined


def _leads(term: a.Term) -> bool:
    """Whether what follows is compared with this: not with what is itself a comparison ('the year-ago quarter')."""
    return granularity(term) in _IN_A_YEAR and not isinstance(term, a.Shift)


def _same_quarter(one: Found, spoken_of: Found) -> Found:
    """'the latest quarter', 'the 1988 period' after 'the fourth quarter': that quarter, that quarter of 1988."""
    match one.rule, one.term, spoken_of.term:
        case "quarter_latest", a.Last(unit=G.QUARTER, of=a.Now()), a.Nearest(pattern=a.QuarterOfYear()):
            return replace(one, term=a.This(G.QUARTER, a.Mentioned()), refers=spoken_of.start)
        case "quarter_latest", a.Date(month=None), a.Nearest(pattern=a.QuarterOfYear() as quarter):
            return replace(one, term=a.In(quarter, one.term))
    return one


def _compared(one: Found, spoken_of: Found) -> Found:
    unit = granularity(spoken_of.term) or G.QUARTER
    return replace(one, term=a.Shift(-_IN_A_YEAR[unit], unit, a.Mentioned()), refers=spoken_of.start)


def _a_year_before(term: a.Term) -> bool:
    return isinstance(term, a.Shift) and term.count == -1 and term.unit is G.YEAR
