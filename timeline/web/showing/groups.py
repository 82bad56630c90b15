"""The list in its groups: months, in them days, in them events, each with its place to the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from timeline.core import calendar, edtf, words
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.line import Sort
from timeline.web.showing import neighbours
from timeline.web.showing.headings import Heading, heading
from timeline.web.showing.neighbours import Item

_ORDERS: Final = {
    Sort.BACKWARDS: "The latest first",
    Sort.CORROBORATION: "The best corroborated first",
    Sort.ARRIVAL: "The last to be reported first",
}
_LONG: Final = 93 * calendar.DAY
"""Spans longer than a quarter stand under their own years and not under the month in which they begin."""


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
    items = list(map(Item, events))
    return (Month(_ORDERS[sort], None, tuple(_days(items))),) if items else ()


def months(events: Sequence[Event]) -> tuple[Month, ...]:
    """Dated events, in order, in their groups."""
    own = groupby(neighbours.items(events), key=lambda item: _month(item.event))
    return tuple(Month(*key, days=tuple(_days(items))) for key, items in own)


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
