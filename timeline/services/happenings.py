"""Events from groups of reports: each with its date, what names it, who takes part, and who tells it."""

from collections.abc import Sequence
from typing import Final

from timeline.chronology import agreement, answers, contradictions, redated
from timeline.core.decision import Decision
from timeline.core.event import Event, EventDate
from timeline.core.mention import Report, Status
from timeline.events import entities, figures, headline, origins
from timeline.events.origins import Dependence

_STANDING: Final = (Status.OCCURRED, Status.PLANNED, Status.DENIED, Status.POSSIBLE)


def of(told: Sequence[tuple[tuple[Report, ...], Decision | None]], known: Dependence) -> list[Event]:
    """The events of groups, some with what was decided of their dates, which nothing narrows then."""
    dated = [(_date(group, decision), group) for group, decision in told]
    settled = entities.settle(report for group, _ in told for report in group)
    said = answers.statements(dated)
    return [
        _event(date if decision else answers.after(date, group, said), group, settled, known)
        for (date, group), (_, decision) in zip(dated, told, strict=True)
    ]


def _date(group: tuple[Report, ...], decision: Decision | None) -> EventDate:
    agreed = agreement.date(group)
    return redated.by(agreed, decision) if decision else agreed


def _event(date: EventDate, group: tuple[Report, ...], settled: entities.Settled, known: Dependence) -> Event:
    best = headline.best(group)
    return Event(
        id="",
        title=best.mention.title,
        text=best.mention.text,
        status=_status(group),
        date=date,
        entities=entities.of(group, settled),
        corroboration=origins.count(group, known),
        reports=group,
        contradictions=(*contradictions.of_days(group), *figures.contradictions(group)),
    )


def _status(group: tuple[Report, ...]) -> Status:
    """What happened outweighs what was planned, that what was denied, that what is only possible."""
    told = {report.mention.status for report in group}
    if Status.DENIED in told and all(report.mention.statement for report in group):
        return Status.DENIED
    return next(status for status in _STANDING if status in told)
