"""What a collection names and holds, in parts: its entities by how many events have them, its articles by id."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from timeline.core.register import Named
from timeline.storage import remembered, terms
from timeline.storage.tables import ArticleRow, EntityRow


def entities(session: Session, slug: str) -> tuple[Named, ...]:
    """All that events of a collection name, most events first, of these by name and kind; spellings are one name."""
    return remembered.value(session, slug, ("entities",), lambda: _entities(session, slug))


def _entities(session: Session, slug: str) -> tuple[Named, ...]:
    name, kind, often = EntityRow.name, EntityRow.kind, func.count(EntityRow.event_id.distinct())
    statement = select(name, kind, often).where(EntityRow.collection_id == slug).group_by(name, kind)
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for spelling, own, number in session.execute(statement.order_by(often.desc(), name)):
        found.setdefault((terms.known(spelling), own), []).append((spelling, number))
    several = [spelling for spellings in found.values() if len(spellings) > 1 for spelling, _ in spellings]
    exact = _counted(session, slug, several)
    named = [
        Named(spellings[0][0], own, exact.get((key, own), spellings[0][1])) for (key, own), spellings in found.items()
    ]
    return tuple(sorted(named, key=lambda one: (-one.events, one.name, one.kind)))


def _counted(session: Session, slug: str, spellings: Sequence[str]) -> dict[tuple[str, str], int]:
    """How many events have a name in any of its spellings: an event may have it in two."""
    statement = select(EntityRow.name, EntityRow.kind, EntityRow.event_id)
    found: dict[tuple[str, str], set[str]] = {}
    if spellings:
        own = statement.where(EntityRow.collection_id == slug, EntityRow.name.in_(spellings))
        for name, kind, event in session.execute(own):
            found.setdefault((terms.known(name), kind), set()).add(event)
    return {key: len(events) for key, events in found.items()}


def articles(session: Session, slug: str, after: str, limit: int) -> tuple[str, ...]:
    """The ids of the next articles of a collection, after one."""
    statement = select(ArticleRow.id).where(ArticleRow.collection_id == slug, ArticleRow.id > after)
    return tuple(session.scalars(statement.order_by(ArticleRow.id).limit(limit)))


def article_count(session: Session, slug: str) -> int:
    """How many articles a collection has."""
    return session.scalar(select(func.count()).select_from(ArticleRow).where(ArticleRow.collection_id == slug)) or 0
