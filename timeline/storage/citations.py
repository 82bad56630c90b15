"""What events cite of the articles that report them: a line of each, where a page of events cites hundreds."""

from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import Text, and_, cast, select
from sqlalchemy.orm import Session

from timeline.core.citation import Appeared, Citation
from timeline.core.interval import UNKNOWN, Interval
from timeline.storage import assembly, codec
from timeline.storage.tables import ArticleRow, PublicationRow


def of(session: Session, collection: str, articles: Collection[str]) -> dict[str, Citation]:
    """Where some articles of a collection are, and when they appeared, by id."""
    own = and_(PublicationRow.collection_id == ArticleRow.collection_id, PublicationRow.article_id == ArticleRow.id)
    statement = (
        select(ArticleRow.id, ArticleRow.url, cast(PublicationRow.interval, Text))
        .outerjoin(PublicationRow, own)
        .where(ArticleRow.collection_id == collection, assembly.among(ArticleRow.id, articles))
    )
    return {own: Citation(url, _appeared(interval)) for own, url, interval in session.execute(statement)}


@lru_cache(maxsize=4096)
def _appeared(data: str | None) -> Appeared:
    """Many articles appeared on the same day."""
    return Appeared(codec.read(Interval, data) if data else UNKNOWN)
