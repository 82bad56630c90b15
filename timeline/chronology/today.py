"""The day of speaking, named by its date: 'Earlier today, on November 5'."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from timeline.core import algebra as a
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity as G

_APART: Final = 5
"""Characters between 'today' and the date beside it: ', on '."""
_MARKS: Final = " ,:;(–—-"
_JOINS: Final = frozenset({"", "on", "am"})
"""What may stand between them beside marks: 'today and November 6' are two days. 'am' is German."""
_UNIT: Final = "unit"
"""The rule that reads 'this day' and 'the same day', which histories say of any day."""


@dataclass(frozen=True, slots=True)
class Named:
    """The words for the day of speaking and a date beside them, in the order of the text; date is one of words."""

    words: tuple[Expression, Expression]
    date: Expression

    @property
    def span(self) -> tuple[int, int]:
        """From the beginning of the first to the end of the second."""
        return self.words[0].start, self.words[1].end


def named(text: str, expressions: tuple[Expression, ...]) -> Iterator[Named]:
    """Where a text says which date the day of speaking has; not in a quotation, whose day may be another."""
    for first, second in pairwise(expressions):
        date, other = (second, first) if _is_today(first.term) else (first, second)
        spoken = _is_today(other.term) and other.rule != _UNIT
        apposed = spoken and _is_date(date.term) and _beside(text[first.end : second.start])
        if apposed and not _quoted(text, first.start):
            yield Named((first, second), date)


def inner(term: a.Term) -> a.Term:
    """What a part or a portion is of."""
    return inner(term.of) if isinstance(term, a.PartOf | a.Portion | a.Modified) else term


def _is_today(term: a.Term) -> bool:
    return isinstance(found := inner(term), a.This) and found.unit is G.DAY and isinstance(found.of, a.Now)


def _is_date(term: a.Term) -> bool:
    return isinstance(inner(term), a.Date | a.Nearest)


def _beside(between: str) -> bool:
    return len(between) <= _APART and "\n" not in between and between.strip(_MARKS).lower() in _JOINS


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation is open there, by the marks of its paragraph."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    low, high = before.count("„"), before.count("“")
    opened, closed = low or high, before.count("”") + (high if low else 0)
    return opened > closed or before.count("«") > before.count("»") or before.count('"') % 2 == 1
