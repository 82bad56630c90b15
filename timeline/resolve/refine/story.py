"""Words that count from publication or from our century in news, and from the story in a history."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, rebased

_CENTURY: Final = 100
_TENS: Final = 10
_FULL: Final = 4
"""Digits of a year that names its century."""


def of_the_century(scan: Scan, one: Found, year: int | None) -> Found:
    """''48', 'the thirties': the one that lies nearest to the year told last."""
    if year is None:
        return one
    match one.term:
        case a.Date(year=short) if one.rule == "year_short" and (near := _nearest(short, year, _CENTURY)) != short:
            return replace(one, term=a.Date(near))
        case a.Decade(number=tens) if not _full(scan, one):
            return replace(one, term=a.Decade(_nearest(tens, year // _TENS, _TENS)))
        case a.Century(number=hundreds) if year <= 0 < hundreds < _TENS and scan.word(one.end - 1) == "century":
            return replace(one, term=a.Century(-hundreds - 1))
        case a.Portion(of=of) | a.Modified(of=of) if isinstance(of, a.Decade | a.Century):
            return replace(one, term=replace(one.term, of=of_the_century(scan, replace(one, term=of), year).term))
    return one


def _full(scan: Scan, one: Found) -> bool:
    return any(word.isdigit() and len(word) == _FULL for word in scan.words[one.start : one.end])


def _nearest(number: int, told: int, span: int) -> int:
    """The number that is the same within a span and lies nearest to what is told."""
    return told - (told - number + span // 2) % span + span // 2


def of_the_story(scan: Scan, one: Found) -> Found:
    """'The next month', 'this year', 'in the past year', which is a length: counted from the date told last."""
    match one.term:
        case a.Last(unit=G.YEAR | G.MONTH | G.WEEK as unit, of=a.Now()) if _says(scan, one, "past"):
            return replace(one, term=a.Run(a.Length((a.Amount(1, unit),)), -1, a.Mentioned()))
    counts = base(one.term) == a.Now() and not isinstance(one.term, a.Reference) and one.rule != "deictic"
    if counts and (_says(scan, one, "next") or _says(scan, one, "this")):
        return replace(one, term=rebased(one.term, a.Mentioned()))
    return one


def _says(scan: Scan, one: Found, word: str) -> bool:
    return word in map(str.lower, scan.words[one.start : one.end])
