"""The list in its groups: months, in them days, in them events, each with its place to the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from timeline.core import calendar, edtf, words
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.line import Sort
from timeline.web.showing.headings import Heading, heading

_ORDERS: Final = {
    Sort.BACKWARDS: "The latest first",
    Sort.CORROBORATION: "The best corroborated first",
    Sort.ARRIVAL: "The last to be reported first",
}
_LONG: Final = 93 * calendar.DAY
"""Spans longer than a quarter stand under their own years and not under the month in which they begin."""


@dataclass(frozen=True, slots=True)
class Item:
    """An event of the list: whether its order with the next one is open, and why, where the page does not show it."""

    event: Event
    unsure: bool
    why: str
    last: bool


@dataclass(frozen=True, slots=True)
class Day:
    """Events with the same date in words."""

    heading: Heading
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The days that begin in a month, or a longer span by its years."""

    name: str
    datetime: str | None
    days: tuple[Day, ...]

    @property
    def events(self) -> int:
        """How many events it has."""
        return sum(len(day.items) for day in self.days)


def listed(events: Sequence[Event], sort: Sort) -> tuple[Month, ...]:
    """Dated events in their groups; in another order than that of time they are one group, and have no neighbours."""
    if sort is Sort.TIME:
        return months(events)
    items = [Item(event, unsure=False, why="", last=True) for event in events]
    return (Month(_ORDERS[sort], None, tuple(_days(items))),) if items else ()


def months(events: Sequence[Event]) -> tuple[Month, ...]:
    """Dated events, in order, in their groups."""
    items = list(_items(events))
    return tuple(
        Month(*key, days=tuple(_days(own))) for key, own in groupby(items, key=lambda item: _month(item.event))
    )


def _items(events: Sequence[Event]) -> Iterator[Item]:
    for one, after in pairwise(events):
        unsure = after.date.interval.start < one.date.interval.end
        yield Item(one, unsure, _why(one, after) if unsure else "", last=False)
    if events:
        yield Item(events[-1], unsure=False, why="", last=True)


def _why(one: Event, after: Event) -> str:
    """Why it is not certain that one came before the other; nothing where they stand under the same date."""
    first, second = one.date.interval, after.date.interval
    if heading(one.date) == heading(after.date):
        return ""
    if first.end == calendar.END:
        return "It has no known end."
    if second.start == calendar.BEGINNING or first.start == calendar.BEGINNING:
        which = "The next event" if second.start == calendar.BEGINNING else "It"
        return f"{which} has no known first day."
    return "The ranges of the two overlap."


def _month(event: Event) -> tuple[str, str | None]:
    start, end = event.date.order[0], event.date.interval.end
    if event.date.interval.bounded and end - start > _LONG:
        years = Interval(calendar.floor(start, G.YEAR), calendar.ceiling(end - 1, G.YEAR))
        return words.span(years), None
    month = unit_at(start, G.MONTH)
    return words.month(start), edtf.write(month) if calendar.at(1) <= start else None


def _days(items: Iterable[Item]) -> Iterator[Day]:
    for found, own in groupby(items, key=lambda item: heading(item.event.date)):
        yield Day(found, tuple(own))
