"""Calendar dates from the groups of the shape DATE: weekday, month, day, and a year in digits or words."""

from timeline.core import algebra as a
from timeline.core import calendar
from timeline.resolve import lexicon, numerals
from timeline.resolve.rule import Match

_LEAP_YEAR = 2000


def term(match: Match) -> a.Term | None:
    """The day, in its year or in the nearest that fits; None where the calendar has no such day."""
    number = day(match["day"])
    return of(_weekday(match), lexicon.month(match["month"]), number, year(match)) if number > 0 else None


def of(weekday: int | None, month: int, day: int, year: int | None) -> a.Term | None:
    """The same from numbers."""
    if not 1 <= day <= calendar.days_in_month(_LEAP_YEAR if year is None else year, month):
        return None
    return a.Nearest(a.DayOfYear(month, day, weekday)) if year is None else a.Date(year, month, day)


def day(text: str) -> int:
    """Of '5' and '5th'."""
    return numerals.ordinal(text)


def year(match: Match) -> int | None:
    """The year in digits or words, if there is one."""
    if match["year"]:
        return int(match["year"])
    return numerals.spoken_year(match["spoken"]) if match["spoken"] else None


def _weekday(match: Match) -> int | None:
    return lexicon.weekday(match["weekday"]) if match["weekday"] else None


def century_of(two: int) -> int:
    """The year that two digits mean: the nineties are 1990, anything below 50 is of this century."""
    return two + (1900 if two >= 50 else 2000)
