"""Articles as they are read: the texts, their publications, and the expressions of time found in them."""

from timeline.core.anchoring import anchor
from timeline.core.article import Article
from timeline.core.expression import Rejected, Resolution
from timeline.errors import Conflict, NotFound
from timeline.storage import articles, collections, readings
from timeline.storage.database import Database, Session


def get(database: Database, article: str, collection: str | None = None) -> Article:
    """The article of this id; NotFound, or Conflict where several collections have one and none is named."""
    with database.begin() as session:
        return articles.get(session, collection or _collection(session, article), article)


def listed(database: Database, slug: str) -> tuple[Article, ...]:
    """All articles of a collection, by id; NotFound where there is no such collection."""
    with database.begin() as session:
        if not collections.exists(session, slug):
            raise NotFound(f"There is no collection {slug!r}.", field="collection")
        return articles.listed(session, slug)


def expressions(
    database: Database, article: str, collection: str | None = None
) -> tuple[tuple[Resolution, ...], tuple[Rejected, ...]]:
    """The expressions of an article's latest text, anchored for its publication, and what was rejected; fails
    as get."""
    with database.begin() as session:
        found = articles.get(session, collection or _collection(session, article), article)
        record = readings.get(session, found.collection, found.id)
    if record is None:
        return (), ()
    return anchor(record.reading.expressions, found.publication.interval, None, found.id), record.reading.rejected


def _collection(session: Session, article: str) -> str:
    found = articles.located(session, article)
    if not found:
        raise NotFound(f"There is no article {article!r}.", field="article")
    if len(found) > 1:
        raise Conflict(
            f"{' and '.join(found)} each have an article {article!r}: name the collection.", field="collection"
        )
    return found[0]
