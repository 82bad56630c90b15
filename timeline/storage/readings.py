"""What was read in a revision by a version of the rules: added once, never changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, insert, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from timeline.core.expression import Expression, Reading, Rejected
from timeline.core.mention import Mention
from timeline.core.profile import Profile
from timeline.core.text import Imprint
from timeline.storage.tables import ArticleRow, ExpressionRow, MentionRow, ReadingRow, RejectedRow

_Found = type[ExpressionRow] | type[RejectedRow] | type[MentionRow]


@dataclass(frozen=True, slots=True)
class Record:
    """A reading as it is stored: of which article and revision, by which rules, and all that was found."""

    article: str
    revision: int
    rules: str
    imprint: Imprint
    reading: Reading
    mentions: tuple[Mention, ...]
    profile: Profile


def add(session: Session, collection: str, record: Record, now: datetime) -> None:
    """Store a reading; nothing happens where these rules have read this revision already."""
    if exists(session, collection, record.article, record.revision, record.rules):
        return
    own = record.profile
    key = {
        "collection_id": collection,
        "article_id": record.article,
        "revision": record.revision,
        "rules": record.rules,
        "recorded": now,
    }
    found = {"words": own.words, "signature": own.signature, "credits": sorted(own.credits)}
    session.execute(insert(ReadingRow), [{**key, "imprint": record.imprint, **found}])
    _insert(session, ExpressionRow, key, map(_expression, record.reading.expressions))
    _insert(session, RejectedRow, key, map(_rejected, record.reading.rejected))
    _insert(session, MentionRow, key, ({"start": m.start, "end": m.end, "mention": m} for m in record.mentions))


def exists(session: Session, collection: str, article: str, revision: int, rules: str) -> bool:
    """Whether these rules have read this revision."""
    return session.get(ReadingRow, (collection, article, revision, rules)) is not None


def missing(session: Session, collection: str, rules: str) -> Sequence[str]:
    """The articles whose latest revision these rules have not read, by id."""
    same = and_(_latest(), ReadingRow.rules == rules)
    statement = select(ArticleRow.id).outerjoin(ReadingRow, same).order_by(ArticleRow.id)
    unread = statement.where(ArticleRow.collection_id == collection, ReadingRow.article_id.is_(None))
    return session.scalars(unread).all()


def get(session: Session, collection: str, article: str) -> Record | None:
    """The newest reading of an article's latest revision; None where it was not read yet."""
    found = _records(session, current(collection, [article]))
    return found[0] if found else None


def of_collection(session: Session, collection: str, articles: Collection[str] | None = None) -> tuple[Record, ...]:
    """The newest reading of the latest revision of every article, or of some, by article id; what was not read yet is
    left out."""
    return _records(session, current(collection, articles))


def current(collection: str, articles: Collection[str] | None = None) -> Subquery:
    """The newest readings: by when they were recorded, and then by the rules' own version."""
    statement = (
        select(ReadingRow)
        .join(ArticleRow, _latest())
        .where(ReadingRow.collection_id == collection)
        .ext(distinct_on(ReadingRow.article_id))
        .order_by(ReadingRow.article_id, ReadingRow.recorded.desc(), ReadingRow.rules.desc())
    )
    if articles is not None:
        statement = statement.where(ReadingRow.article_id.in_(articles))
    return statement.subquery()


def _latest() -> ColumnElement[bool]:
    """That a reading is of the latest revision of an article."""
    return and_(
        ReadingRow.collection_id == ArticleRow.collection_id,
        ReadingRow.article_id == ArticleRow.id,
        ReadingRow.revision == ArticleRow.revision,
    )


def _records(session: Session, current: Subquery) -> tuple[Record, ...]:
    expressions, rejected, mentions = (
        _found(session, row, current) for row in (ExpressionRow, RejectedRow, MentionRow)
    )
    return tuple(
        Record(
            row.article_id,
            row.revision,
            row.rules,
            row.imprint,
            Reading(
                tuple(_as_expression(found) for found in expressions[row.article_id]),
                tuple(Rejected(found.start, found.end, found.text, found.reason) for found in rejected[row.article_id]),
            ),
            tuple(found.mention for found in mentions[row.article_id]),
            Profile(row.words, row.signature, frozenset(row.credits)),
        )
        for row in session.execute(select(current).order_by(current.c.article_id))
    )


def _found(session: Session, row: _Found, current: Subquery) -> dict[str, list[Any]]:
    """What readings found, in the order of the text, by article."""
    key = and_(
        row.collection_id == current.c.collection_id,
        row.article_id == current.c.article_id,
        row.revision == current.c.revision,
        row.rules == current.c.rules,
    )
    found = defaultdict(list)
    for item in session.execute(select(*row.__table__.columns).join(current, key).order_by(row.article_id, row.number)):
        found[item.article_id].append(item)
    return found


def _insert(session: Session, row: Any, key: dict[str, Any], found: Iterable[dict[str, Any]]) -> None:
    values = [{**key, "number": number, **fields} for number, fields in enumerate(found)]
    if values:
        session.execute(insert(row), values)


def _expression(found: Expression) -> dict[str, Any]:
    return {
        "start": found.start, "end": found.end, "text": found.text, "rule": found.rule, "term": found.term,
        "signal": found.signal, "tense": found.tense, "refers": found.refers, "until": found.until,
    }  # fmt: skip


def _rejected(found: Rejected) -> dict[str, Any]:
    return {"start": found.start, "end": found.end, "text": found.text, "reason": found.reason}


def _as_expression(row: ExpressionRow) -> Expression:
    return Expression(row.start, row.end, row.text, row.rule, row.term, row.signal, row.tense, row.refers, row.until)
