"""The term of a shape's match, by its kind."""

import re
from collections.abc import Callable
from typing import Final

from timeline.core import algebra as a
from timeline.core import calendar
from timeline.resolve.languages.meaning import ask, counted
from timeline.resolve.languages.vocabulary import vocabulary

_LEAP_YEAR: Final = 2000
_LEAP_DAY: Final = (2, 29)

Groups = dict[str, str | None]


def term(kind: str, match: re.Match[str], language: str) -> a.Term | None:
    """What the words mean; None where the calendar or dateparser knows no such thing."""
    groups = match.groupdict()
    if not vocabulary(language).knows(groups):
        return None
    if kind == "deictic":
        return ask(groups["deictic"] or match[0], language)
    if kind == "counted":
        start, end = match.span("number")
        before, after = match.string[match.start() : start], match.string[end : match.end()]
        return counted(before, match["number"], after, language)
    if kind in {"before", "after"}:
        pattern = _pattern(groups, language)
        return a.Nearest(pattern, a.Toward(kind)) if pattern else None
    return _KINDS[kind](groups, language)


def _date(groups: Groups, language: str) -> a.Term | None:
    """A date, a month or a year, in its own year, in one that is said ('last year'), or in the nearest."""
    pattern = _pattern(groups, language)
    if figures := groups.get("year"):
        return _in_year(int(figures), pattern)
    if deictic := groups.get("deictic"):
        inside = ask(deictic, language)
        return a.In(pattern, inside) if pattern and inside else None
    return a.Nearest(pattern) if pattern else None


def _in_year(year: int, pattern: a.Pattern | None) -> a.Term | None:
    match pattern:
        case a.DayOfYear(month=month, day=day):
            return a.Date(year, month, day) if day <= calendar.days_in_month(year, month) else None
        case a.MonthOfYear(month=month):
            return a.Date(year, month)
    return None


def _pattern(groups: Groups, language: str) -> a.Pattern | None:
    """What comes back; None where no year has such a day. 29 February is rare enough without its weekday."""
    month, day, word = _month(groups, language), int(groups.get("day") or 0), groups.get("weekday")
    weekday = vocabulary(language).weekday(word) if word else None
    if day and month:
        leap = (month, day) == _LEAP_DAY
        fits = day <= calendar.days_in_month(_LEAP_YEAR, month)
        return a.DayOfYear(month, day, None if leap else weekday) if fits else None
    if day:
        return a.DayOfMonth(day)
    if weekday is not None:
        return a.Weekday(weekday)
    return a.MonthOfYear(month) if month else None


def _month(groups: Groups, language: str) -> int | None:
    if figures := groups.get("mm"):
        return int(figures)
    word = groups.get("month") or groups.get("mon")
    return vocabulary(language).month(word) if word else None


def _year(groups: Groups, _language: str) -> a.Term:
    return a.Date(int(groups.get("year") or groups.get("recent") or ""))


_KINDS: Final[dict[str, Callable[[Groups, str], a.Term | None]]] = {
    "date": _date, "numeric": _date, "month": _date, "weekday": _date, "day": _date, "year": _year,
}  # fmt: skip
