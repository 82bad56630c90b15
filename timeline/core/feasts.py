"""The days of feasts that other calendars than the Gregorian fix, from feasts.json, which bench/feasts.py writes."""

import json
from bisect import bisect_left
from functools import cache
from importlib import resources
from typing import Final

from timeline.core import calendar

FILE: Final = "feasts.json"
_AROUND: Final = 4
"""Days given on either side of a moment: the two Eids can come three times in one of our years."""

Days = tuple[int, int]
"""The civil times at which a feast begins and ends."""


@cache
def table() -> dict[str, list[str]]:
    """Each feast's days in ISO 8601, in order; read once, when a feast is first asked for."""
    found: dict[str, list[str]] = json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return found


@cache
def days(feast: str) -> tuple[Days, ...]:
    """All that are known; none of a feast that is not in the table."""
    return tuple(map(_read, table().get(feast, ())))


def near(feast: str, civil: float) -> tuple[Days, ...]:
    """Those next to a moment, on either side; none where the moment is not between two that are known."""
    known = days(feast)
    at = bisect_left(known, (civil, civil))
    return known[max(0, at - _AROUND) : at + _AROUND] if 0 < at < len(known) else ()


def _read(text: str) -> Days:
    first, _, last = text.partition("/")
    return _start(first), _start(last or first) + calendar.DAY


def _start(text: str) -> int:
    year, month, day = map(int, text.split("-"))
    return calendar.at(year, month, day)
