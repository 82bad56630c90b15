"""When articles appeared, as it was derived; storage.articles reads it back with the article."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.article import Doubt, Publication
from timeline.storage.tables import PublicationRow


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
        statement = statement.where(PublicationRow.article_id.in_(articles))
    return dict(session.execute(statement.order_by(PublicationRow.article_id)).all())
