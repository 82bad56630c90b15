"""iCalendar (RFC 5545, with the calendar's name and address of RFC 7986): a VEVENT an event.

Days, weeks, months and years are whole days, which no reader's time zone moves; what is known by the minute is written
in UTC. A calendar must have a day on which something begins, and would show an event without an end on that day alone;
so events with an open end, and the undated, are left out and counted.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar
from icalendar import Event as Component
from icalendar.prop import vText

from timeline.core import calendar
from timeline.core.event import Certainty, Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.mention import Status
from timeline.services.exports import told
from timeline.services.exports.taken import Entry, Taken

_END: Final = "END:VCALENDAR\r\n"
_PRODUCT: Final = "-//timeline//timeline//EN"
_FIRST: Final = calendar.at(1, 1, 2)
_LAST: Final = calendar.at(9999)
"""The years that its dates have, less what another time zone, and an end that is exclusive, may need."""


def carries(interval: Interval) -> bool:
    """Whether both ends are known, and are in years of four figures."""
    return interval.start >= _FIRST and interval.end <= _LAST


def write(taken: Taken) -> Iterator[str]:
    """The calendar in pieces, an event each."""
    yield _head(taken)
    for entry in taken.entries:
        yield str(_component(entry, taken).to_ical().decode())
    yield _END


def _head(taken: Taken) -> str:
    head = Calendar()
    head.add("prodid", _PRODUCT)
    head.add("version", "2.0")
    name, about = told.plain(taken.title), f"{told.asked(taken)} {told.left_out(taken)}"
    for key, value in (("name", name), ("x-wr-calname", name), ("description", about), ("x-wr-caldesc", about)):
        head.add(key, vText(value))
    if taken.base:
        head.add("url", taken.page)
        head.add("source", taken.address("ics"), parameters={"VALUE": "URI"})
    return str(head.to_ical().decode()).removesuffix(_END)


def _component(entry: Entry, taken: Taken) -> Component:
    event, found = entry.event, Component()
    start, end = _ends(event.date.interval)
    stamp = told.added(entry, taken.newest).astimezone(UTC)
    found.add("uid", told.identifier(event))
    found.add("dtstamp", stamp)
    found.add("dtstart", start)
    found.add("dtend", end)
    found.add("summary", told.title(event))
    found.add("description", "\n".join(told.text(entry)))
    found.add("status", "CONFIRMED" if _sure(event) else "TENTATIVE")
    found.add("transp", "TRANSPARENT")
    if where := told.places(event).get("place"):
        found.add("location", ", ".join(where))
    if names := [told.plain(entity.name) for entity in event.entities]:
        found.add("categories", names)
    if taken.base:
        found.add("url", taken.event(event))
    return found


def _sure(event: Event) -> bool:
    return event.status is Status.OCCURRED and event.date.certainty is not Certainty.DISPUTED


def _ends(interval: Interval) -> tuple[date, date] | tuple[datetime, datetime]:
    """The first day and the day behind the last, or instants where an end lies within a day."""
    if all(calendar.floor(at, G.DAY) == at for at in (interval.start, interval.end)):
        return _day(interval.start), _day(interval.end)
    first, last = (calendar.to_instant(at, interval.zone).astimezone(UTC) for at in (interval.start, interval.end))
    return first, max(last, first + timedelta(seconds=1))


def _day(civil: float) -> date:
    year, month, day, *_ = calendar.fields(civil)
    return date(year, month, day)
