"""The date of an event as a person decided it, behind all that its reports say."""

from timeline.core.decision import Decision
from timeline.core.derivation import Kind, Step
from timeline.core.event import Certainty, EventDate


def by(date: EventDate, decision: Decision) -> EventDate:
    """The decided date, with the steps of the one that the reports give; that one where none was decided."""
    at = decision.matter.date
    if at is None:
        return date
    known = int(any(step.kind is not Kind.EXPRESSION for step in date.derivation))
    said = {"date": decision.matter.edtf, "zone": at.zone, "operands": known}
    said |= {"who": decision.who, "why": decision.why}
    step = Step(Kind.DECISION, "redated", at, None, tuple(f"{name}={value}" for name, value in said.items()))
    return EventDate(at, Certainty.CERTAIN, (*date.derivation, step))
