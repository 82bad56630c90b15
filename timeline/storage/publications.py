"""When articles appeared, as it was derived; storage.articles reads it back with the article."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.article import Publication
from timeline.storage.tables import PublicationRow


def put(session: Session, collection: str, article: str, publication: Publication) -> None:
    """Set the publication of an article, in place of the one it had."""
    found = {
        "interval": publication.interval,
        "trust": publication.trust,
        "derivation": publication.derivation,
        "lost": publication.lost,
    }
    statement = insert(PublicationRow).values(collection_id=collection, article_id=article, **found)
    key = [PublicationRow.collection_id, PublicationRow.article_id]
    session.execute(statement.on_conflict_do_update(index_elements=key, set_=found))
