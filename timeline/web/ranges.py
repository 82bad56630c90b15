"""The range that a filter asks for."""

from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval


def between(first: Interval | None, last: Interval | None) -> Interval | None:
    """From the beginning of the one to the end of the other; None where neither is given. It may be empty."""
    given = [one for one in (first, last) if one]
    if not given:
        return None
    start = first.start if first else calendar.BEGINNING
    end = last.end if last else calendar.END
    fine = any(one.granularity.within_day for one in given)
    return Interval(start, end, G.SECOND if fine else G.INTERVAL)
