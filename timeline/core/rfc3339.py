"""Intervals in RFC 3339: days as dates, what is finer as instants with an offset, open ends as None."""

from dataclasses import dataclass
from typing import Final

from timeline.core import calendar, edtf
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval

_LAST_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ends of an interval, both inside it: at its precision, and as instants."""

    start: str | None
    end: str | None
    earliest: str | None
    latest: str | None


def bounds(interval: Interval) -> Bounds:
    """An interval that begins and ends with days is bounded by days, any other by instants."""
    earliest, latest = (instant(at, interval.zone) for at in (interval.start, interval.last))
    if all(calendar.floor(at, G.DAY) == at for at in (interval.start, interval.end)):
        return Bounds(_day(interval.start), _day(interval.last), earliest, latest)
    return Bounds(earliest, latest, earliest, latest)


def moment(interval: Interval) -> str | None:
    """'2024-11-05T14:05:00+00:00' for an instant, else EDTF; None where nothing is known."""
    if interval.unknown:
        return None
    return instant(interval.start, interval.zone) if interval.granularity.within_day else edtf.write(interval)


def instant(civil: float, zone: str) -> str | None:
    """'2024-11-05T14:05:00+00:00'; None for an open end and outside the years 1 to 9998."""
    if not calendar.at(1) <= civil < calendar.at(_LAST_YEAR):
        return None
    return calendar.to_instant(civil, zone).isoformat()


def _day(civil: float) -> str | None:
    if abs(civil) == calendar.END:
        return None
    return edtf.write(Interval(calendar.floor(civil, G.DAY), calendar.ceiling(civil, G.DAY), G.DAY))
