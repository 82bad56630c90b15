"""Occurrences of repeating patterns around a civil time, and the choice of one of them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch
from typing import Final

from timeline.core import algebra as a
from timeline.core import calendar, feasts
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, unit_at

_YEARS: Final = range(-1, 2)
_MONTHS: Final = range(-2, 3)
_RARE_MONTHS: Final = range(-100, 101)
"""Far enough for a day of the month that falls on a given weekday: 'Sunday 31st' can be six years away."""
_RARE: Final = range(-12, 13)
"""Far enough for 29 February and for a date that falls on a given weekday: they come back within 8 and 12 years."""
_RAREST: Final = range(-40, 41)
"""Far enough for both at once: 'Monday, 29 February'."""
_SEASON_STARTS: Final = {a.Season.SPRING: 3, a.Season.SUMMER: 6, a.Season.AUTUMN: 9, a.Season.WINTER: 12}


_FAR: Final = 60 * calendar.DAY
"""How far on the wrong side of the tense the nearest date may lie: the tense of a clause is often not that of the date
('would attack on 27 October', read on 1 November, is of last week), and dates in news are mostly near. On TimeBank and
AQUAINT (even documents) the nearest date is right in 73 of 77 cases, the tense alone in 60."""


def choose(pattern: a.Pattern, at: float, toward: a.Toward, zone: str) -> Interval:
    """The one occurrence that toward asks for, seen from a moment; unknown for a feast outside its table."""
    today, found = calendar.floor(at, G.DAY), sorted(occurrences(pattern, at, zone), key=lambda o: o.start)
    none = replace(UNKNOWN, zone=zone)
    match toward:
        case a.Toward.PAST:
            return next((o for o in reversed(found) if o.start <= at), none)
        case a.Toward.BEFORE:
            return next((o for o in reversed(found) if o.end <= today), none)
        case a.Toward.FUTURE:
            return next((o for o in found if o.end > at), none)
        case a.Toward.AFTER:
            return next((o for o in found if o.start > at), none)
        case _:
            return min(found, key=lambda o: abs(o.start - today), default=none)


def choose_date(pattern: a.Pattern, at: float, toward: a.Toward, zone: str) -> Interval:
    """The nearest occurrence, unless it is far away and toward points to the other side."""
    near = choose(pattern, at, a.Toward.NEAREST, zone)
    return near if abs(near.start - at) < _FAR else choose(pattern, at, toward, zone)


_MOST: Final = 1200
"""Moments at which the occurrences inside an interval are asked for, at most: a century of months."""


def inside(pattern: a.Pattern, base: Interval) -> list[Interval]:
    """The occurrences that begin inside a bounded interval, in order."""
    found: dict[float, Interval] = {}
    for at in _moments(pattern, base):
        found.update((o.start, o) for o in occurrences(pattern, at, base.zone) if base.start <= o.start < base.end)
    return [found[start] for start in sorted(found)]


def _moments(pattern: a.Pattern, base: Interval) -> Iterator[float]:
    """Moments from the beginning of an interval on, near enough to every occurrence of a pattern in it."""
    unit = (
        G.WEEK
        if isinstance(pattern, a.Weekday | a.Weekend)
        else G.MONTH
        if isinstance(pattern, a.DayOfMonth)
        else G.YEAR
    )
    at, count = base.start, 0
    while at < base.end and count < _MOST:
        yield at
        at, count = calendar.add(at, 1, unit), count + 1


@singledispatch
def occurrences(pattern: a.Pattern, _near: float, _zone: str) -> Iterator[Interval]:
    """Intervals of the pattern in order, the ones next to a finite civil time among them."""
    raise TypeError(pattern)


@occurrences.register
def _(pattern: a.Weekday, near: float, zone: str) -> Iterator[Interval]:
    monday = calendar.floor(near, G.WEEK)
    for week in (-1, 0, 1):
        yield unit_at(monday + (week * 7 + pattern.day) * calendar.DAY, G.DAY, zone)


@occurrences.register
def _(_pattern: a.Weekend, near: float, zone: str) -> Iterator[Interval]:
    for week in (-1, 0, 1):
        yield unit_at(near + week * 7 * calendar.DAY, G.WEEKEND, zone)


@occurrences.register
def _(pattern: a.DayOfMonth, near: float, zone: str) -> Iterator[Interval]:
    first = calendar.floor(near, G.MONTH)
    for month in _MONTHS if pattern.weekday is None else _RARE_MONTHS:
        found = calendar.add_months(first, month) + (pattern.day - 1) * calendar.DAY
        if calendar.fields(found)[2] == pattern.day and pattern.weekday in (None, calendar.weekday(found)):
            yield unit_at(found, G.DAY, zone)


@occurrences.register
def _(pattern: a.DayOfYear, near: float, zone: str) -> Iterator[Interval]:
    year = calendar.fields(near)[0]
    for step in _span(pattern):
        if pattern.day > calendar.days_in_month(year + step, pattern.month):
            continue
        found = calendar.at(year + step, pattern.month, pattern.day)
        if pattern.weekday in (None, calendar.weekday(found)):
            yield Interval(found, found + calendar.DAY, G.DAY, zone)


def _span(pattern: a.DayOfYear) -> range:
    leap, fixed = (pattern.month, pattern.day) == (2, 29), pattern.weekday is not None
    return _RAREST if leap and fixed else _RARE if leap or fixed else _YEARS


@occurrences.register
def _(pattern: a.WeekdayOfMonth, near: float, zone: str) -> Iterator[Interval]:
    year = calendar.fields(near)[0]
    for step in _YEARS:
        yield unit_at(_weekday_of_month(pattern, year + step), G.DAY, zone)


def _weekday_of_month(pattern: a.WeekdayOfMonth, year: int) -> float:
    month = unit_at(calendar.at(year, pattern.month), G.MONTH)
    if pattern.number < 0:
        back = (calendar.weekday(month.last) - pattern.weekday) % 7
        return calendar.floor(month.last, G.DAY) - (back - 7 * (pattern.number + 1)) * calendar.DAY
    first = month.start + (pattern.earliest - 1) * calendar.DAY
    ahead = (pattern.weekday - calendar.weekday(first)) % 7
    return first + (ahead + 7 * (pattern.number - 1)) * calendar.DAY


@occurrences.register
def _(pattern: a.Easter, near: float, zone: str) -> Iterator[Interval]:
    year = calendar.fields(near)[0]
    for step in _YEARS:
        yield unit_at(easter(year + step) + pattern.offset * calendar.DAY, G.DAY, zone)


def easter(year: int) -> int:
    """The civil time at which Western Easter Sunday begins (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + skipped + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return calendar.at(year, month, day + 1)


@occurrences.register
def _(pattern: a.Feast, near: float, zone: str) -> Iterator[Interval]:
    moved = pattern.offset * calendar.DAY
    for start, _end in feasts.near(pattern.name, near - moved):
        yield unit_at(start + moved, G.DAY, zone)


@occurrences.register
def _(pattern: a.LongFeast, near: float, zone: str) -> Iterator[Interval]:
    for start, end in feasts.near(pattern.name, near):
        yield Interval(start, end, G.INTERVAL, zone)


@occurrences.register
def _(pattern: a.MonthOfYear, near: float, zone: str) -> Iterator[Interval]:
    yield from _yearly(near, pattern.month, G.MONTH, zone)


@occurrences.register
def _(pattern: a.QuarterOfYear, near: float, zone: str) -> Iterator[Interval]:
    yield from _yearly(near, pattern.number * 3 - 2, G.QUARTER, zone)


@occurrences.register
def _(pattern: a.HalfOfYear, near: float, zone: str) -> Iterator[Interval]:
    yield from _yearly(near, pattern.number * 6 - 5, G.HALF, zone)


@occurrences.register
def _(pattern: a.SeasonOfYear, near: float, zone: str) -> Iterator[Interval]:
    for step in range(-2, 2):  # in January the last winter that has ended began two years ago
        yield unit_at(calendar.at(calendar.fields(near)[0] + step, _SEASON_STARTS[pattern.season]), G.SEASON, zone)


def _yearly(near: float, month: int, unit: G, zone: str) -> Iterator[Interval]:
    year = calendar.fields(near)[0]
    for step in _YEARS:
        yield unit_at(calendar.at(year + step, month), unit, zone)


def season_of(civil: float) -> tuple[int, a.Season]:
    """(year, season) of a civil time; winter belongs to the year in which it begins."""
    year, month, *_ = calendar.fields(calendar.floor(civil, G.SEASON))
    return year, next(season for season, start in _SEASON_STARTS.items() if start == month)
