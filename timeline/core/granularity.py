"""How precise a time is, and the units in which it is counted."""

from enum import StrEnum


class Granularity(StrEnum):
    """A precision of an interval and, for the calendar's own units, a unit to count in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"

    @property
    def precision(self) -> str:
        """The name that the API gives it: a weekend and a half-year are intervals there."""
        return "interval" if self in {Granularity.WEEKEND, Granularity.HALF} else self.value

    @property
    def within_day(self) -> bool:
        """Whether times of this granularity are parts of one day."""
        return self in _WITHIN_DAY


_WITHIN_DAY = frozenset({Granularity.SECOND, Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY})
