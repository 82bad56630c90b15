"""TIMEX3 (TimeML 1.2.1, ISO 24617-1): type, value and mod, written from a term and the interval that it gave."""

from typing import Final

from timeline.core import algebra as a
from timeline.core import calendar, edtf
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.patterns import season_of
from timeline.core.portions import part_of

_UNITS: Final = {
    G.SECOND: "S", G.MINUTE: "M", G.HOUR: "H", G.DAY: "D", G.WEEKEND: "WE", G.WEEK: "W", G.MONTH: "M",
    G.QUARTER: "Q", G.SEASON: "S", G.YEAR: "Y", G.DECADE: "DE", G.CENTURY: "CE",
}  # fmt: skip
_CLOCK: Final = frozenset({G.SECOND, G.MINUTE, G.HOUR})
_BLANKS: Final = {
    G.DAY: "XXXX-XX-XX", G.WEEK: "XXXX-WXX", G.WEEKEND: "XXXX-WXX-WE", G.MONTH: "XXXX-XX",
    G.QUARTER: "XXXX-QX", G.HALF: "XXXX-HX",
}  # fmt: skip


def annotated(term: a.Term) -> bool:
    """Whether TIMEX3 marks such an expression at all: a period known by its name, such as a war, is an event there."""
    return not isinstance(term, a.Named)


def kind(term: a.Term, interval: Interval) -> str:
    """DATE, TIME, DURATION or SET."""
    match term:
        case a.Length() | a.Run():
            return "DURATION"
        case a.Every():
            return "SET"
        case a.Modified(of=of) | a.Portion(of=of):
            return kind(of, interval)
        case a.PartOf() | a.Clock():
            return "TIME"
    return "TIME" if interval.granularity.within_day else "DATE"


def mod(term: a.Term) -> a.Mod | None:
    """The modifier that the outermost operators of a term carry."""
    match term:
        case a.Modified(mod=found) | a.Portion(mod=found):
            return found
        case a.PartOf(of=of):
            return mod(of)
    return None


def value(term: a.Term, interval: Interval) -> str:
    """'2024-11-05', '2024-W45', '2024-11-05TMO', '2024-11-05T15:00', 'P3D', 'PRESENT_REF', 'XXXX-WXX-1', '199'
    (decades), '19' (centuries)."""
    match term:
        case a.Reference(to=to):
            return to.value
        case a.Length(amounts=amounts) | a.Run(length=a.Length(amounts=amounts)):
            return _length(amounts)
        case a.Every(of=pattern, part=part) if part:
            return f"{_pattern(pattern) if isinstance(pattern, a.Pattern) else 'XXXX-XX-XX'}T{part.value}"
        case a.Every(of=a.Length(amounts=amounts)):
            return _length(amounts)
        case a.Every(of=pattern):
            return _pattern(pattern) if isinstance(pattern, a.Pattern) else "XXXX"
        case a.Modified(of=of):
            return value(of, interval)
        case a.PartOf(part=part, of=of) if not interval.bounded:
            return f"{_blank(of)}T{part.value}"
        case a.Shift(unit=unit) if unit.within_day and not interval.granularity.within_day and interval.bounded:
            return date(unit_at(interval.last, G.DAY))
    if interval.bounded and interval.granularity is not G.UNKNOWN:
        return _within(term, interval) or date(interval)
    return _blank(term) if interval.unknown or not isinstance(term, a.Named) else edtf.write(interval)


def _within(term: a.Term, interval: Interval) -> str | None:
    """What is common to all the units that a term may name, the rest as X: '1915-XX-XX' for four days after a month."""
    if interval.granularity is not G.INTERVAL or not isinstance(term, a.This | a.Last | a.Next | a.Shift | a.Nearest):
        return None
    (first, month, *_), (last, other, *_) = (calendar.fields(at) for at in (interval.start, interval.last))
    year = _year(first) if first == last else "XXXX"
    blank = _blank(term)
    if blank == _BLANKS[G.DAY] and first == last and month == other:
        return f"{year}-{month:02}-XX"
    return f"{year}{blank[4:]}" if blank[4:] else None


def date(interval: Interval) -> str:
    """The value of a bounded interval, by its granularity; an interval between units as 'first/last'."""
    match interval.granularity:
        case G.INTERVAL | G.UNKNOWN:
            return edtf.write(interval)
        case G.SEASON:
            year, season = season_of(interval.start)
            return f"{_year(year)}-{season}"
        case G.WEEK | G.WEEKEND as unit:
            year, week = calendar.iso_week(interval.start)
            return f"{_year(year)}-W{week:02}" + ("-WE" if unit is G.WEEKEND else "")
        case G.SECOND | G.MINUTE | G.HOUR | G.PART_OF_DAY | G.DAY:
            return _day(interval)
    return _months(interval)


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _months(interval: Interval) -> str:
    year, month, *_ = calendar.fields(interval.start)
    match interval.granularity:
        case G.CENTURY:
            return _year(year)[:-2]
        case G.DECADE:
            return _year(year)[:-1]
        case G.HALF:
            return f"{_year(year)}-H{(month + 5) // 6}"
        case G.QUARTER:
            return f"{_year(year)}-Q{(month + 2) // 3}"
        case G.MONTH:
            return f"{_year(year)}-{month:02}"
    return _year(year)


def _day(interval: Interval) -> str:
    year, month, day, hour, minute, second = calendar.fields(interval.start)
    whole = f"{_year(year)}-{month:02}-{day:02}"
    match interval.granularity:
        case G.SECOND:
            return f"{whole}T{hour:02}:{minute:02}:{second:02}"
        case G.MINUTE | G.HOUR:
            return f"{whole}T{hour:02}:{minute:02}"
        case G.PART_OF_DAY if part := part_of(interval):
            return f"{whole}T{part.value}"
    return whole


def _length(amounts: tuple[a.Amount, ...]) -> str:
    dates = "".join(_amount(amount) for amount in amounts if amount.unit not in _CLOCK)
    times = "".join(_amount(amount) for amount in amounts if amount.unit in _CLOCK)
    return f"P{dates}" + (f"T{times}" if times else "")


def _amount(amount: a.Amount) -> str:
    return ("X" if amount.count is None else f"{amount.count:g}") + _UNITS.get(amount.unit, "X")


def _pattern(pattern: a.Pattern) -> str:
    match pattern:
        case a.Weekday(day=day):
            return f"XXXX-WXX-{day + 1}"
        case a.Weekend():
            return "XXXX-WXX-WE"
        case a.DayOfMonth(day=day):
            return f"XXXX-XX-{day:02}"
        case a.DayOfYear(month=month, day=day):
            return f"XXXX-{month:02}-{day:02}"
        case a.MonthOfYear(month=month):
            return f"XXXX-{month:02}"
        case a.QuarterOfYear(number=number):
            return f"XXXX-Q{number}"
        case a.HalfOfYear(number=number):
            return f"XXXX-H{number}"
        case a.SeasonOfYear(season=season):
            return f"XXXX-{season}"
    return "XXXX"


def _blank(term: a.Term) -> str:
    """What a date without a known anchor is written as: its known fields, the others as X."""
    match term:
        case a.Nearest(pattern=pattern) | a.In(pattern=pattern):
            return _pattern(pattern)
        case a.This(unit=unit) | a.Last(unit=unit) | a.Next(unit=unit) | a.Shift(unit=unit) | a.Nth(unit=unit):
            return _BLANKS.get(unit, "XXXX")
        case a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of):
            return _blank(of)
    return "XXXX"
