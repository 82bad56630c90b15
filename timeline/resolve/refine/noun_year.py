"""'the July uprising of 1830', 'the Winter Offensive (early 1951)': a month or season, and its year after its noun."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.refine.neighbours import gap
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, open_choice, substituted

_BESIDE: Final = 2
"""Tokens from a month to the end of the noun after it."""


def noun_year(scan: Scan, found: list[Found]) -> list[Found]:
    """Each such month or season in that year."""
    return [_of(scan, one, behind) for one, behind in zip(found, (*found[1:], None), strict=False)]


def _of(scan: Scan, one: Found, behind: Found | None) -> Found:
    choice, year = open_choice(one.term), base(behind.term) if behind else None
    if behind is None or choice is None or not isinstance(year, a.Date) or not _named(scan, one, behind):
        return one
    if not isinstance(choice.pattern, a.MonthOfYear | a.SeasonOfYear):
        return one
    return replace(one, term=substituted(one.term, choice, a.In(choice.pattern, a.Date(year.year))))


def _named(scan: Scan, one: Found, behind: Found) -> bool:
    """Whether a noun stands between: any before 'of', one with a capital before a bracket."""
    noun = scan.after(one.end)
    if not noun.isalpha() or noun == "of":
        return False
    between = gap(scan, replace(one, end=one.end + _BESIDE), behind)
    return between == " of " or (between == " (" and scan.words[one.end + 1].istitle())
