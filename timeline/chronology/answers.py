"""What answers a statement comes after it."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.event import EventDate
from timeline.core.interval import since
from timeline.core.mention import Report


def after(date: EventDate, reports: Sequence[Report], dated: Sequence[tuple[EventDate, Sequence[Report]]]) -> EventDate:
    """The date of an event, not before the statement that one of its reports answers; the same object where
    nothing changes."""
    for report in reports:
        target = _statement(report, dated)
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


def _statement(report: Report, dated: Sequence[tuple[EventDate, Sequence[Report]]]) -> EventDate | None:
    """The date of what the answered one said, in the same article and before the answer."""
    if not report.mention.answers:
        return None
    for date, others in dated:
        for other in others:
            earlier = other.article == report.article and other.mention.start < report.mention.start
            if earlier and other.mention.statement and report.mention.answers in other.mention.actor.split():
                return date
    return None
