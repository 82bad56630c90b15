"""Days that cannot all be true, with the reports that name them."""

from collections.abc import Sequence

from timeline.chronology.agreement import ranked
from timeline.core import edtf
from timeline.core.event import Claim, Contradiction
from timeline.core.interval import Interval
from timeline.core.mention import Basis, Report


def of_days(reports: Sequence[Report]) -> tuple[Contradiction, ...]:
    """One contradiction about the day where explicit times exclude each other, each claim with the reports that make
    it; also where most articles agree against one."""
    claims = ranked([r for r in reports if r.basis is Basis.EXPLICIT])
    if len(claims) < 2:
        return ()
    return (Contradiction("day", tuple(_claim(claim.interval, reports) for claim in claims)),)


def _claim(claimed: Interval, reports: Sequence[Report]) -> Claim:
    makers = (i for i, r in enumerate(reports) if r.basis is Basis.EXPLICIT and r.interval.overlaps(claimed))
    return Claim(edtf.write(claimed), tuple(makers))
