"""The date of an event from its reports: each article has a vote for the time that it names, explicit words count
most, and disagreement is kept, never averaged away."""

from collections.abc import Sequence
from functools import reduce
from typing import Final

from timeline.core import calendar
from timeline.core.derivation import Derivation, Kind, Step
from timeline.core.event import Certainty, EventDate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at, whole_days
from timeline.core.mention import Basis, Report

_COARSE: Final = 7 * calendar.DAY
"""A week or longer: a span in which the event lies, rather than a date of it."""
_VOTE: Final = {Basis.EXPLICIT: 3.0, Basis.INFERRED: 3.0, Basis.DOMINANT: 1.0}
"""What an article's word on the time weighs. An expression in the clause and one near by are as often right; the
article's dominant day is the weaker sign (measured on given groups: days right .94 with these weights, .83 without)."""
_MAJORITY: Final = 1.5
"""How many times the votes of the next claim an explicit claim needs, so that the event has its time."""


def date(reports: Sequence[Report]) -> EventDate:
    """The date on which the reports agree: the intersection of what they allow.

    Reports with a time of their own speak first, article by article; where explicit ones exclude each other and none
    has a clear majority, they stay as claims and the date spans them. What the others allow narrows the rest.
    """
    telling = [r for r in reports if r.basis is not Basis.BOUND]
    claims = ranked(telling)
    if len(claims) < 2:
        return _narrowed((claims or reports)[0], reports)
    explicit = [claim for claim in claims if claim.basis is Basis.EXPLICIT]
    if len(explicit) > 1 and not _clear(explicit, telling):
        return _disputed(explicit, telling)
    winner = max(claims, key=lambda c: (_votes(c, telling), c.basis is Basis.EXPLICIT, c.interval.start))
    return _narrowed(winner, reports, (*_derived(claims), _vote(claims, winner, telling)))


def _narrowed(first: Report, reports: Sequence[Report], voted: Derivation = ()) -> EventDate:
    """The time of the first report, narrowed by what the others allow, the surest first."""
    interval, steps = first.interval, list(voted or first.derivation)
    winning = None if interval.unknown or first.basis is Basis.BOUND else _days(first)
    for report in sorted((r for r in reports if _may_narrow(r, first)), key=_surest_first):
        narrower = _both(interval, report.interval)
        if narrower != interval and not (winning and not winning.overlaps(_days(report))):
            operands = f"operands={1 if interval.unknown else 2}"
            interval = narrower
            steps += [*report.derivation, Step(Kind.AGREEMENT, "reports_agree", interval, None, (operands,))]
    explicit = any(r.basis is Basis.EXPLICIT and r.interval.overlaps(interval) for r in reports)
    return EventDate(interval, _certainty(interval, explicit, steps), tuple(steps))


def _may_narrow(report: Report, first: Report) -> bool:
    """The day of an act named in passing is that of some act near by: it does not pick a day from an explicit span."""
    near_by = not report.mention.told and report.basis in {Basis.INFERRED, Basis.DOMINANT}
    return not near_by or first.basis is not Basis.EXPLICIT


def _both(interval: Interval, other: Interval) -> Interval:
    """What both allow; the day, where they differ about the hour; the first, where they exclude each other."""
    narrower = other if interval.unknown else interval.intersect(other)
    if not narrower.empty:
        return narrower
    day = whole_days(interval)
    return day if day.overlaps(whole_days(other)) else interval


def ranked(telling: Sequence[Report]) -> list[Report]:
    """One report for each group of times that exclude the other groups, the surest and narrowest of it; by time."""
    found: list[Report] = []
    for report in sorted(telling, key=_surest_first):
        if not any(_days(claim).overlaps(_days(report)) for claim in found):
            found.append(report)
    return sorted(found, key=lambda r: r.interval.start)


def _days(report: Report) -> Interval:
    """The days of a report's time; a night is of the day on which it begins."""
    interval = report.interval
    short = interval.bounded and interval.end - interval.start <= calendar.DAY
    return unit_at(interval.start, G.DAY, interval.zone) if short else whole_days(interval)


def _surest_first(report: Report) -> tuple[bool, float, float, str, int]:
    interval = report.interval
    explicit = report.basis is Basis.EXPLICIT
    return not explicit, interval.end - interval.start, interval.start, report.article, report.mention.start


def _votes(claim: Report, telling: Sequence[Report]) -> float:
    """The votes of the articles for a claim: each has one, as strong as its surest report."""
    cast: dict[str, float] = {}
    for report in telling:
        if _days(report).overlaps(_days(claim)):
            cast[report.article] = max(cast.get(report.article, 0.0), _weight(report))
    return sum(cast.values())


def _weight(report: Report) -> float:
    """Half for a long span, which says little about the day."""
    long = report.interval.end - report.interval.start > _COARSE
    return _VOTE[report.basis] * (0.5 if long else 1.0)


def _clear(explicit: list[Report], telling: Sequence[Report]) -> bool:
    votes = sorted((_votes(claim, telling) for claim in explicit), reverse=True)
    return votes[0] > _MAJORITY * votes[1]


def _vote(claims: list[Report], winner: Report, telling: Sequence[Report]) -> Step:
    votes = ",".join(f"{_votes(claim, telling):g}" for claim in claims)
    said = (f"operands={len(claims)}", f"votes={votes}", f"chosen={claims.index(winner)}")
    makers = {report.article for report in telling if _days(report).overlaps(_days(winner))}
    counted = (f"articles={len(makers)}", f"of={len({report.article for report in telling})}")
    return Step(Kind.AGREEMENT, "reports_vote", winner.interval, None, said + counted)


def _derived(claims: list[Report]) -> Derivation:
    return tuple(step for claim in claims for step in claim.derivation)


def _disputed(claims: list[Report], telling: Sequence[Report]) -> EventDate:
    hull = reduce(Interval.hull, (claim.interval for claim in claims))
    said = (f"reports={len(telling)}", f"operands={len(claims)}")
    steps = (*_derived(claims), Step(Kind.AGREEMENT, "reports_disagree", hull, None, said))
    return EventDate(hull, Certainty.DISPUTED, steps, tuple(claim.interval for claim in claims))


def _certainty(interval: Interval, explicit: bool, steps: list[Step]) -> Certainty:
    guessed = any(step.rule == "Either" for step in steps)
    long = not interval.bounded or (
        interval.end - interval.start >= _COARSE and interval.granularity in {G.INTERVAL, G.WEEK}
    )
    return Certainty.CERTAIN if explicit and not long and not guessed else Certainty.LIKELY
