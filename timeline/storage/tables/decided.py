"""What people decided about events, and what follows from that."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKeyConstraint, Identity, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from timeline.core.decision import Kind, Matter, Reason, State
from timeline.core.event import Event
from timeline.storage.columns import Coded, Exact, Word
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import CollectionRow


class DecisionRow(Row):
    """What a person said about events; never lost by reading again. undone is when it was taken back, undone_by by
    whom, undone_why why; target is the first event as it was known then."""

    __tablename__ = "decisions"
    __table_args__ = (ForeignKeyConstraint(["collection_id"], [CollectionRow.id]), Index(None, "id"))

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[Kind] = mapped_column(Word(Kind))
    target: Mapped[str]
    payload: Mapped[Matter] = mapped_column(Coded(Matter))
    who: Mapped[str]
    why: Mapped[str]
    recorded: Mapped[datetime]
    undone: Mapped[datetime | None]
    undone_by: Mapped[str] = mapped_column(server_default="")
    undone_why: Mapped[str] = mapped_column(server_default="")


class OutcomeRow(Row):
    """How a decision stands among the events as they were last derived; by is the one that replaced it."""

    __tablename__ = "outcomes"
    __table_args__ = (
        ForeignKeyConstraint(["collection_id", "decision_id"], [DecisionRow.collection_id, DecisionRow.id]),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    decision_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    state: Mapped[State] = mapped_column(Word(State))
    reasons: Mapped[tuple[Reason, ...]] = mapped_column(Coded(tuple[Reason, ...]))
    events: Mapped[list[str]] = mapped_column(ARRAY(Text))
    by: Mapped[int | None] = mapped_column(BigInteger)


class HiddenRow(Row):
    """An event that is not shown: it is not among the events, so that nothing finds or counts it there. age is its
    place in the order of arrival, former are the ids that it had before."""

    __tablename__ = "hidden_events"
    __table_args__ = (ForeignKeyConstraint(["collection_id"], [CollectionRow.id]), Index(None, "id"))

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[str] = mapped_column(Exact, primary_key=True)
    age: Mapped[int] = mapped_column(BigInteger)
    event: Mapped[Event] = mapped_column(Coded(Event))
    former: Mapped[list[str]] = mapped_column(ARRAY(Text))
