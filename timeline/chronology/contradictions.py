"""Days that cannot all be true, with the reports that name them."""

from collections.abc import Sequence

from timeline.core import edtf
from timeline.core.event import Claim, Contradiction, EventDate
from timeline.core.interval import Interval
from timeline.core.mention import Basis, Report


def of_days(date: EventDate, reports: Sequence[Report]) -> tuple[Contradiction, ...]:
    """One contradiction about the day where the date is disputed, each claim with the reports that make it."""
    if not date.claimed:
        return ()
    return (Contradiction("day", tuple(_claim(claimed, reports) for claimed in date.claimed)),)


def _claim(claimed: Interval, reports: Sequence[Report]) -> Claim:
    makers = (i for i, r in enumerate(reports) if r.basis is Basis.EXPLICIT and r.interval.overlaps(claimed))
    return Claim(edtf.write(claimed), tuple(makers))
