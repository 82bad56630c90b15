"""'the quarter ended July 31', 'the three months to Sept. 30': the calendar quarter that holds most of it."""

from dataclasses import replace
from itertools import pairwise

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity, rebased

_REPORTED = a.Last(G.QUARTER)
_ENDED = (a.This(G.WEEK), a.This(G.MONTH))
_UNTIL = frozenset({" ended ", " ending ", " that ended ", " to "})


def ended(scan: Scan, found: list[Found]) -> list[Found]:
    """Each reported quarter whose last day is told is that of the month before it, as fiscal quarters end in any month;
    a week or a month that ended on a day is that day's."""
    refined = list(found)
    for index, (one, day) in enumerate(pairwise(found)):
        fiscal = one.term == _REPORTED
        if not (fiscal or (one.rule == "unit_bare" and one.term in _ENDED)):
            continue
        if granularity(day.term) is not G.DAY or gap(scan, one, day) not in _UNTIL:
            continue
        if fiscal:
            refined[index] = replace(one, term=a.This(G.QUARTER, a.Shift(-1, G.MONTH, day.term)))
        else:
            refined[index] = replace(one, term=rebased(one.term, day.term))
    return refined
