"""What is dated in a collection, by dates alone: what a correction is shown by, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from timeline.core.event import Certainty
from timeline.core.interval import Interval
from timeline.storage.tables import ArticleRow, EventRow, PublicationRow, RedirectRow


@dataclass(frozen=True, slots=True)
class Published:
    """An article and when it appeared."""

    article: str
    title: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Dated:
    """An event and when it was; claimed has the dates that exclude each other, where it is disputed."""

    event: str
    title: str
    interval: Interval
    claimed: tuple[Interval, ...]
    certainty: Certainty
    origins: int


def publications(session: Session, collection: str) -> Mapping[str, Published]:
    """The articles of which it was derived when they appeared, by id."""
    own = and_(ArticleRow.collection_id == PublicationRow.collection_id, ArticleRow.id == PublicationRow.article_id)
    statement = select(ArticleRow.id, ArticleRow.title, PublicationRow.interval).join(PublicationRow, own)
    rows = session.execute(statement.where(ArticleRow.collection_id == collection).order_by(ArticleRow.id))
    return {article: Published(article, title, interval) for article, title, interval in rows}


def events(session: Session, collection: str) -> Mapping[str, Dated]:
    """The events of a collection by id, those on the line in its order, then the undated by title."""
    interval = (EventRow.starts, EventRow.ends, EventRow.granularity, EventRow.zone)
    statement = select(*interval, EventRow.id, EventRow.title, EventRow.claimed, EventRow.certainty, EventRow.origins)
    order = (EventRow.first, EventRow.last, EventRow.title, EventRow.id)
    rows = session.execute(statement.where(EventRow.collection_id == collection).order_by(*order))
    return {
        event: Dated(event, title, Interval(start, end, granularity, zone), claimed, certainty, origins)
        for start, end, granularity, zone, event, title, claimed, certainty, origins in rows
    }


def merged(session: Session, collection: str) -> Mapping[str, str]:
    """The ids that events had before they became one with another, and the other's."""
    statement = select(RedirectRow.id, RedirectRow.event_id).where(RedirectRow.collection_id == collection)
    return dict(session.execute(statement).all())
