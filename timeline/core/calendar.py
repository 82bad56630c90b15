"""Calendar arithmetic in the proleptic Gregorian calendar with astronomical years (year 0 is 1 BC).

A civil time is a count of seconds of local wall-clock time since 0001-01-01T00:00, negative before it; the two open
ends are the infinities. Python's own dates end at year 1, histories do not, hence the cycles of 400 years.
"""

import math
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from timeline.core.granularity import Granularity as G

MINUTE: Final = 60
HOUR: Final = 3600
DAY: Final = 86400
BEGINNING: Final = -math.inf
END: Final = math.inf

_CYCLE_YEARS: Final = 400
_CYCLE_DAYS: Final = 146_097
_EPOCH: Final = datetime(1, 1, 1, tzinfo=UTC)
_MONTHS: Final = {G.MONTH: 1, G.QUARTER: 3, G.HALF: 6, G.YEAR: 12, G.DECADE: 120, G.CENTURY: 1200}
_SECONDS: Final = {G.SECOND: 1, G.MINUTE: MINUTE, G.HOUR: HOUR, G.DAY: DAY, G.WEEK: 7 * DAY}
_SEASON_MONTHS: Final = 3
_SATURDAY: Final = 5


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 0001-01-01 to this date; ValueError where the calendar has no such date."""
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal() - 1
    cycles = (year - 1) // _CYCLE_YEARS
    return day_number(year - cycles * _CYCLE_YEARS, month, day) + cycles * _CYCLE_DAYS


def date_of(days: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number."""
    cycles, rest = divmod(days, _CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return found.year + cycles * _CYCLE_YEARS, found.month, found.day


def at(year: int, month: int = 1, day: int = 1) -> int:
    """The civil time at which a day begins."""
    return day_number(year, month, day) * DAY


def fields(civil: float) -> tuple[int, int, int, int, int, int]:
    """(year, month, day, hour, minute, second) of a finite civil time."""
    days, seconds = divmod(int(civil), DAY)
    hour, seconds = divmod(seconds, HOUR)
    return *date_of(days), hour, *divmod(seconds, MINUTE)


def weekday(civil: float) -> int:
    """0 for Monday to 6 for Sunday (ISO 8601)."""
    return int(civil // DAY) % 7


def iso_week(civil: float) -> tuple[int, int]:
    """(year, week) of ISO 8601: the week's year is that of its Thursday."""
    thursday = int(civil // DAY) - weekday(civil) + 3
    year = date_of(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_start(year: int, week: int) -> int:
    """The civil time at which an ISO week begins."""
    fourth = at(year, 1, 4)
    return fourth - weekday(fourth) * DAY + (week - 1) * 7 * DAY


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return (floor_months(at(year, month, 28) + 4 * DAY, 1) - at(year, month)) // DAY


def floor(civil: float, unit: G) -> float:
    """The beginning of the unit that holds this time; the infinities stay."""
    if math.isinf(civil):
        return civil
    if unit is G.WEEK:
        return (civil // DAY - weekday(civil)) * DAY
    if unit is G.WEEKEND:
        return (civil // DAY - weekday(civil) + _SATURDAY) * DAY
    if unit in _MONTHS:
        return floor_months(civil, _MONTHS[unit])
    if unit is G.SEASON:
        return add_months(floor_months(add_months(civil, 1), _SEASON_MONTHS), -1)
    return civil // _SECONDS[unit] * _SECONDS[unit]


def floor_months(civil: float, months: int) -> int:
    """The beginning of the block of months (3 for quarters, 120 for decades) that holds this time."""
    year, month, *_ = fields(civil)
    years, first = divmod((year * 12 + month - 1) // months * months, 12)
    return at(years, first + 1)


def add(civil: float, count: float, unit: G) -> float:
    """This time moved by whole units; a month's missing days are clipped (31 January plus a month: 28 or 29
    February)."""
    if math.isinf(civil):
        return civil
    if unit in _MONTHS:
        return add_months(civil, round(count * _MONTHS[unit]))
    if unit is G.SEASON:
        return add_months(civil, round(count * _SEASON_MONTHS))
    if unit is G.WEEKEND:
        return civil + count * 7 * DAY
    return civil + count * _SECONDS[unit]


def add_months(civil: float, count: int) -> float:
    """This time moved by whole months, at the same time of day."""
    year, month, day, *_ = fields(civil)
    years, first = divmod(year * 12 + month - 1 + count, 12)
    return at(years, first + 1, min(day, days_in_month(years, first + 1))) + civil % DAY


def ceiling(civil: float, unit: G) -> float:
    """The end of the unit that holds this time: where the next one begins, or, for a weekend, Monday."""
    if unit is G.WEEKEND:
        return floor(civil, unit) + 2 * DAY
    return add(floor(civil, unit), 1, unit)


def from_instant(instant: datetime, zone: str) -> int:
    """The civil time that clocks in the zone show at an aware instant."""
    return int((instant.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC) - _EPOCH) / timedelta(seconds=1))


def to_instant(civil: float, zone: str) -> datetime:
    """The aware instant of a finite civil time in years 1 to 9999; OverflowError outside them.

    A time that a clock change skips or repeats is the first of the two that it can be (PEP 495, fold 0).
    """
    return (_EPOCH + timedelta(seconds=civil)).replace(tzinfo=ZoneInfo(zone))


def in_zone(civil: float, zone: str, target: str) -> float:
    """What clocks in target show when those in zone show this time; the infinities stay."""
    if math.isinf(civil) or zone == target or not at(2) < civil < at(9999):
        return civil
    return from_instant(to_instant(civil, zone).astimezone(UTC), target)
