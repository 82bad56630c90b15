"""When articles appeared, as it was derived; storage.articles reads it back with the article."""

from collections.abc import Collection

from sqlalchemy import Text, and_, cast, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.article import Doubt, DoubtKind, Publication
from timeline.core.derivation import Derivation
from timeline.core.interval import Interval
from timeline.storage.membership import among
from timeline.storage.tables import ArticleRow, PublicationRow


def put(session: Session, collection: str, article: str, publication: Publication) -> None:
    """Set the publication of an article, in place of the one it had."""
    found = {
        "interval": publication.interval,
        "trust": publication.trust,
        "derivation": publication.derivation,
        "lost": publication.lost,
        "doubts": publication.doubts,
    }
    statement = insert(PublicationRow).values(collection_id=collection, article_id=article, **found)
    key = [PublicationRow.collection_id, PublicationRow.article_id]
    session.execute(statement.on_conflict_do_update(index_elements=key, set_=found))


def doubted(session: Session, collection: str, articles: Collection[str] | None = None) -> dict[str, tuple[Doubt, ...]]:
    """The articles of a collection, or of some ids of it, whose publication is doubtful, with the doubts."""
    columns = (PublicationRow.article_id, PublicationRow.doubts)
    statement = select(*columns).where(PublicationRow.collection_id == collection, PublicationRow.doubts != ())
    if articles is not None:
        statement = statement.where(among(PublicationRow.article_id, articles))
    return dict(session.execute(statement.order_by(PublicationRow.article_id)).all())


def clocks(session: Session, collection: str) -> list[tuple[str, Interval, Derivation, tuple[Doubt, ...]]]:
    """The publications of a collection whose clock the text speaks against, each with its source."""
    row = PublicationRow
    own = and_(ArticleRow.collection_id == row.collection_id, ArticleRow.id == row.article_id)
    against = or_(
        cast(row.derivation, Text).contains('"assumed_clock"'), cast(row.doubts, Text).contains(f'"{DoubtKind.CLOCK}"')
    )
    columns = (ArticleRow.source, row.interval, row.derivation, row.doubts)
    statement = select(*columns).join(row, own).where(row.collection_id == collection, against)
    return [(*found,) for found in session.execute(statement.order_by(ArticleRow.source, ArticleRow.id))]
