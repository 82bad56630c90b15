"""What was read in a revision by a version of the rules: added once, never changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Subquery, and_, exists, select, true, tuple_
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.orm import Session

from timeline.core.article import Article
from timeline.core.expression import Expression, Reading, Rejected
from timeline.core.mention import Mention
from timeline.core.profile import Profile
from timeline.core.text import Imprint
from timeline.storage import copying
from timeline.storage.membership import among
from timeline.storage.pauses import uncollected
from timeline.storage.tables import ArticleRow, ExpressionRow, MentionRow, ReadingRow, RejectedRow, UnreadableRow

_Found = type[ExpressionRow] | type[RejectedRow] | type[MentionRow]
_Key = tuple[str, int, str]
_Made = TypeVar("_Made")
_Values = Mapping[str, Any]

_EXPRESSION: Final = tuple(field.name for field in fields(Expression))
_REJECTED: Final = tuple(field.name for field in fields(Rejected))
"""Fields that have a column each, of the same name."""
_AT_ONCE: Final = 2000
"""Rows that are fetched together, so that not all are held beside what is made of them."""


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

    @property
    def key(self) -> _Key:
        """What no other reading of the collection has."""
        return self.article, self.revision, self.rules


def add(session: Session, collection: str, record: Record, now: datetime) -> None:
    """Store a reading; nothing happens where these rules have read this revision already."""
    add_all(session, collection, [record], now)


def add_all(session: Session, collection: str, records: Iterable[Record], now: datetime) -> None:
    """Store readings, many at once; those of revisions that the same rules have read already are passed over."""
    own = {record.key: record for record in records}
    known = _known(session, collection, own)
    new = [(_columns(collection, record, now), record) for key, record in own.items() if key not in known]
    copying.add(session, ReadingRow, ({**key, **_reading(record)} for key, record in new))
    copying.add(session, ExpressionRow, _numbered((key, _fields(r.reading.expressions, _EXPRESSION)) for key, r in new))
    copying.add(session, RejectedRow, _numbered((key, _fields(r.reading.rejected, _REJECTED)) for key, r in new))
    copying.add(session, MentionRow, _numbered((key, map(_mention, r.mentions)) for key, r in new))


def missing(
    session: Session, collection: str, rules: str, articles: Collection[str] | None = None, most: int | None = None
) -> Sequence[str]:
    """The articles whose latest revision these rules have neither read nor failed on, by id: all, or some, or the
    first of them."""
    tried = (exists().where(_latest(row), row.rules == rules) for row in (ReadingRow, UnreadableRow))
    own = among(ArticleRow.id, articles) if articles is not None else true()
    statement = select(ArticleRow.id).where(ArticleRow.collection_id == collection, own, *(~one for one in tried))
    return session.scalars(statement.order_by(ArticleRow.id).limit(most)).all()


def unread(session: Session, collection: str, most: int | None = None) -> Sequence[str]:
    """The articles of whose latest revision nothing is known, by id: no rules have read it or failed on it."""
    tried = (exists().where(_latest(row)) for row in (ReadingRow, UnreadableRow))
    statement = select(ArticleRow.id).where(ArticleRow.collection_id == collection, *(~one for one in tried))
    return session.scalars(statement.order_by(ArticleRow.id).limit(most)).all()


def refuse(session: Session, article: Article, rules: str, why: str, now: datetime) -> None:
    """Note that these rules fail on the latest revision of an article, and why."""
    own = {"collection_id": article.collection, "article_id": article.id, "revision": article.revision, "rules": rules}
    session.execute(insert(UnreadableRow).values(**own, why=why, recorded=now).on_conflict_do_nothing())


def refused(session: Session, collection: str) -> Mapping[str, str]:
    """The articles on whose latest revision some rules failed and that none has read, and why."""
    read = exists().where(_latest(ReadingRow))
    statement = select(ArticleRow.id, UnreadableRow.why).join(UnreadableRow, _latest(UnreadableRow))
    found = session.execute(statement.where(ArticleRow.collection_id == collection, ~read))
    return dict(found.all())


def get(session: Session, collection: str, article: str) -> Record | None:
    """The newest reading of an article's latest revision; None where it was not read yet."""
    newest = current(collection, [article])
    found = _records(session, newest, rejected=_found(session, newest, RejectedRow, _REJECTED, Rejected))
    return found[0] if found else None


def of_collection(session: Session, collection: str, articles: Collection[str] | None = None) -> tuple[Record, ...]:
    """The newest reading of the latest revision of every article, or of some, by article id; what was not read yet is
    left out, and so is what was rejected, since nothing follows from it."""
    return _records(session, current(collection, articles), rejected={})


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
        statement = statement.where(among(ReadingRow.article_id, articles))
    return statement.subquery()


def _latest(row: type[ReadingRow] | type[UnreadableRow] = ReadingRow) -> ColumnElement[bool]:
    """That a reading is of the latest revision of an article."""
    return and_(
        row.collection_id == ArticleRow.collection_id,
        row.article_id == ArticleRow.id,
        row.revision == ArticleRow.revision,
    )


def _known(session: Session, collection: str, keys: Iterable[_Key]) -> frozenset[_Key]:
    """Which of these readings are stored."""
    columns = ReadingRow.article_id, ReadingRow.revision, ReadingRow.rules
    statement = select(*columns).where(ReadingRow.collection_id == collection, tuple_(*columns).in_(keys))
    return frozenset((article, revision, rules) for article, revision, rules in session.execute(statement))


def _records(session: Session, current: Subquery, rejected: Mapping[str, Sequence[Rejected]]) -> tuple[Record, ...]:
    with uncollected():
        expressions = _found(session, current, ExpressionRow, _EXPRESSION, Expression)
        mentions = _found(session, current, MentionRow, ["mention"], _itself)
        return tuple(
            Record(
                row.article_id,
                row.revision,
                row.rules,
                row.imprint,
                Reading(tuple(expressions.get(row.article_id, ())), tuple(rejected.get(row.article_id, ()))),
                tuple(mentions.get(row.article_id, ())),
                Profile(row.words, row.signature, frozenset(row.credits)),
            )
            for row in session.execute(select(current).order_by(current.c.article_id))
        )


def _found(
    session: Session, current: Subquery, row: _Found, names: Iterable[str], make: Callable[..., _Made]
) -> Mapping[str, Sequence[_Made]]:
    """What readings found, made of the columns of these names, in the order of the text, by article."""
    key = and_(
        row.collection_id == current.c.collection_id,
        row.article_id == current.c.article_id,
        row.revision == current.c.revision,
        row.rules == current.c.rules,
    )
    columns = (row.__table__.columns[name] for name in names)
    statement = select(row.article_id, *columns).join(current, key).order_by(row.article_id, row.number)
    found = defaultdict(list)
    for article, *values in session.execute(statement, execution_options={"yield_per": _AT_ONCE}):
        found[article].append(make(*values))
    return found


def _itself(mention: Mention) -> Mention:
    return mention


def _columns(collection: str, record: Record, now: datetime) -> _Values:
    """What all rows of a reading have."""
    return {
        "collection_id": collection,
        "article_id": record.article,
        "revision": record.revision,
        "rules": record.rules,
        "recorded": now,
    }


def _reading(record: Record) -> _Values:
    own = record.profile
    credited = sorted(own.credits)
    return {"imprint": record.imprint, "words": own.words, "signature": own.signature, "credits": credited}


def _mention(found: Mention) -> _Values:
    return {"start": found.start, "end": found.end, "mention": found}


def _fields(found: Iterable[Expression | Rejected], names: Sequence[str]) -> Iterator[_Values]:
    return ({name: getattr(one, name) for name in names} for one in found)


def _numbered(found: Iterable[tuple[_Values, Iterable[_Values]]]) -> Iterator[_Values]:
    """Rows of what each reading found, in the order of its text."""
    return ({**key, "number": number, **one} for key, every in found for number, one in enumerate(every))
