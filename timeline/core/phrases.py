"""Dates inside a sentence: 'on Tuesday, 5 November 2024', 'in early October 2024', 'between 8 and 13 October 2024'."""

from typing import Final

from timeline.core import calendar, words
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.portions import part_of, portion_of

_WITH_THE: Final = {G.WEEK, G.QUARTER, G.HALF, G.DECADE, G.CENTURY}
_UNITS: Final = {G.MONTH, G.SEASON, G.YEAR} | _WITH_THE


def placed(interval: Interval) -> str:
    """Where an event lies, with its preposition; 'at a time that is not known' where nothing is."""
    if interval.unknown:
        return "at a time that is not known"
    if interval.end == calendar.END:
        return words.in_words(interval).replace("from ", "on or after ", 1).removesuffix(", end not known")
    if interval.start == calendar.BEGINNING:
        return words.in_words(interval)
    return _bounded(interval)


def placed_one_of(intervals: tuple[Interval, ...]) -> str:
    """'on 4 or 5 November 2024', for days; else 'in' with the words."""
    days = all(found.granularity is G.DAY for found in intervals)
    return f"{'on' if days else 'in'} {words.one_of(intervals)}"


def _bounded(interval: Interval) -> str:
    unit, said = interval.granularity, words.in_words(interval)
    if unit is G.DAY and not portion_of(interval):
        return f"on {words.with_weekday(interval)}"
    if unit in {G.SECOND, G.MINUTE}:
        return f"on {said.replace(', ', ' at ')}"
    if unit is G.PART_OF_DAY and part_of(interval):
        return f"in {said}" if said.startswith("the ") else f"at {said}"
    if unit in _UNITS and said != words.span(interval):
        return _in_unit(interval, said)
    return _between(said, words.span(interval))


def _in_unit(interval: Interval, said: str) -> str:
    """'in early October 2024', 'in the week of 4 November 2024', 'early in the week of 4 November 2024'."""
    if " in the " in said:
        return said
    return f"in {'the ' if interval.granularity in _WITH_THE else ''}{said}"


def _between(said: str, span: str) -> str:
    if said != span:
        return f"on the {said}" if said.startswith("weekend") else said
    if " to " in said:
        return f"between {said.replace(' to ', ' and ', 1)}"
    return f"on {said}" if said[:1].isdigit() and " " in said else f"in {said}"
