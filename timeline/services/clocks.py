"""Clocks and zones in words: '02:10 UTC on 6 November can be 5 November only west of UTC−2'."""

from typing import Final

from timeline.core import calendar, words
from timeline.core.granularity import Granularity
from timeline.core.interval import Interval

_NAMELESS: Final = ("UTC", "Etc/")


def only(stamped: Interval, day: Interval, zone: str) -> str:
    """Where in the world a moment lies on a day, if the clock of zone is the nearest on which it does."""
    east = calendar.floor(stamped.start, Granularity.DAY) < day.start
    side, nearest = ("east", -1) if east else ("west", 1)
    border = _offset(_hours(day.start, zone) + nearest)
    return f"{moment(stamped)} can be {_day(day.start)} only {side} of {border}"


def moment(stamped: Interval) -> str:
    """'02:10 UTC on 6 November', '02:10 in Europe/Paris on 6 November'."""
    return f"{words.clock(stamped.start)} {_place(stamped)} on {_day(stamped.start)}"


def named(zone: str) -> str:
    """'UTC−3' for a zone that has only an offset for a name."""
    return _offset(_hours(calendar.at(2000), zone)) if zone.startswith(_NAMELESS) else zone


def _place(stamped: Interval) -> str:
    place = named(stamped.zone)
    return place if stamped.zone.startswith(_NAMELESS) else f"in {place}"


def _hours(civil: float, zone: str) -> int:
    return round((civil - calendar.in_zone(civil, zone, "UTC")) / calendar.HOUR)


def _offset(hours: int) -> str:
    sign = "+" if hours > 0 else "−" if hours else ""
    return f"UTC{sign}{abs(hours) or ''}"


def _day(civil: float) -> str:
    """'6 November'."""
    return words.day(civil).rpartition(" ")[0]
