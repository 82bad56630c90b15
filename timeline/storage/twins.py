"""Twins: an article with the text of one that was read says the same, and needs no reading of its own."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import Integer, Values, and_, column, func, insert, literal, select, values
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session, aliased

from timeline.storage.columns import Exact
from timeline.storage.membership import among
from timeline.storage.tables import ArticleRow, ExpressionRow, MentionRow, ReadingRow, RejectedRow, RevisionRow

_Read = type[ReadingRow] | type[ExpressionRow] | type[RejectedRow] | type[MentionRow]
_READ: Final[tuple[_Read, ...]] = (ReadingRow, ExpressionRow, RejectedRow, MentionRow)


def add(session: Session, collection: str, rules: str, articles: Collection[str], now: datetime) -> frozenset[str]:
    """Store for each of some unread articles what these rules read in an article with the same text; for which."""
    found = _found(session, collection, rules, articles)
    if not found:
        return frozenset()
    names = (column("article", Exact), column("revision", Integer), column("twin", Exact), column("its", Integer))
    twins = values(*names, name="twins").data(found)
    for row in _READ:
        _copy(session, row, collection, rules, twins, now)
    return frozenset(article for article, *_ in found)


def _found(session: Session, collection: str, rules: str, articles: Collection[str]) -> list[tuple[str, int, str, int]]:
    """The articles that have a twin, their revisions, and which revision of which article was read."""
    new, old = aliased(RevisionRow), aliased(RevisionRow)
    latest = and_(
        ArticleRow.collection_id == new.collection_id,
        ArticleRow.id == new.article_id,
        ArticleRow.revision == new.number,
    )
    same = and_(old.collection_id == new.collection_id, func.md5(old.text) == func.md5(new.text), old.text == new.text)
    read = and_(
        ReadingRow.collection_id == old.collection_id,
        ReadingRow.article_id == old.article_id,
        ReadingRow.revision == old.number,
        ReadingRow.rules == rules,
    )
    statement = (
        select(new.article_id, new.number, old.article_id, old.number)
        .join(ArticleRow, latest)
        .join(old, same)
        .join(ReadingRow, read)
        .where(new.collection_id == collection, among(new.article_id, articles))
        .ext(distinct_on(new.article_id))
        .order_by(new.article_id, old.article_id, old.number)
    )
    return [(article, revision, twin, its) for article, revision, twin, its in session.execute(statement)]


def _copy(session: Session, row: _Read, collection: str, rules: str, twins: Values, now: datetime) -> None:
    own = {"article_id": twins.c.article, "revision": twins.c.revision, "recorded": literal(now)}
    columns = row.__table__.columns
    of_twin = and_(row.article_id == twins.c.twin, row.revision == twins.c.its)
    statement = (
        select(*(own.get(one.name, one) for one in columns))
        .join(twins, of_twin)
        .where(row.collection_id == collection, row.rules == rules)
    )
    session.execute(insert(row).from_select([one.name for one in columns], statement))
