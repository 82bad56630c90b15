"""What people decided: rows that are added and, at most, taken back, and how each stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from timeline.core.decision import Decision, Matter, Outcome, Reason, State
from timeline.core.event import Other
from timeline.errors import NotFound
from timeline.storage.tables import DecisionRow, EventRow, HiddenRow, OutcomeRow

_STANDING: Final = (OutcomeRow.state, OutcomeRow.reasons, OutcomeRow.events, OutcomeRow.by)
_NAMES: Final = ("state", "reasons", "events", "by")


@dataclass(frozen=True, slots=True)
class Stood:
    """A decision and how it stands, of which events; by is the number of the one that replaced it."""

    decision: Decision
    state: State
    reasons: tuple[Reason, ...] = ()
    events: tuple[Other, ...] = ()
    by: int | None = None


def add(session: Session, collection: str, matter: Matter, who: str, why: str, now: datetime) -> Decision:
    """Store what a person decided."""
    row = DecisionRow(
        collection_id=collection,
        kind=matter.kind,
        target=matter.targets[0].event,
        payload=matter,
        who=who,
        why=why,
        recorded=now,
    )
    session.add(row)
    session.flush()
    return Decision(row.id, collection, matter, who, why, now)


def undo(session: Session, decision: Decision, who: str, why: str, now: datetime) -> None:
    """Let a decision count no more."""
    own = DecisionRow.collection_id == decision.collection, DecisionRow.id == decision.number
    session.execute(update(DecisionRow).where(*own).values(undone=now, undone_by=who, undone_why=why))
    outcome = OutcomeRow.collection_id == decision.collection, OutcomeRow.decision_id == decision.number
    session.execute(delete(OutcomeRow).where(*outcome))


def get(session: Session, number: int) -> Decision:
    """The decision of this number; NotFound where there is none."""
    row = session.scalar(select(DecisionRow).where(DecisionRow.id == number))
    if row is None:
        raise NotFound(f"There is no decision {number}.", field="id")
    return made(row)


def of_collection(session: Session, collection: str) -> tuple[Decision, ...]:
    """All decisions of a collection in their order, those that were taken back too."""
    rows = session.scalars(select(DecisionRow).where(DecisionRow.collection_id == collection).order_by(DecisionRow.id))
    return tuple(map(made, rows))


def settle(session: Session, collection: str, outcomes: Iterable[Outcome], ids: Sequence[str]) -> None:
    """Note how decisions stand among events with these ids; what stands as before is not written."""
    now = {one.number: _values(one, ids) for one in outcomes}
    known = OutcomeRow.collection_id == collection, OutcomeRow.decision_id.in_(now)
    rows = session.execute(select(OutcomeRow.decision_id, *_STANDING).where(*known))
    before = {row.decision_id: dict(zip(_NAMES, row[1:], strict=True)) for row in rows}
    changed = {number: values for number, values in now.items() if before.get(number) != values}
    session.execute(delete(OutcomeRow).where(*known, OutcomeRow.decision_id.in_(changed)))
    for number, values in changed.items():
        session.add(OutcomeRow(collection_id=collection, decision_id=number, **values))
    session.flush()


def stood(session: Session, decisions: Collection[Decision]) -> tuple[Stood, ...]:
    """How some decisions stand, in their order."""
    numbers = [one.number for one in decisions]
    rows = {
        row.decision_id: row for row in session.scalars(select(OutcomeRow).where(OutcomeRow.decision_id.in_(numbers)))
    }
    titles = _titles(session, {event for row in rows.values() for event in row.events})
    return tuple(_stood(one, rows.get(one.number), titles) for one in decisions)


def _values(outcome: Outcome, ids: Sequence[str]) -> dict[str, object]:
    """How a decision stands, as a row has it."""
    events = [ids[i] for i in outcome.events]
    return dict(zip(_NAMES, (outcome.state, outcome.reasons, events, outcome.by), strict=True))


def _stood(decision: Decision, row: OutcomeRow | None, titles: Mapping[str, str]) -> Stood:
    if decision.undone is not None:
        return Stood(decision, State.UNDONE)
    if row is None:
        return Stood(decision, State.STANDING)
    events = tuple(Other(event, titles[event]) for event in row.events if event in titles)
    return Stood(decision, row.state, row.reasons, events, row.by)


def _titles(session: Session, ids: Collection[str]) -> dict[str, str]:
    """The titles of some events, those that are hidden too."""
    shown = session.execute(select(EventRow.id, EventRow.title).where(EventRow.id.in_(ids)))
    hidden = session.scalars(select(HiddenRow).where(HiddenRow.id.in_(ids)))
    return dict(shown.all()) | {row.id: row.event.title for row in hidden}


def made(row: DecisionRow) -> Decision:
    """The decision that a row has."""
    back = row.undone, row.undone_by, row.undone_why
    return Decision(row.id, row.collection_id, row.payload, row.who, row.why, row.recorded, *back)
