"""Repeating patterns: the shapes that come back every week, month or year; core.algebra has the terms over them."""

from dataclasses import dataclass
from enum import StrEnum


class Season(StrEnum):
    """A season of the northern year (meteorological: whole months), by its TIMEX3 code."""

    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"
    WINTER = "WI"


class Pattern:
    """A shape that comes back: every Monday, every 5 November."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Weekday(Pattern):
    """0 for Monday to 6 for Sunday."""

    day: int


@dataclass(frozen=True, slots=True)
class Weekend(Pattern):
    """Saturday and Sunday."""


@dataclass(frozen=True, slots=True)
class DayOfMonth(Pattern):
    """'the 5th'; with a weekday, only the months in which the two agree."""

    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfYear(Pattern):
    """'5 November'; with a weekday, only the years in which the two agree."""

    month: int
    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class WeekdayOfMonth(Pattern):
    """'the fourth Thursday of November', counted from a day of the month on; number -1 is the last."""

    number: int
    weekday: int
    month: int
    earliest: int = 1


@dataclass(frozen=True, slots=True)
class Easter(Pattern):
    """The day so many days after Western Easter Sunday (computus: Meeus, Astronomical Algorithms, chapter 8)."""

    offset: int


@dataclass(frozen=True, slots=True)
class Feast(Pattern):
    """The day so many days after a feast that another calendar fixes, by its name in core.feasts."""

    name: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class LongFeast(Pattern):
    """All days of a feast or fast that lasts several, by its name in core.feasts."""

    name: str


@dataclass(frozen=True, slots=True)
class MonthOfYear(Pattern):
    """1 to 12."""

    month: int


@dataclass(frozen=True, slots=True)
class QuarterOfYear(Pattern):
    """1 to 4."""

    number: int


@dataclass(frozen=True, slots=True)
class HalfOfYear(Pattern):
    """1 or 2."""

    number: int


@dataclass(frozen=True, slots=True)
class SeasonOfYear(Pattern):
    """A season; winter is that of the year in which it begins."""

    season: Season
