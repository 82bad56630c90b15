"""Articles and their revisions."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, SQLColumnExpression, and_, func, or_, select, true
from sqlalchemy.orm import Session

from timeline.core import zones
from timeline.core.article import Article, Draft, Publication, ZoneFrom
from timeline.core.correction import Corrected, Correction
from timeline.errors import NotFound
from timeline.storage import corrections, sources, stories
from timeline.storage.corrections import Target
from timeline.storage.membership import among
from timeline.storage.tables import ArticleRow, CollectionRow, PublicationRow, RevisionRow, SourceRow


class State(StrEnum):
    """What storing a draft did."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Stored:
    """The article a draft went to, and its latest revision's number."""

    article: str
    state: State
    revision: int


def digest(title: str, text: str) -> str:
    """What makes a text the same text: SHA-256 of the title and the text."""
    return hashlib.sha256(f"{title}\0{text}".encode()).hexdigest()


def add(session: Session, collection: str, draft: Draft, now: datetime) -> Stored:
    """Store a draft: as a new article, or as a revision of the one with its id or its URL; nothing new, nothing stored.

    A text that the article once had is not stored again, so a folder with both versions of a report can be loaded any
    number of times. What the loader says beside the latest text (publication, zone, source, URL) replaces what it said.
    """
    row = _known(session, collection, draft)
    if row is None:
        return _new(session, collection, draft, now)
    found = digest(draft.title, draft.text)
    number = session.scalar(
        select(RevisionRow.number).where(
            RevisionRow.collection_id == collection, RevisionRow.article_id == row.id, RevisionRow.digest == found
        )
    )
    if number is None:
        row.revision += 1
        _describe(row, draft)
        session.add(_revision(row, draft, now))
        _settle(session, row, draft.domain)
        return Stored(row.id, State.CHANGED, row.revision)
    if number != row.revision or not _describe(row, draft):
        return Stored(row.id, State.UNCHANGED, row.revision)
    _settle(session, row, draft.domain)
    stories.mark(session, collection, row.id)
    return Stored(row.id, State.CHANGED, row.revision)


def get(session: Session, collection: str, article: str) -> Article:
    """One article; NotFound where the collection has none of this id."""
    found = listed(session, collection, [article])
    if not found:
        raise NotFound(f"There is no article {article!r} in {collection!r}.", field="article")
    return found[0]


def settle(session: Session, collection: str, article: str) -> None:
    """Make the source of an article what was corrected, else what its loader said; the article exists."""
    _settle(session, session.get_one(ArticleRow, (collection, article)))


def located(session: Session, article: str) -> tuple[str, ...]:
    """The collections that have an article of this id."""
    statement = select(ArticleRow.collection_id).where(ArticleRow.id == article).order_by(ArticleRow.collection_id)
    return tuple(session.scalars(statement))


def listed(session: Session, collection: str, articles: Collection[str] | None = None) -> tuple[Article, ...]:
    """All articles of a collection, or those with some ids, by id: whatever the order in which they came."""
    statement = _articles(articles).where(ArticleRow.collection_id == collection).order_by(ArticleRow.id)
    rows = session.execute(statement).all()
    said = corrections.of_articles(session, collection, {row.id for row, *_ in rows})
    return tuple(_article(found, said.get(found[0].id, ())) for found in rows)


def _known(session: Session, collection: str, draft: Draft) -> ArticleRow | None:
    """The article of this id, else one of this URL or of another that leads to it (the first, should there be
    several)."""
    by_url = or_(
        and_(func.md5(ArticleRow.url) == func.md5(draft.url), ArticleRow.url == draft.url),
        and_(func.md5(ArticleRow.address) == func.md5(draft.address), ArticleRow.address == draft.address),
    )
    statement = (
        select(ArticleRow)
        .where(ArticleRow.collection_id == collection, or_(ArticleRow.id == draft.id, by_url))
        .order_by((ArticleRow.id == draft.id).desc(), (ArticleRow.url == draft.url).desc().nulls_last(), ArticleRow.id)
        .limit(1)
    )
    return session.scalar(statement)


def _new(session: Session, collection: str, draft: Draft, now: datetime) -> Stored:
    row = ArticleRow(collection_id=collection, id=draft.id, source=draft.source, revision=1, added=now)
    _describe(row, draft)
    session.add(row)
    session.flush()
    sources.add(session, collection, draft.source, draft.domain)
    session.add(_revision(row, draft, now))
    session.flush()
    return Stored(draft.id, State.NEW, 1)


def _describe(row: ArticleRow, draft: Draft) -> bool:
    """Take over what the draft says beside its text; whether that was new. A date once given is not forgotten."""
    own = draft.zone if draft.zone_from is ZoneFrom.ARTICLE else None
    given = (draft.published, draft.zoned) if draft.published else (row.given, bool(row.zoned))
    said = (draft.title, draft.source, own, draft.url or row.url, *given, draft.stated or row.stated or ())
    if said == (row.title, row.told, row.zone, row.url, row.given, row.zoned, row.stated):
        return False
    row.title, row.told, row.zone, row.url, row.given, row.zoned, row.stated = said
    row.address = draft.address or row.address
    return True


def _settle(session: Session, row: ArticleRow, domain: str | None = None) -> None:
    """Have the source that counts, which a person may have corrected; domain is that of the source that was told."""
    target = Target(row.collection_id, article=row.id)
    row.source = corrections.value(session, target, Corrected.SOURCE, row.told) or row.told
    sources.add(session, row.collection_id, row.told, domain)
    sources.add(session, row.collection_id, row.source)
    session.flush()


def _revision(row: ArticleRow, draft: Draft, now: datetime) -> RevisionRow:
    return RevisionRow(
        collection_id=row.collection_id,
        article_id=row.id,
        number=row.revision,
        digest=digest(draft.title, draft.text),
        title=draft.title,
        text=draft.text,
        recorded=now,
    )


def _articles(wanted: Collection[str] | None) -> Select[*tuple[Any, ...]]:
    """What an article is made of. The ids that are wanted are named for each table: where PostgreSQL does not know yet
    how many rows one has, as in the midst of a load, it would read all of a collection for a few."""

    def own(article: SQLColumnExpression[str]) -> ColumnElement[bool]:
        return true() if wanted is None else among(article, wanted)

    revision = and_(
        RevisionRow.collection_id == ArticleRow.collection_id,
        RevisionRow.article_id == ArticleRow.id,
        RevisionRow.number == ArticleRow.revision,
        own(RevisionRow.article_id),
    )
    publication = and_(
        PublicationRow.collection_id == ArticleRow.collection_id,
        PublicationRow.article_id == ArticleRow.id,
        own(PublicationRow.article_id),
    )
    source = and_(SourceRow.collection_id == ArticleRow.collection_id, SourceRow.name == ArticleRow.source)
    return (
        select(ArticleRow, RevisionRow, PublicationRow, CollectionRow.zone, SourceRow.zone, SourceRow.owner)
        .join(RevisionRow, revision)
        .join(CollectionRow, CollectionRow.id == ArticleRow.collection_id)
        .outerjoin(SourceRow, source)
        .outerjoin(PublicationRow, publication)
        .where(own(ArticleRow.id))
    )


def _article(found: Row[*tuple[Any, ...]], said: tuple[Correction, ...]) -> Article:
    row, revision, publication, default, zone, owner = found
    corrected = next((one.value for one in reversed(said) if one.what is Corrected.ZONE), None)
    counts, whose = zones.counts(corrected or row.zone, zone, default)
    return Article(
        collection=row.collection_id,
        id=row.id,
        title=revision.title,
        text=revision.text,
        source=row.source,
        url=row.url,
        given=row.given,
        zone=counts,
        revision=revision.number,
        digest=revision.digest,
        added=row.added,
        publication=_publication(publication),
        stated=row.stated,
        zoned=row.zoned,
        zone_from=whose,
        owner=owner,
        corrections=said,
    )


def _publication(row: PublicationRow | None) -> Publication:
    if row is None:
        return Publication()
    return Publication(row.interval, row.trust, row.derivation, row.lost, row.doubts)
