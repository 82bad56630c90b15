"""'It left on Tuesday. At 1.29 a.m. the bridge fell.': a clock time without a day is of the day told before it."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import THE_DAY, granularity
from timeline.resolve.vocabulary import BREAK

_THAT_DAY = a.This(G.DAY, a.Mentioned())
_DATED = frozenset({G.DAY, G.PART_OF_DAY, G.MINUTE, G.HOUR})


def clock_day(scan: Scan, found: list[Found]) -> list[Found]:
    """Each clock time that has no day of its own with the last day named before it in the paragraph, if any."""
    refined: list[Found] = []
    last: Found | None = None
    seen = 0
    for one in found:
        if BREAK in scan.codes[seen : one.start]:
            last = None
        seen = one.end
        night = last.term.of if last and isinstance(last.term, a.PartOf) else None
        timed = _of_that_day(one.term, night or _THAT_DAY)
        if timed and last:
            refined.append(replace(one, term=timed, refers=None if night else last.start))
            continue
        if granularity(one.term) in _DATED and one.refers is None:
            last = one
        refined.append(one)
    return refined


def _of_that_day(term: a.Term, day: a.Term) -> a.Term | None:
    """The clock time on the day mentioned; None for what is no clock time, or has a day."""
    match term:
        case a.Clock(of=of) if of == THE_DAY:
            return replace(term, of=day)
        case a.Modified(of=of) if timed := _of_that_day(of, day):
            return replace(term, of=timed)
    return None
