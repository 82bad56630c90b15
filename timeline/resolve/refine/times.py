"""'3 p.m. Tuesday', 'Friday at 15:00', 'the afternoon of 5 November': a time of day joined to its day."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import THE_DAY, granularity

_JOINED = frozenset({" ", ", ", ",", " of "})
_TOLD_APART = frozenset(
    {" on ", " on the ", ", on ", " at ", ", at ", " around ", " about ", " by ", " at about ", " at around "}
)
"""With a preposition between them they stay two expressions; the time is that day's all the same."""


def times(scan: Scan, found: list[Found]) -> list[Found]:
    """Each time of day with the day that stands beside it, as one expression."""
    joined: list[Found] = []
    for one in found:
        joined[-1:] = _together(scan, joined[-1], one) if joined else [one]
    return joined


def _together(scan: Scan, left: Found, right: Found) -> list[Found]:
    forward = _timed(left.term) and (_day(right.term) or (isinstance(left.term, a.Clock) and _part(right.term)))
    between = gap(scan, left, right) if forward or (_timed(right.term) and _day(left.term)) else None
    if between is None:
        return [left, right]
    if forward:
        day = right.term.of if isinstance(right.term, a.PartOf) else right.term
        on = replace(left, term=_on(left.term, day))
        if between in _JOINED:
            return [replace(on, end=right.end)]
        return [on, right] if between in _TOLD_APART else [left, right]
    on = replace(right, term=_on(right.term, left.term))
    if between in _JOINED and between != " of ":
        return [replace(on, start=left.start)]
    return [left, on] if between in _TOLD_APART else [left, right]


def _timed(term: a.Term) -> bool:
    """Whether a term is a time of a day that nobody has named yet."""
    return isinstance(term, a.Clock | a.PartOf) and term.of == THE_DAY


def _day(term: a.Term) -> bool:
    return granularity(term) is G.DAY and not isinstance(term, a.Portion)


def _part(term: a.Term) -> bool:
    """Whether a term is a part of a day that is named: 'Sunday morning'."""
    return isinstance(term, a.PartOf) and _day(term.of) and term.of != THE_DAY


def _on(time: a.Term, day: a.Term) -> a.Term:
    return replace(time, of=day) if isinstance(time, a.Clock | a.PartOf) else time
