"""All that people decided and corrected, the newest first, those that were taken back too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    String,
    any_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from timeline.core.correction import Correction
from timeline.core.decision import Decision, State
from timeline.storage.decisions import made
from timeline.storage.tables import CorrectionRow, DecisionRow, OutcomeRow

CORRECT: Final = "correct"
"""What a correction is called beside the kinds of decisions."""
_DECISION, _CORRECTION = "d", "c"

_Rows = Select[str, int, datetime]
Place = tuple[str, str, int]
"""A place in the list: when something was said, whether it is a decision, and its number."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; what is empty or None does not narrow. kind is one of decisions, or "correct"."""

    collection: str = ""
    kind: str = ""
    event: str = ""
    state: State | None = None
    after: Place | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, of what, and how it stands."""

    number: int
    collection: str
    correction: Correction
    article: str | None
    source: str | None
    state: State
    undone: datetime | None


def listed(session: Session, query: Query) -> tuple[tuple[Decision | Corrected, ...], Place | None]:
    """What was said, and the place behind the last of it where there is more."""
    every = _every(query).subquery()
    order = (every.c.recorded, every.c.which, every.c.id)
    statement = select(every).order_by(*(key.desc() for key in order)).limit(query.limit + 1)
    if query.after is not None:
        recorded, which, number = query.after
        statement = statement.where(tuple_(*order) < tuple_(datetime.fromisoformat(recorded), which, number))
    rows = session.execute(statement).all()
    shown = rows[: query.limit]
    found = _found(session, shown)
    last = shown[-1] if len(rows) > len(shown) > 0 else None
    return (
        tuple(found[row.which, row.id] for row in shown),
        (last.recorded.isoformat(), last.which, last.id) if last else None,
    )


def total(session: Session, query: Query) -> int:
    """How much was said in all."""
    return session.scalar(select(func.count()).select_from(_every(replace(query, after=None)).subquery())) or 0


def _every(query: Query) -> Any:
    wanted = [_decided(query)] if query.kind != CORRECT else []
    if query.kind in {"", CORRECT} and not query.event:
        wanted.append(_corrected(query))
    return union_all(*wanted) if wanted else _decided(query).where(literal(value=False))


def _decided(query: Query) -> _Rows:
    row, outcome = DecisionRow, OutcomeRow
    own = (outcome.collection_id == row.collection_id) & (outcome.decision_id == row.id)
    state = case(
        (row.undone.is_not(None), State.UNDONE.value),
        else_=func.coalesce(cast(outcome.state, String), State.STANDING.value),
    )
    statement = select(literal(_DECISION).label("which"), row.id, row.recorded).outerjoin(outcome, own)
    if query.kind:
        statement = statement.where(row.kind == query.kind)
    if query.event:
        statement = statement.where(or_(row.target == query.event, literal(query.event) == any_(outcome.events)))
    return _narrowed(statement, row.collection_id, state, query)


def _corrected(query: Query) -> _Rows:
    row = CorrectionRow
    statement = select(literal(_CORRECTION).label("which"), row.id, row.recorded)
    return _narrowed(statement, row.collection_id, _standing(), query)


def _standing() -> ColumnElement[str]:
    """How a correction stands."""
    row, later = CorrectionRow, aliased(CorrectionRow)
    replaced = exists().where(
        later.collection_id == row.collection_id,
        later.article_id.is_not_distinct_from(row.article_id),
        later.source.is_not_distinct_from(row.source),
        later.what == row.what,
        later.undone.is_(None),
        later.id > row.id,
    )
    return case(
        (row.undone.is_not(None), State.UNDONE.value), (replaced, State.REPLACED.value), else_=State.STANDING.value
    )


def _narrowed(statement: _Rows, collection: SQLColumnExpression[str], state: ColumnElement[str], query: Query) -> _Rows:
    if query.collection:
        statement = statement.where(collection == query.collection)
    return statement.where(state == query.state.value) if query.state else statement


def _found(session: Session, rows: Sequence[Any]) -> Mapping[tuple[str, int], Decision | Corrected]:
    ids = {which: [row.id for row in rows if row.which == which] for which in (_DECISION, _CORRECTION)}
    decisions = session.scalars(select(DecisionRow).where(DecisionRow.id.in_(ids[_DECISION])))
    found: dict[tuple[str, int], Decision | Corrected] = {(_DECISION, row.id): made(row) for row in decisions}
    corrections = select(CorrectionRow, _standing()).where(CorrectionRow.id.in_(ids[_CORRECTION]))
    for row, state in session.execute(corrections):
        found[_CORRECTION, row.id] = _correction(row, State(state))
    return found


def _correction(row: CorrectionRow, state: State) -> Corrected:
    said = Correction(row.what, row.value, row.who, row.why, row.recorded, row.interval, row.zoned)
    return Corrected(row.id, row.collection_id, said, row.article_id, row.source, state, row.undone)
