"""The revisions of an article, and what was read in one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from timeline.core.expression import Expression
from timeline.core.mention import Mention
from timeline.core.revision import Revision
from timeline.errors import NotFound
from timeline.storage.tables import ExpressionRow, MentionRow, ReadingRow, RevisionRow

_EXPRESSION: Final = tuple(getattr(ExpressionRow, field.name) for field in fields(Expression))
"""In the order in which an expression is made of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What some rules read in a revision, in the order of its text."""

    expressions: tuple[Expression, ...]
    mentions: tuple[Mention, ...]


def listed(session: Session, collection: str, article: str) -> tuple[Revision, ...]:
    """The revisions of an article, the first first."""
    statement = select(RevisionRow).where(RevisionRow.collection_id == collection, RevisionRow.article_id == article)
    return tuple(map(_revision, session.scalars(statement.order_by(RevisionRow.number))))


def get(session: Session, collection: str, article: str, number: int) -> Revision:
    """One revision; NotFound where the article has none of this number."""
    row = session.get(RevisionRow, (collection, article, number))
    if row is None:
        raise NotFound(f"The article {article!r} of {collection!r} has no revision {number}.", field="number")
    return _revision(row)


def rules(session: Session, collection: str, article: str, number: int) -> Sequence[str]:
    """The versions of the rules that have read a revision, the newest reading first."""
    own = ReadingRow.article_id == article, ReadingRow.revision == number
    statement = select(ReadingRow.rules).where(ReadingRow.collection_id == collection, *own)
    return session.scalars(statement.order_by(ReadingRow.recorded.desc(), ReadingRow.rules.desc())).all()


def told(session: Session, collection: str, article: str, number: int, by: str) -> Told:
    """What these rules read in a revision; nothing where they did not read it."""
    key = {"collection_id": collection, "article_id": article, "revision": number, "rules": by}
    expressions = select(*_EXPRESSION).filter_by(**key).order_by(ExpressionRow.number)
    mentions = select(MentionRow.mention).filter_by(**key).order_by(MentionRow.number)
    return Told(tuple(Expression(*row) for row in session.execute(expressions)), tuple(session.scalars(mentions)))


def _revision(row: RevisionRow) -> Revision:
    return Revision(row.number, row.title, row.text, row.digest, row.recorded)
