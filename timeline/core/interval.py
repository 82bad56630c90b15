"""Half-open intervals of civil time in a zone, at a granularity; either end may be open."""

import math
from dataclasses import dataclass, replace
from datetime import date, datetime

from timeline.core import calendar
from timeline.core.granularity import Granularity as G


@dataclass(frozen=True, slots=True)
class Interval:
    """From start up to, but not including, end, as clocks in zone show it; granularity says how precise the
    source was."""

    start: float
    end: float
    granularity: G = G.INTERVAL
    zone: str = "UTC"

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return not (math.isinf(self.start) or math.isinf(self.end))

    @property
    def unknown(self) -> bool:
        """Whether neither end is known."""
        return math.isinf(self.start) and math.isinf(self.end)

    @property
    def empty(self) -> bool:
        """Whether no moment lies inside."""
        return self.start >= self.end

    @property
    def last(self) -> float:
        """The last whole second inside, or the open end."""
        return self.end if math.isinf(self.end) else max(self.start, self.end - 1)

    def intersect(self, other: "Interval") -> "Interval":
        """What both allow: the one that lies inside the other unchanged, else a new interval; it may be empty."""
        other = other.seen_from(self)
        if other.start <= self.start and self.end <= other.end:
            return self
        if self.start <= other.start and other.end <= self.end:
            return other
        return _named(Interval(max(self.start, other.start), min(self.end, other.end), G.INTERVAL, self.zone))

    def overlaps(self, other: "Interval") -> bool:
        """Whether a moment lies in both."""
        return not self.intersect(other).empty

    def within(self, other: "Interval") -> bool:
        """Whether no moment of this one lies outside other."""
        other = other.seen_from(self)
        return other.start <= self.start and self.end <= other.end

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        other = other.seen_from(self)
        if other.start <= self.start and self.end <= other.end:
            return other
        if self.start <= other.start and other.end <= self.end:
            return self
        return Interval(min(self.start, other.start), max(self.end, other.end), G.INTERVAL, self.zone)

    def seen_from(self, other: "Interval") -> "Interval":
        """This interval on other's clocks. A day stays a day: only what is finer than a day moves with the zone."""
        if self.zone == other.zone:
            return self
        if not self.granularity.within_day:
            return replace(self, zone=other.zone)
        start, end = (calendar.in_zone(at, self.zone, other.zone) for at in (self.start, self.end))
        return Interval(start, end, self.granularity, other.zone)


UNKNOWN = Interval(calendar.BEGINNING, calendar.END, G.UNKNOWN)


def day(on: date, zone: str = "UTC") -> Interval:
    """One whole day."""
    start = calendar.at(on.year, on.month, on.day)
    return Interval(start, start + calendar.DAY, G.DAY, zone)


def _named(interval: Interval) -> Interval:
    """What is exactly one day is a day, however it was found, and what lies inside one is a part of it."""
    if not calendar.BEGINNING < interval.start < interval.end <= interval.start + calendar.DAY:
        return interval
    if calendar.floor(interval.start, G.DAY) != calendar.floor(interval.end - 1, G.DAY):
        return interval
    whole = interval.end - interval.start == calendar.DAY
    return replace(interval, granularity=G.DAY if whole else G.PART_OF_DAY)


def unit_at(civil: float, unit: G, zone: str = "UTC") -> Interval:
    """The calendar unit that holds a time."""
    return Interval(calendar.floor(civil, unit), calendar.ceiling(civil, unit), unit, zone)


def second(instant: datetime, zone: str) -> Interval:
    """The second of an aware instant, on the zone's clocks."""
    start = calendar.from_instant(instant, zone)
    return Interval(start, start + 1, G.SECOND, zone)


def whole_days(interval: Interval) -> Interval:
    """The days that an interval touches, from midnight to midnight."""
    if not interval.granularity.within_day:
        return interval
    start, end = calendar.floor(interval.start, G.DAY), calendar.ceiling(interval.last, G.DAY)
    return _named(Interval(start, end, G.INTERVAL, interval.zone))


def until(interval: Interval) -> Interval:
    """Everything that is not after the interval."""
    return Interval(
        calendar.BEGINNING, interval.end, G.INTERVAL if interval.end < calendar.END else G.UNKNOWN, interval.zone
    )


def before(interval: Interval) -> Interval:
    """Everything that is over when the interval begins."""
    known = interval.start > calendar.BEGINNING
    return Interval(calendar.BEGINNING, interval.start, G.INTERVAL, interval.zone) if known else until(interval)


def since(interval: Interval) -> Interval:
    """Everything that is not before the interval."""
    known = interval.start > calendar.BEGINNING
    return Interval(interval.start, calendar.END, G.INTERVAL if known else G.UNKNOWN, interval.zone)
