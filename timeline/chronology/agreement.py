"""The date of an event from the intervals of its reports: explicit days first; disagreement is kept, never
averaged away."""

from collections.abc import Sequence
from typing import Final

from timeline.core import calendar
from timeline.core.derivation import Kind, Step
from timeline.core.event import Certainty, EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, whole_days
from timeline.core.mention import Basis, Report

_COARSE: Final = 7 * calendar.DAY
"""A week or longer: a span in which the event lies, rather than a date of it."""


def date(reports: Sequence[Report]) -> EventDate:
    """The date on which the reports agree: the intersection of what they allow.

    Reports with an expression of their own speak first; where two of these exclude each other, both stay as claims and
    the date spans them. What the others allow narrows the rest.
    """
    explicit = [r for r in reports if r.basis is Basis.EXPLICIT]
    claims = _claims(explicit)
    if len(claims) > 1:
        return _disputed(claims, explicit)
    first = claims[0] if claims else None
    interval = first.interval if first else reports[0].interval
    steps = list((first or reports[0]).derivation)
    for report in (*explicit, *(r for r in reports if r.basis is not Basis.EXPLICIT)):
        narrower = _both(interval, report.interval)
        if narrower != interval:
            operands = f"operands={1 if interval.unknown else 2}"
            interval = narrower
            steps += [*report.derivation, Step(Kind.AGREEMENT, "reports_agree", interval, None, (operands,))]
    return EventDate(interval, _certainty(interval, bool(explicit), steps), tuple(steps))


def _both(interval: Interval, other: Interval) -> Interval:
    """What both allow; the day, where they differ about the hour; the first, where they exclude each other."""
    narrower = other if interval.unknown else interval.intersect(other)
    if not narrower.empty:
        return narrower
    day = whole_days(interval)
    return day if day.overlaps(whole_days(other)) else interval


def _claims(explicit: list[Report]) -> list[Report]:
    """One report for each group of explicit intervals that exclude the other groups, the narrowest of its group."""
    found: list[Report] = []
    for report in sorted(explicit, key=lambda r: (r.interval.end - r.interval.start, r.interval.start, r.article)):
        if not any(whole_days(claim.interval).overlaps(whole_days(report.interval)) for claim in found):
            found.append(report)
    return sorted(found, key=lambda r: r.interval.start)


def _disputed(claims: list[Report], explicit: list[Report]) -> EventDate:
    hull = claims[0].interval
    for claim in claims[1:]:
        hull = hull.hull(claim.interval)
    steps = [step for claim in claims for step in claim.derivation]
    steps.append(
        Step(Kind.AGREEMENT, "reports_disagree", hull, None, (f"reports={len(explicit)}", f"operands={len(claims)}"))
    )
    return EventDate(hull, Certainty.DISPUTED, tuple(steps), tuple(claim.interval for claim in claims))


def _certainty(interval: Interval, explicit: bool, steps: list[Step]) -> Certainty:
    guessed = any(step.rule == "Either" for step in steps)
    long = not interval.bounded or (
        interval.end - interval.start >= _COARSE and interval.granularity in {G.INTERVAL, G.WEEK}
    )
    return Certainty.CERTAIN if explicit and not long and not guessed else Certainty.LIKELY
