"""Collections: adding, locking, and counting what is in them."""

import secrets
from typing import Any, Final

from sqlalchemy import Row, Select, and_, case, func, select, true, update
from sqlalchemy.orm import Session

from timeline.core import calendar
from timeline.core.collection import CollectionView
from timeline.core.granularity import Granularity
from timeline.core.interval import UNKNOWN, Interval
from timeline.errors import NotFound
from timeline.storage import remembered
from timeline.storage.tables import ArticleRow, CollectionRow, EventRow, HiddenRow

_STATE_BITS: Final = 62
"""So that no state comes twice, not even after one that was rolled back."""


def add(session: Session, slug: str, title: str = "", about: str = "", zone: str = "UTC") -> None:
    """Make an empty collection. Conflict where the slug is taken, Invalid where it is none."""
    session.add(CollectionRow(id=slug, title=title, about=about, zone=zone))
    session.flush()


def describe(session: Session, slug: str, title: str, about: str) -> None:
    """Change what is said about a collection."""
    row = session.get(CollectionRow, slug)
    if row is None:
        raise _missing(slug)
    row.title, row.about = title, about


def lock(session: Session, slug: str) -> str:
    """Make other loads of this collection wait until the transaction ends; its zone. NotFound where there is none."""
    statement = select(CollectionRow.zone).where(CollectionRow.id == slug).with_for_update(key_share=True)
    zone = session.scalar(statement)
    if zone is None:
        raise _missing(slug)
    return zone


def changed(session: Session, slug: str) -> None:
    """Note that what lists tell of a collection is another: an event, an article or a source. What was counted before
    is not true any more."""
    state = secrets.randbits(_STATE_BITS)
    session.execute(update(CollectionRow).where(CollectionRow.id == slug).values(version=state))


def exists(session: Session, slug: str) -> bool:
    """Whether there is a collection of this name."""
    return session.scalar(select(CollectionRow.id).where(CollectionRow.id == slug)) is not None


def slugs(session: Session) -> tuple[str, ...]:
    """All collections, by name."""
    return tuple(session.scalars(select(CollectionRow.id).order_by(CollectionRow.id)))


def get(session: Session, slug: str) -> CollectionView:
    """One collection with its counts; NotFound where there is none."""
    row = session.execute(_loaded().where(CollectionRow.id == slug)).one_or_none()
    if row is None:
        raise _missing(slug)
    return _view(session, row)


def listed(session: Session) -> tuple[CollectionView, ...]:
    """All collections with their counts, by slug."""
    return tuple(_view(session, row) for row in session.execute(_loaded().order_by(CollectionRow.id)).all())


def _missing(slug: str) -> NotFound:
    return NotFound(f"There is no collection {slug!r}.", field="collection")


def _loaded() -> Select[*tuple[Any, ...]]:
    """Collections with what does not depend on their events alone."""
    loaded = (
        select(func.count().label("articles"), func.count(ArticleRow.source.distinct()).label("sources"))
        .where(ArticleRow.collection_id == CollectionRow.id)
        .lateral("loaded")
    )
    hidden = select(func.count()).where(HiddenRow.collection_id == CollectionRow.id).scalar_subquery()
    return select(CollectionRow, *loaded.c, hidden).select_from(CollectionRow).join(loaded, true())


def _derived(session: Session, slug: str) -> Row[*tuple[Any, ...]]:
    """What its events are: counting them is too slow to be done for every page."""
    undated = and_(EventRow.starts == calendar.BEGINNING, EventRow.ends == calendar.END)
    counted = select(
        func.count().filter(~undated),
        func.count().filter(undated),
        func.coalesce(func.sum(func.jsonb_array_length(EventRow.contradictions)), 0),
        func.min(case((EventRow.starts > calendar.BEGINNING, EventRow.starts))),
        func.max(case((EventRow.ends < calendar.END, EventRow.ends))),
    )
    return session.execute(counted.where(EventRow.collection_id == slug)).one()


def _view(session: Session, row: Row[*tuple[Any, ...]]) -> CollectionView:
    collection, articles, sources, hidden = row
    derived = remembered.value(session, collection.id, ("derived",), lambda: _derived(session, collection.id))
    events, undated, contradictions, starts, ends = derived
    return CollectionView(
        collection.id, collection.title, collection.about, collection.zone,
        articles, sources, events, undated, int(contradictions), _span(starts, ends, collection.zone),
        hidden,
    )  # fmt: skip


def _span(starts: float | None, ends: float | None, zone: str) -> Interval:
    if starts is None and ends is None:
        return UNKNOWN
    first, last = (starts if starts is not None else ends), (ends if ends is not None else starts)
    assert first is not None
    assert last is not None
    return Interval(min(first, last), max(first, last), Granularity.INTERVAL, zone)
