"""Looks back and ahead: years told in passing, from which the story returns, so that what follows does not count from
them."""

from itertools import pairwise
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, finer, granularity
from timeline.resolve.vocabulary import BREAK

_AHEAD: Final = 2
"""Years by which a date lies ahead of the story to be an aside; a story often names the next year and goes back."""
_LIFETIME: Final = 75
"""Years from the middle of those told, beyond which a date is no part of the story: a book, a later view, a forerunner.
Wars of a hundred years and more lie within it on both sides."""
_PREPOSITION: Final = 2
"""Tokens of a preposition and the space after it."""
_STOPS: Final = frozenset({".", "!", "?"})
_ABBREVIATED: Final = 2
"""Letters of a word after which a full stop ends no sentence: 'Dr.', 'J.'."""


def asides(scan: Scan, found: list[Found]) -> dict[int, int]:
    """The dates told in passing, each by its place in found with the token at which its sentence ends.

    In '... in 1812, as it had in 1709. In May ...' the story returns from 1709 to 1812 or later: the May is not of
    1709; but not where 1709 heads its sentence. A date that lies ahead, and from which the story goes back more than
    half of the way, is an aside too.
    """
    dated = [(index, year) for index, one in enumerate(found) if (year := explicit_year(one)) is not None]
    middle = sorted(year for _, year in dated)[len(dated) // 2] if dated else 0
    passing: set[int] = {index for index, year in dated if abs(year - middle) > _LIFETIME}
    told: int | None = None
    story = [(index, year) for index, year in dated if index not in passing]
    for (index, year), (_, following) in pairwise(story):
        if told is not None and _in_passing(told, year, following) and not _heads(scan, found[index]):
            passing.add(index)
        else:
            told = year
    return _ends(scan, {index: found[index].end for index in sorted(passing)})


def _in_passing(told: int, year: int, following: int) -> bool:
    back = year < told <= following
    ahead = year - told >= _AHEAD and following < year and 2 * (following - told) < year - told
    return back or ahead


def _heads(scan: Scan, one: Found) -> bool:
    """Whether a date heads its sentence, alone or after a preposition: 'In 1709 ...' goes back with the story."""
    return begins_sentence(scan, one.start) or begins_sentence(scan, one.start - _PREPOSITION)


def _ends(scan: Scan, places: dict[int, int]) -> dict[int, int]:
    """Where the sentences end that go on at some places; each stretch of the text is looked at once."""
    end = -1
    ends: dict[int, int] = {}
    for index, at in places.items():
        end = end if at <= end else sentence_end(scan, at)
        ends[index] = end
    return ends


def explicit_year(one: Found) -> int | None:
    """The year that a date of a year or less names by itself."""
    unit, date = granularity(one.term), base(one.term)
    if unit is None or not finer(unit, G.YEAR) or unit.within_day or not isinstance(date, a.Date):
        return None
    return date.year


def sentence_end(scan: Scan, at: int) -> int:
    """The token at which the sentence that goes on at a token ends."""
    last = scan.codes.find(BREAK, at)
    last = len(scan.words) if last < 0 else last
    for index in range(at, last):
        if scan.words[index] in _STOPS and not _abbreviated(scan.words[index - 1]):
            return index
    return last


def _abbreviated(word: str) -> bool:
    return word.istitle() and len(word) <= _ABBREVIATED


def begins_sentence(scan: Scan, at: int) -> bool:
    """Whether a token is the first word of a sentence or a paragraph."""
    before = scan.codes[at - 1 : at]
    return before in ("", BREAK) or (before == " " and scan.word(at - 2) in _STOPS)
