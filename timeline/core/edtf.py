"""Extended Date/Time Format (ISO 8601-2:2019, as the Library of Congress profiles it): written from intervals,
read for queries."""

import re
from collections.abc import Callable
from typing import Final

from timeline.core import calendar
from timeline.core.algebra import Mod
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at

OPEN: Final = ".."
_LONG_YEAR: Final = 10_000


def write(interval: Interval, mod: Mod | None = None) -> str:
    """'2024-11-05', '2024-11~', '199X', '2024-11-04/2024-11-05', '../2024-11-05'; '../..' where nothing is known.

    A whole calendar unit that EDTF can name is written by its name, everything else as an interval whose ends are
    as precise as they need to be; EDTF has no parts of days, so these ('late Monday') are written as their day.
    Mod.APPROX is written as '~' on a single date.
    """
    name = _NAMES.get(interval.granularity)
    if name and interval == unit_at(interval.start, interval.granularity, interval.zone):
        return name(interval.start) + ("~" if mod is Mod.APPROX else "")
    if interval.bounded and interval.granularity in {G.SECOND, G.PART_OF_DAY, G.DAY}:
        return (_instant if interval.granularity is G.SECOND else _day)(interval.start)
    precise = _precision(interval)
    first = OPEN if interval.start == calendar.BEGINNING else precise(interval.start)
    last = OPEN if interval.end == calendar.END else precise(interval.last)
    return first if first == last != OPEN else f"{first}/{last}"


def write_one_of(intervals: tuple[Interval, ...]) -> str:
    """'[2024-11-04,2024-11-05]': one of these, it is not known which (ISO 8601-2, section 5.4)."""
    written = sorted(set(map(write, intervals)))
    return written[0] if len(written) == 1 else f"[{','.join(written)}]"


def _year(at: float) -> str:
    year = calendar.fields(at)[0]
    sign, digits = ("-" if year < 0 else ""), f"{abs(year):04}"
    return f"Y{sign}{digits}" if abs(year) >= _LONG_YEAR else f"{sign}{digits}"


def _month(at: float) -> str:
    return f"{_year(at)}-{calendar.fields(at)[1]:02}"


def _day(at: float) -> str:
    return f"{_month(at)}-{calendar.fields(at)[2]:02}"


def _minute(at: float) -> str:
    _, _, _, hour, minute, _ = calendar.fields(at)
    return f"{_day(at)}T{hour:02}:{minute:02}"


def _instant(at: float) -> str:
    return f"{_minute(at)}:{calendar.fields(at)[5]:02}"


def _decade(at: float) -> str:
    return _year(at)[:-1] + "X"


def _century(at: float) -> str:
    return _year(at)[:-2] + "XX"


_NAMES: Final[dict[G, Callable[[float], str]]] = {
    G.DAY: _day,
    G.MONTH: _month,
    G.YEAR: _year,
    G.DECADE: _decade,
    G.CENTURY: _century,
}


def _precision(interval: Interval) -> Callable[[float], str]:
    """The coarsest notation in which both ends fall on a boundary."""
    ends = [at for at in (interval.start, interval.end) if abs(at) < calendar.END]
    for unit, name in ((G.YEAR, _year), (G.MONTH, _month), (G.DAY, _day), (G.MINUTE, _minute)):
        if all(calendar.floor(at, unit) == at for at in ends):
            return name
    return _instant


_SEASONS: Final = {
    21: (G.SEASON, 3), 22: (G.SEASON, 6), 23: (G.SEASON, 9), 24: (G.SEASON, 12),
    33: (G.QUARTER, 1), 34: (G.QUARTER, 4), 35: (G.QUARTER, 7), 36: (G.QUARTER, 10),
    40: (G.HALF, 1), 41: (G.HALF, 7),
}  # fmt: skip
"""Sub-year groupings (ISO 8601-2, section 4.8): code to unit and first month."""

_DATE: Final = re.compile(r"(Y?-?\d{4,9})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?)?)?[~?%]?")
_MASKED: Final = re.compile(r"(-?\d\d)(\dX|XX)")


def read(text: str, zone: str = "UTC") -> Interval:
    """The interval of an EDTF date, interval or masked year; ValueError with a reason for anything else.

    Read are years to seconds, seasons, quarters and halves (level 2), '199X', '19XX', qualifiers (which change no
    bounds), and intervals with '..' for an open end.
    """
    if "/" not in text:
        return _date(text, zone)
    first, _, last = text.partition("/")
    start = calendar.BEGINNING if first == OPEN else _date(first, zone).start
    end = calendar.END if last == OPEN else _date(last, zone).end
    if end <= start:
        raise ValueError(f"'{text}' ends before it begins")
    known = abs(start) < calendar.END or abs(end) < calendar.END
    return Interval(start, end, G.INTERVAL if known else G.UNKNOWN, zone)


def _date(text: str, zone: str) -> Interval:
    if masked := _MASKED.fullmatch(text):
        digits = masked[1] + masked[2].rstrip("X")
        unit = G.CENTURY if masked[2] == "XX" else G.DECADE
        return unit_at(calendar.at(int(digits) * (100 if unit is G.CENTURY else 10)), unit, zone)
    if not (found := _DATE.fullmatch(text)):
        raise ValueError(f"'{text}' is not a date such as 2024-11-05, 2024-11, 2024 or 2024-11-04/2024-11-05")
    year, (month, day, hour, minute, second) = int(found[1].lstrip("Y")), found.groups()[1:]
    if month and not day and int(month) in _SEASONS:
        unit, first = _SEASONS[int(month)]
        return unit_at(calendar.at(year, first), unit, zone)
    try:
        start = calendar.at(year, int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"'{text}' is not in the calendar") from error
    if hour is None:
        return unit_at(start, G.DAY if day else G.MONTH if month else G.YEAR, zone)
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        raise ValueError(f"'{text}' is not a time of day")
    start += int(hour) * calendar.HOUR + int(minute) * calendar.MINUTE + int(second or 0)
    return unit_at(start, G.SECOND if second else G.MINUTE, zone)
