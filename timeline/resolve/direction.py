"""Words that choose among units or occurrences: 'last', 'next', 'this', 'the previous', 'that same'."""

from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity

_BEFORE: Final = frozenset({"last", "past", "latest", "previous", "preceding", "prior"})
_AFTER: Final = frozenset({"next", "coming", "upcoming", "following", "subsequent", "ensuing"})
_OF_THE_STORY: Final = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing"})
"""Said of the date that was mentioned; the others are said of the publication."""


def base(word: str) -> a.Term:
    """The anchor that a word counts from."""
    return a.Mentioned() if word in _OF_THE_STORY else a.Now()


def unit(word: str, granularity: Granularity) -> a.Term:
    """'last week', 'the following month', 'this year'."""
    if word in _BEFORE:
        return a.Last(granularity, base(word))
    if word in _AFTER:
        return a.Next(granularity, base(word))
    return a.This(granularity, base(word))


def occurrence(word: str, pattern: a.Pattern) -> a.Term:
    """'last Friday', 'next March', 'this summer'."""
    if word in _BEFORE:
        return a.Nearest(pattern, a.Toward.BEFORE, base(word))
    if word in _AFTER:
        return a.Nearest(pattern, a.Toward.AFTER, base(word))
    if isinstance(pattern, a.Weekday):
        return a.Nearest(pattern, a.Toward.FUTURE)
    return a.In(pattern, a.This(Granularity.YEAR))
