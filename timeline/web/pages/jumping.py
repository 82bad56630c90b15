"""Where one may jump in a list: inside a page that has all of it, else to the page that begins with a date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from flask import url_for

from timeline.core import calendar, edtf, words
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.line import Position, Sort, TimelineQuery
from timeline.services import jumps
from timeline.services.jumps import Jump
from timeline.services.shown import OneEvent, Timeline
from timeline.web import cursors
from timeline.web.cursors import LINE, UNDATED
from timeline.web.pages.filters import PAGE
from timeline.web.pages.view import View
from timeline.web.showing.groups import Month
from timeline.web.state import database, state

_MANY: Final = 18
"""Months beyond which a page that has them all is jumped through by years."""
_LIST: Final = "#list-t"


@dataclass(frozen=True, slots=True)
class Way:
    """A link with what it leads to: a name, the rest of it for the ear, how many events, and whether one is there.

    events is None for a day: a figure beside its own would be taken for a part of it.
    """

    name: str
    rest: str
    events: int | None
    address: str
    here: bool = False
    leaves: bool = False
    """Whether it leads to another page: robots need not follow."""


def ways(found: Timeline, months: Sequence[Month], view: View) -> tuple[tuple[Way, ...], ...]:
    """The levels of links over a list; none over one that is short, or in no order of time."""
    query, events = view.asked.query, found.page.events
    if len(events) == found.page.total:
        return (tuple(_inside(months)),) if len(months) > 2 else ()
    if not events or query.sort not in {Sort.TIME, Sort.BACKWARDS}:
        return ()
    levels = jumps.of(database(), query, events[0].date.order[0], PAGE)
    return tuple(tuple(_to(one, view) for one in level) for level in levels)


def _inside(months: Sequence[Month]) -> Iterator[Way]:
    """To each month of the page, or to the first of each year."""
    if len(months) <= _MANY:
        for at, month in enumerate(months, 1):
            yield Way(month.name, "", month.events, f"#g{at}")
        return
    for name, own in groupby(enumerate(months, 1), key=lambda numbered: _year(numbered[1])):
        numbered = list(own)
        yield Way(name, "", sum(month.events for _, month in numbered), f"#g{numbered[0][0]}")


def _year(month: Month) -> str:
    return words.year(calendar.fields(month.days[0].items[0].event.date.order[0])[0])


def _to(jump: Jump, view: View) -> Way:
    said = words.in_words(jump.unit)
    name, _, rest = said.partition(" ") if jump.unit.granularity in {G.MONTH, G.DAY} else (said, "", "")
    events = None if jump.unit.granularity is G.DAY else jump.events
    return Way(name, rest, events, view.address(at=edtf.write(jump.unit)) + _LIST, jump.here, leaves=True)


def in_its_list(found: OneEvent) -> str:
    """The address of an event among the others: on the first page of its list, else on one that begins with it."""
    slug, dated = found.collection.slug, found.event.date.dated
    count, view, lister = (
        (found.collection.events, "pages.collection", LINE)
        if dated
        else (found.collection.undated, "pages.undated", UNDATED)
    )
    cursor = None if count <= PAGE else _before(found.event, slug, lister)
    return url_for(view, slug=slug, cursor=cursor) + f"#e-{found.event.id}"


def _before(event: Event, slug: str, lister: str) -> str:
    position = Position((*event.date.order, event.title, ""))
    return cursors.write(state().signing_key, position, TimelineQuery(slug), lister)
