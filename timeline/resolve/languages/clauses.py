"""Clauses of a text in another language, and which of them speak of the future: looked for once, where a date asks."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import Final

from timeline.core.evaluate import Tense
from timeline.resolve.languages.tables import table

_FARTHEST: Final = 120
"""Code points on either side of a date in which a verb is looked for."""


class Clauses:
    """Where the clauses of a text end, and where its words about the future begin."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language

    def tense(self, start: int, end: int) -> Tense:
        """Future where a verb of the same clause says so; the others are left to the algebra."""
        first, last = self._around(start, end)
        at = bisect_left(self._future, first)
        return Tense.FUTURE if at < len(self._future) and self._future[at] < last else Tense.UNKNOWN

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds a date."""
        before, after = bisect_right(self._ends, start) - 1, bisect_left(self._ends, end)
        first = self._ends[before] if before >= 0 else 0
        last = self._ends[after] if after < len(self._ends) else len(self._text)
        return max(first, start - _FARTHEST), min(last, end + _FARTHEST)

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in _patterns(self._language)[0].finditer(self._text)]

    @cached_property
    def _future(self) -> list[int]:
        return [match.start() for match in _patterns(self._language)[1].finditer(self._text)]


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a clause, and what a clause about the future has."""
    words = table(language)
    ends = "|".join([table("any")["clauses"], *([words["clauses"]] if "clauses" in words else [])])
    return re.compile(ends, re.IGNORECASE), re.compile(words["future"], re.IGNORECASE)
