"""The date of an event from its reports: each article has a vote for the time that it names, explicit words count
most, and disagreement is kept, never averaged away."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
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
    has a clear majority, they stay as claims and the date spans them. What the others allow narrows the rest. What a
    majority says against explicit words is likely, never certain: the others may be right.
    """
    telling = [r for r in reports if r.basis is not Basis.BOUND]
    claims = ranked(telling)
    if len(claims) < 2:
        return _narrowed((claims or reports)[0], reports)
    votes = _votes(claims, telling)
    explicit = [number for number, claim in enumerate(claims) if claim.basis is Basis.EXPLICIT]
    if len(explicit) > 1 and not _clear([votes[number] for number in explicit]):
        return _disputed([claims[number] for number in explicit], telling)
    chosen = max(range(len(claims)), key=lambda number: (votes[number], *_standing(claims[number])))
    found = _narrowed(claims[chosen], reports, (*_derived(claims), _vote(claims, votes, chosen, telling)))
    return replace(found, certainty=Certainty.LIKELY) if len(explicit) > 1 else found


def _standing(claim: Report) -> tuple[bool, bool, float]:
    """How claims with equal votes are ordered: what is told beats what is named in passing, and the earlier time the
    later, since reports look back."""
    return claim.basis is Basis.EXPLICIT, claim.mention.told, -claim.interval.start


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
    found: dict[Interval, Report] = {}
    seen: set[Interval] = set()
    for report in sorted(telling, key=_surest_first):
        if report.interval in seen:
            continue
        seen.add(report.interval)
        days = _days(report)
        if not any(claimed.overlaps(days) for claimed in found):
            found[days] = report
    return sorted(found.values(), key=lambda r: r.interval.start)


def _days(report: Report) -> Interval:
    """The days of a report's time; a night is of the day on which it begins."""
    interval = report.interval
    short = interval.bounded and interval.end - interval.start <= calendar.DAY
    return unit_at(interval.start, G.DAY, interval.zone) if short else whole_days(interval)


def _surest_first(report: Report) -> tuple[bool, float, float, bool, str, int]:
    interval, mention = report.interval, report.mention
    unsure, long = report.basis is not Basis.EXPLICIT, interval.end - interval.start
    return unsure, long, interval.start, not mention.told, report.article, mention.start


def _votes(claims: Sequence[Report], telling: Sequence[Report]) -> list[float]:
    """The votes of the articles for each claim: each has one for it, as strong as its surest report."""
    told = _by_days(telling)
    return [_vote_for(_days(claim), told) for claim in claims]


def _by_days(telling: Sequence[Report]) -> dict[Interval, list[Report]]:
    """The reports by the days that they tell: many tell the same."""
    same: dict[Interval, list[Report]] = defaultdict(list)
    for report in telling:
        same[report.interval].append(report)
    found: dict[Interval, list[Report]] = defaultdict(list)
    for own in same.values():
        found[_days(own[0])] += own
    return found


def _vote_for(claimed: Interval, told: dict[Interval, list[Report]]) -> float:
    cast: dict[str, float] = {}
    for days, own in told.items():
        if days.overlaps(claimed):
            for report in own:
                cast[report.article] = max(cast.get(report.article, 0.0), _weight(report))
    return sum(cast.values())


def _weight(report: Report) -> float:
    """Half for a long span, which says little about the day."""
    long = report.interval.end - report.interval.start > _COARSE
    return _VOTE[report.basis] * (0.5 if long else 1.0)


def _clear(votes: list[float]) -> bool:
    first, second, *_ = sorted(votes, reverse=True)
    return first > _MAJORITY * second


def _vote(claims: list[Report], votes: list[float], chosen: int, telling: Sequence[Report]) -> Step:
    cast = ",".join(f"{count:g}" for count in votes)
    said = (f"operands={len(claims)}", f"votes={cast}", f"chosen={chosen}")
    told, claimed = _by_days(telling), _days(claims[chosen])
    makers = {report.article for days, own in told.items() if days.overlaps(claimed) for report in own}
    counted = (f"articles={len(makers)}", f"of={len({report.article for report in telling})}")
    return Step(Kind.AGREEMENT, "reports_vote", claims[chosen].interval, None, said + counted)


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
