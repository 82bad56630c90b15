"""Neighbours of the list whose order is not established, and what is worth saying of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.core import calendar
from timeline.core.event import Certainty, Event, EventDate
from timeline.core.granularity import Granularity as G
from timeline.web.showing import certainty
from timeline.web.showing.headings import heading


@dataclass(frozen=True, slots=True)
class Item:
    """An event of the list: whether its order with the next one is open, and why, where that says something new."""

    event: Event
    unsure: bool = False
    why: str = ""
    last: bool = True


def items(events: Sequence[Event]) -> Iterator[Item]:
    """The events in their order. Of two whose ranges meet the vaguer one is why; of each that is said once in a run,
    and never of two on the same day, which their heading says already."""
    blamed = None
    for one, after in pairwise(events):
        unsure = after.date.interval.start < one.date.interval.end
        vaguer = _vaguer(one, after) if unsure else None
        new = vaguer is not None and vaguer is not blamed and not _together(one.date, after.date)
        yield Item(one, unsure, _why(one, after) if new else "", last=False)
        blamed = vaguer
    if events:
        yield Item(events[-1])


def _vaguer(one: Event, after: Event) -> Event:
    """The one with the longer range; the first of two that are as long."""
    return after if _length(after.date) > _length(one.date) else one


def _length(date: EventDate) -> float:
    return date.interval.end - date.interval.start


def _together(one: EventDate, after: EventDate) -> bool:
    """Whether both stand under one date, or lie within one day."""
    days = {calendar.floor(at, G.DAY) for date in (one, after) for at in (date.interval.start, date.interval.end - 1)}
    return len(days) == 1 or heading(one) == heading(after)


def _why(one: Event, after: Event) -> str:
    """What of the vaguer one leaves the order open."""
    first = _length(one.date) >= _length(after.date)
    date = one.date if first else after.date
    whose, who = ("Its", "It") if first else ("The next event’s", "The next event")
    if date.interval.end == calendar.END:
        return f"{whose} end is not known."
    if date.interval.start == calendar.BEGINNING:
        return f"{whose} first day is not known."
    if date.claimed or (date.certainty is Certainty.CERTAIN and date.interval.granularity is G.INTERVAL):
        return f"{whose} days are also those of {'the next event' if first else 'this one'}."
    then = "after the next one" if first else "first"
    return f"{who} is dated only {certainty.precision(date)}, so it may have come {then}."
