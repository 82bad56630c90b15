"""What is read in many steps, but as it was at one moment."""

from datetime import datetime
from typing import Final

from sqlalchemy import BigInteger, Text, cast, column, func, select
from sqlalchemy.orm import Session

from timeline.core.interval import Interval
from timeline.core.line import TimelineQuery
from timeline.storage import lines
from timeline.storage.tables import (
    ArticleRow,
    CollectionRow,
    CorrectionRow,
    EventRow,
    FulfilmentRow,
    PublicationRow,
    SourceRow,
)

_TOLD: Final = (SourceRow, ArticleRow, CorrectionRow, PublicationRow, FulfilmentRow)
"""What is told of a collection beside its events, whose state is in its own row."""


def hold(session: Session) -> None:
    """Let the transaction, in which nothing was read yet, see the database as it is now until it ends."""
    session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def intervals(session: Session, query: TimelineQuery) -> tuple[Interval, ...]:
    """When the events on the line are that a query asks for, in no order; its limit and position do not count."""
    columns = (EventRow.starts, EventRow.ends, EventRow.granularity, EventRow.zone)
    rows = session.execute(select(*columns).where(lines.asked(session, query)))
    return tuple(Interval(start, end, granularity, zone) for start, end, granularity, zone in rows)


def articles(session: Session, collection: str) -> tuple[str, ...]:
    """The ids of a collection's articles, in their order."""
    statement = select(ArticleRow.id).where(ArticleRow.collection_id == collection).order_by(ArticleRow.id)
    return tuple(session.scalars(statement))


def newest(session: Session, collection: str) -> datetime | None:
    """When the newest article of a collection was added; None where it has none."""
    return session.scalar(select(func.max(ArticleRow.added)).where(ArticleRow.collection_id == collection))


def state(session: Session, collection: str) -> tuple[int, ...]:
    """Numbers of which one is another whenever anything is that is told of a collection: PostgreSQL notes for every row
    the transaction that wrote it, and these are counted up."""
    written = func.coalesce(func.sum(cast(cast(column("xmin"), Text), BigInteger)), 0)
    own = [(CollectionRow, CollectionRow.id), *((row, row.collection_id) for row in _TOLD)]
    counted = [select(func.count(), written).select_from(row).where(key == collection) for row, key in own]
    return tuple(int(number) for statement in counted for number in session.execute(statement).one())
