"""The little drawing of a collection: a column for each part of its time, over a line with its ends."""

from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, glance, words

HEIGHT: Final = 40
_ROOM: Final = 0.7
"""Of a part's width, so that neighbours stay apart."""
_MONTH: Final = 31 * calendar.DAY
_YEARS: Final = 5 * 366 * calendar.DAY


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands on the line."""

    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spark:
    """The columns, and what is written under the ends of the line."""

    columns: tuple[Column, ...]
    first: str
    last: str


def spark(found: glance.Spark) -> Spark:
    """The columns, as high as they count, the fullest as high as there is room."""
    part, most = 100 / len(found.counts), max(*found.counts, 1)
    columns = tuple(
        Column(round((at + (1 - _ROOM) / 2) * part, 2), round(_ROOM * part, 2), max(round(HEIGHT * n / most, 1), 2))
        for at, n in enumerate(found.counts)
        if n
    )
    span = found.end - found.start
    return Spark(columns, _end(found.start, span), _end(found.end - calendar.DAY, span))


def _end(at: float, span: float) -> str:
    """As precisely as the span asks for."""
    if span <= _MONTH:
        return words.day(at)
    return words.month(at) if span <= _YEARS else words.year(calendar.fields(at)[0])
