"""'the quarter ended July 31', 'the three months to Sept. 30': the calendar quarter that holds most of it."""

from dataclasses import replace
from itertools import pairwise

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import granularity

_UNTIL = frozenset({" ended ", " ending ", " that ended ", " to "})


def ended(scan: Scan, found: list[Found]) -> list[Found]:
    """Each reported quarter whose last day is told is that of the month before it: fiscal quarters end in any month."""
    refined = list(found)
    for index, (one, day) in enumerate(pairwise(found)):
        if one.term == a.Last(G.QUARTER) and granularity(day.term) is G.DAY and gap(scan, one, day) in _UNTIL:
            refined[index] = replace(one, term=a.This(G.QUARTER, a.Shift(-1, G.MONTH, day.term)))
    return refined
