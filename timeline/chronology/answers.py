"""What answers a statement comes after it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.event import EventDate
from timeline.core.interval import since
from timeline.core.mention import Report

Statements = Mapping[str, Sequence[tuple[EventDate, Report]]]
"""What is said in each article, with the date of the event that it is reported by."""


def statements(dated: Iterable[tuple[EventDate, Sequence[Report]]]) -> Statements:
    """The statements among the reports of events, in their order, by article."""
    found: dict[str, list[tuple[EventDate, Report]]] = defaultdict(list)
    for date, reports in dated:
        for report in reports:
            if report.mention.statement:
                found[report.article].append((date, report))
    return found


def after(date: EventDate, reports: Sequence[Report], said: Statements) -> EventDate:
    """The date of an event, not before the statement that one of its reports answers; the same object where
    nothing changes."""
    for report in reports:
        target = _statement(report, said.get(report.article, ()))
        if target is None or target is date or date.claimed:
            continue
        known, limit = not date.interval.unknown, since(target.interval)
        narrower = date.interval.intersect(limit) if known else limit
        if not narrower.empty and narrower != date.interval:
            words = Evidence(report.mention.start, report.mention.end, report.mention.text, report.article)
            step = Step(
                Kind.CONSTRAINT, "answers", narrower, words, (f"whom={report.mention.answers}", f"operands={1 + known}")
            )
            return replace(date, interval=narrower, derivation=(*date.derivation, *target.derivation, step))
    return date


def _statement(report: Report, said: Iterable[tuple[EventDate, Report]]) -> EventDate | None:
    """The date of what the answered one said, in the same article and before the answer."""
    if not report.mention.answers:
        return None
    for date, other in said:
        if other.mention.start < report.mention.start and report.mention.answers in other.mention.actor.split():
            return date
    return None
