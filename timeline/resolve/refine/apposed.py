"""'on 2 October, the day after the crossing', 'two years later (218 BC)': in apposition to a date stands that date."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, finer, granularity

_APPOSED: Final = frozenset({", ", " - ", "-", " – ", "–", " — ", "—", "--", " -- ", " ("})
_AND: Final = " and "
"""'on 2 May, a day after the vote and a week before the feast'."""


def apposed(scan: Scan, found: list[Found]) -> list[Found]:
    """Each date whose anchor is open, or the one mentioned, as the date that stands beside it."""
    refined: list[Found] = []
    for index, one in enumerate(found):
        before = refined[-1] if refined else None
        told = _after(scan, before, one) if before and _open(one) else None
        behind = found[index + 1] if index + 1 < len(found) else None
        refined.append(told or (_in_brackets(scan, one, behind) if behind else one))
    return refined


def _open(one: Found) -> bool:
    return one.refers is None and base(one.term) == a.Mentioned()


def _after(scan: Scan, before: Found, one: Found) -> Found | None:
    """'on 2 October, the day after the crossing'."""
    between = gap(scan, before, one)
    if between in _APPOSED and granularity(before.term) and not _open(before):
        return replace(one, term=a.Mentioned(), refers=before.start)
    if between == _AND and before.term == a.Mentioned() and before.refers is not None:
        return replace(one, term=before.term, refers=before.refers)
    return None


def _in_brackets(scan: Scan, one: Found, behind: Found) -> Found:
    """'two years later (218 BC)'."""
    date, told = granularity(behind.term), granularity(one.term)
    bracketed = gap(scan, one, behind) == " (" and scan.word(behind.end) == ")"
    if not bracketed or base(one.term) != a.Mentioned() or date is None or not isinstance(base(behind.term), a.Date):
        return one
    return replace(one, term=behind.term, refers=None) if told is None or finer(date, told) else one
