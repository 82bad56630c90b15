"""How decisions stand beside the events that were derived with them: what counts, and what speaks against it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC

from timeline.core.decision import Decision, Kind, Outcome, Reason, State, Trouble, Verdict
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.mention import Basis
from timeline.events.decided import Settled, Standing
from timeline.events.units import place

_FAR_MORE = 2
"""How many times the articles that told of an event when it was hidden are far more."""


def given(settled: Settled, events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Outcome, ...]]:
    """The events of the groups, each with what was decided of it, and how each decision stands."""
    outcomes = tuple(_outcome(one, events) for one in settled.standings)
    by_number = {outcome.number: outcome for outcome in outcomes}
    return tuple(_decided(event, settled.on(at), by_number) for at, event in enumerate(events)), outcomes


def _decided(event: Event, on: Sequence[Standing], outcomes: Mapping[int, Outcome]) -> Event:
    shown = [one.decision for one in on if one.decision.kind is not Kind.NOTE or one.decision.matter.public]
    return replace(event, decided=tuple(_verdict(one, outcomes[one.number]) for one in shown)) if shown else event


def _verdict(decision: Decision, outcome: Outcome) -> Verdict:
    recorded = decision.recorded.astimezone(UTC).isoformat()
    contradicted = outcome.state is State.CONTRADICTED
    return Verdict(decision.number, decision.kind, recorded, decision.matter.text, contradicted=contradicted)


def _outcome(standing: Standing, events: Sequence[Event]) -> Outcome:
    own = standing.decision
    if standing.by is not None:
        return Outcome(own.number, State.REPLACED, (), standing.groups, standing.by)
    reasons = [*standing.reasons]
    if standing.groups:
        reasons += _against(standing, events[standing.groups[0]])
    state = State.CONTRADICTED if reasons else State.STANDING
    return Outcome(own.number, state, tuple(reasons), standing.groups)


def _against(standing: Standing, event: Event) -> Iterator[Reason]:
    """What an event, as it is now, says against what was decided of it."""
    matter = standing.decision.matter
    if matter.kind is Kind.ACCEPT:
        then, now = matter.targets[0].dates, event.date.claimed or (event.date.interval,)
        if list(map(_day, then)) != list(map(_day, now)):
            yield Reason(Trouble.DAY, then, now)
        if matter.targets[0].status is not event.status:
            yield Reason(Trouble.STATUS, said=(matter.targets[0].status, event.status))
    elif matter.kind is Kind.REDATE and matter.date is not None:
        yield from _denied(standing, event, matter.date)
    elif matter.kind is Kind.HIDE:
        telling = {report.article for report in event.reports}
        if len(telling) > _FAR_MORE * len({sign.article for sign in matter.signs}):
            yield Reason(Trouble.GROWN, said=tuple(sorted(telling)))


def _denied(standing: Standing, event: Event, date: Interval) -> Iterator[Reason]:
    """The reports that name a time which the decided date excludes, and did not when it was decided."""
    said = {at: sign.said for at, sign in standing.signs.items()}
    against = [r for r in event.reports if r.basis is Basis.EXPLICIT and not r.interval.overlaps(date)]
    new = [report for report in against if not _same(said.get(place(report)), report.interval)]
    if new:
        days = dict.fromkeys(report.interval for report in new)
        yield Reason(Trouble.EXPLICIT, (date,), tuple(days), tuple(dict.fromkeys(report.article for report in new)))


def _same(one: Interval | None, other: Interval) -> bool:
    return one is not None and _day(one) == _day(other)


def _day(at: Interval) -> tuple[object, ...]:
    """What is compared. A day stays the same day, in whichever zone it was."""
    return at.start, at.end, at.granularity, at.zone if at.granularity.within_day else ""
