"""Loads that run as jobs: kept, advanced and counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, exists, func, insert, or_, select, true, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from timeline.core.load import Counts, Linked, Load, LoadState, Problem, Said
from timeline.errors import NotFound
from timeline.storage import queue
from timeline.storage.articles import State
from timeline.storage.tables import (
    ArticleRow,
    LoadArticleRow,
    LoadPartRow,
    LoadProblemRow,
    LoadRow,
    ReadingRow,
    UnreadableRow,
)


@dataclass(frozen=True, slots=True)
class Task:
    """What the job that stores a load has to know: where it goes on, and whether it need not go on."""

    number: int
    collection: str
    name: str
    said: Said
    items: int
    over: bool
    """Whether no more of it is to be taken."""
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An address that is to be asked: its number among the problems, and how often it was asked before."""

    number: int
    linked: Linked
    tries: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """An item that was not loaded: where it stood, why, and, where its address is to be asked, when."""

    where: str
    why: str
    linked: Linked | None = None
    again: datetime | None = None


def add(session: Session, collection: str, name: str, who: str, said: Said, now: datetime) -> int:
    """Note a load; its number."""
    row = LoadRow(collection_id=collection, name=name, who=who, said=said, added=now)
    session.add(row)
    session.flush()
    return row.id


def run_by(session: Session, number: int, job: int) -> None:
    """Note which job stores a load."""
    session.execute(update(LoadRow).where(LoadRow.id == number).values(job=job))


def fill(session: Session, collection: str, number: int, pieces: Iterable[bytes]) -> None:
    """Keep the content of a load, piece by piece."""
    for at, piece in enumerate(pieces):
        own = {"collection_id": collection, "load_id": number, "number": at, "content": piece}
        session.execute(insert(LoadPartRow).values(own))


def content(session: Session, task: Task) -> Iterator[bytes]:
    """The content of a load, piece by piece."""
    own = _own(LoadPartRow, task.collection, task.number)
    for at in session.scalars(select(LoadPartRow.number).where(own).order_by(LoadPartRow.number)).all():
        yield session.scalars(select(LoadPartRow.content).where(own, LoadPartRow.number == at)).one()


def task(session: Session, number: int) -> Task:
    """What is to be done of a load, held until the transaction ends; NotFound where there is none."""
    row = session.scalar(select(LoadRow).where(LoadRow.id == number).with_for_update())
    if row is None:
        raise _missing(number)
    over = bool(row.stored or row.cancelled or row.failure)
    return Task(row.id, row.collection_id, row.name, row.said, row.items, over, row.cancelled is not None)


def advance(session: Session, task: Task, taken: int) -> None:
    """Note that so many items more were taken from what was handed over."""
    session.execute(update(LoadRow).where(_this(task)).values(items=LoadRow.items + taken))


def count(session: Session, task: Task, states: Mapping[State, int], failed: int) -> None:
    """Count what became of items: how many are new, changed and unchanged, and how many failed."""
    columns = {str(state): getattr(LoadRow, state) + count for state, count in states.items()}
    values = {"failed": LoadRow.failed + failed, **columns}
    session.execute(update(LoadRow).where(_this(task)).values(values))


def bring(session: Session, task: Task, articles: Iterable[tuple[str, int]]) -> None:
    """Note the revisions that a load brought."""
    rows = [
        {"collection_id": task.collection, "load_id": task.number, "article_id": article, "revision": revision}
        for article, revision in articles
    ]
    if rows:
        session.execute(upsert(LoadArticleRow).on_conflict_do_nothing(), rows)


def blame(session: Session, task: Task, troubles: Sequence[Trouble]) -> Sequence[int]:
    """Note items that were not loaded; their numbers among the problems of the load."""
    last = select(func.coalesce(func.max(LoadProblemRow.number), -1))
    first = session.scalars(last.where(_own(LoadProblemRow, task.collection, task.number))).one() + 1
    key = {"collection_id": task.collection, "load_id": task.number, "tries": 0}
    numbers = range(first, first + len(troubles))
    rows = [
        {**key, "number": number, "where": one.where, "why": one.why, "linked": one.linked, "again": one.again}
        for number, one in zip(numbers, troubles, strict=True)
    ]
    if rows:
        session.execute(insert(LoadProblemRow), rows)
    return numbers


def waiting(session: Session, task: Task, number: int) -> Waiting | None:
    """An address that is to be asked; None where it was, or need not be any more."""
    row = session.get(LoadProblemRow, (task.collection, task.number, number))
    if row is None or row.linked is None or row.again is None:
        return None
    return Waiting(number, row.linked, row.tries)


def blame_again(session: Session, task: Task, waiting: Waiting, why: str, again: datetime | None) -> None:
    """Note that an address failed once more, and when it is asked again."""
    row = session.get_one(LoadProblemRow, (task.collection, task.number, waiting.number))
    row.why, row.again, row.tries = why, again, waiting.tries + 1
    session.flush()


def forget(session: Session, task: Task, waiting: Waiting) -> None:
    """An address was asked: what it led to is counted in its place."""
    own = _own(LoadProblemRow, task.collection, task.number)
    session.execute(delete(LoadProblemRow).where(own, LoadProblemRow.number == waiting.number))
    session.execute(update(LoadRow).where(_this(task)).values(failed=LoadRow.failed - 1))


def finish(session: Session, task: Task, now: datetime) -> None:
    """All items are taken: the content is needed no longer."""
    session.execute(update(LoadRow).where(_this(task)).values(stored=now))
    _empty(session, task.collection, task.number)


def give_up(session: Session, task: Task, why: str) -> None:
    """The load cannot be gone on with."""
    session.execute(update(LoadRow).where(_this(task)).values(failure=why))
    _empty(session, task.collection, task.number)


def cancel(session: Session, number: int, now: datetime) -> None:
    """Take no more items of a load and ask no more addresses; nothing happens where all is done."""
    found = task(session, number)
    own = _own(LoadProblemRow, found.collection, number)
    asked = update(LoadProblemRow).where(own, LoadProblemRow.again.is_not(None)).values(again=None)
    if session.execute(asked.returning(LoadProblemRow.number)).all() or not found.over:
        session.execute(update(LoadRow).where(_this(found)).values(cancelled=now))
        _empty(session, found.collection, number)


def settle(session: Session, collection: str, now: datetime) -> None:
    """The events of the collection were derived: its loads of which nothing is left to do have ended."""
    stored = or_(LoadRow.stored.is_not(None), LoadRow.cancelled.is_not(None))
    left = or_(
        exists(_unread().where(LoadArticleRow.load_id == LoadRow.id)),
        exists(select(1).where(LoadProblemRow.load_id == LoadRow.id, LoadProblemRow.again.is_not(None))),
    )
    done = and_(LoadRow.collection_id == collection, stored, LoadRow.ended.is_(None), ~left)
    session.execute(update(LoadRow).where(done).values(ended=now), execution_options={"synchronize_session": False})


def get(session: Session, number: int) -> Load:
    """How a load stands; NotFound where there is none of this number."""
    row = session.execute(_counted().where(LoadRow.id == number)).one_or_none()
    if row is None:
        raise _missing(number)
    return _load(session, row)


def listed(session: Session, most: int, before: int | None = None) -> tuple[Load, ...]:
    """The newest loads of all collections; before continues a list below a number."""
    older = LoadRow.id < before if before is not None else true()
    statement = _counted().where(older).order_by(LoadRow.id.desc()).limit(most)
    return tuple(_load(session, row) for row in session.execute(statement))


def problems(session: Session, number: int, most: int, after: int = -1) -> tuple[Problem, ...]:
    """What could not be loaded, in the order of the items; after continues a list above a number."""
    mine = and_(LoadProblemRow.load_id == number, LoadProblemRow.number > after)
    of = LoadRow.collection_id == LoadProblemRow.collection_id
    statement = select(LoadProblemRow).join(LoadRow, and_(of, LoadRow.id == LoadProblemRow.load_id)).where(mine)
    rows = session.scalars(statement.order_by(LoadProblemRow.number).limit(most))
    return tuple(Problem(row.number, row.where, row.why, row.again) for row in rows)


def _unread() -> Select[Any]:
    """The revisions that loads brought and nobody has read, or tried to; one that has a newer one never will be."""
    keys = ("collection_id", "article_id", "revision")
    latest = and_(
        ArticleRow.collection_id == LoadArticleRow.collection_id,
        ArticleRow.id == LoadArticleRow.article_id,
        ArticleRow.revision == LoadArticleRow.revision,
    )
    tried = (
        exists(select(1).where(*(getattr(row, key) == getattr(LoadArticleRow, key) for key in keys)))
        for row in (ReadingRow, UnreadableRow)
    )
    return select(LoadArticleRow.article_id).join(ArticleRow, latest).where(*(~one for one in tried))


def _counted() -> Select[*tuple[Any, ...]]:
    unread = _unread().where(_of_load(LoadArticleRow)).correlate(LoadRow).subquery()
    waiting = select(func.count()).where(_of_load(LoadProblemRow), LoadProblemRow.again.is_not(None))
    return select(
        LoadRow,
        select(func.count()).select_from(unread).correlate(LoadRow).scalar_subquery(),
        waiting.correlate(LoadRow).scalar_subquery(),
    )


def _load(session: Session, found: Row[*tuple[Any, ...]]) -> Load:
    row, unread, waiting = found
    job = queue.state(session, row.job) if row.job is not None else None
    failure = row.failure or ""
    if not failure and job and job[0] == "failed" and not (row.stored or row.cancelled):
        failure = f"The job was given up after {job[1]} tries; the log of the worker says why."
    items = row.new + row.changed + row.unchanged + row.failed
    counts = Counts(items, row.new, row.changed, row.unchanged, row.failed - waiting, unread, waiting)
    begun = bool(row.items or (job and job[0] == "doing"))
    state = _state(row, failure, begun)
    return Load(
        row.id, row.collection_id, row.name, row.who, row.added, counts, state, row.ended or row.cancelled, failure
    )


def _state(row: LoadRow, failure: str, begun: bool) -> LoadState:
    if failure:
        return LoadState.FAILED
    if row.cancelled:
        return LoadState.CANCELLED
    if row.ended:
        return LoadState.DONE
    if row.stored:
        return LoadState.READING
    return LoadState.STORING if begun else LoadState.WAITING


def _own(
    row: type[LoadPartRow] | type[LoadProblemRow] | type[LoadArticleRow], collection: str, number: int
) -> ColumnElement[bool]:
    return and_(row.collection_id == collection, row.load_id == number)


def _of_load(row: type[LoadProblemRow] | type[LoadArticleRow]) -> ColumnElement[bool]:
    return and_(row.collection_id == LoadRow.collection_id, row.load_id == LoadRow.id)


def _this(task: Task) -> ColumnElement[bool]:
    return and_(LoadRow.collection_id == task.collection, LoadRow.id == task.number)


def _empty(session: Session, collection: str, number: int) -> None:
    session.execute(delete(LoadPartRow).where(_own(LoadPartRow, collection, number)))


def _missing(number: int) -> NotFound:
    return NotFound(f"There is no job {number}.", field="job")
