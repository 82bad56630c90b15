"""How precise a date is, in the words of the API."""

from enum import StrEnum

from timeline.core.granularity import Granularity


class Precision(StrEnum):
    """What Granularity.precision gives."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"

    @property
    def granularities(self) -> tuple[Granularity, ...]:
        """What has this precision: of intervals, weekends and half-years are some."""
        return tuple(one for one in Granularity if one.precision == self.value)
