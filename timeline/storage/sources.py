"""Who publishes the articles of a collection."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from timeline.core.correction import Corrected, Correction, Source
from timeline.errors import NotFound
from timeline.storage import corrections
from timeline.storage.corrections import Target
from timeline.storage.tables import ArticleRow, SourceRow

COLUMNS: Final = (Corrected.DOMAIN, Corrected.COUNTRY, Corrected.ZONE, Corrected.OWNER)
"""What is known of a source, as it is shown."""


def add(session: Session, collection: str, name: str, domain: str | None = None) -> None:
    """Have a source of this name, in a collection that is locked; the domain counts where none was found before. A
    source without a name is none."""
    if not name:
        return
    row = session.get(SourceRow, (collection, name))
    if row is None:
        session.add(SourceRow(collection_id=collection, name=name, found=domain, domain=domain))
        session.flush()
    elif row.found is None and domain is not None:
        row.found = domain
        settle(session, collection, name)


def get(session: Session, collection: str, name: str) -> Source:
    """One source; NotFound where the collection has none of this name."""
    found = _sources(session, collection, name)
    if not found:
        raise NotFound(f"There is no source {name!r} in {collection!r}.", field="name")
    return found[0]


def listed(session: Session, collection: str) -> tuple[Source, ...]:
    """All sources of a collection, by name."""
    return _sources(session, collection)


def articles(session: Session, collection: str, name: str) -> tuple[str, ...]:
    """The articles of a source, by id."""
    statement = select(ArticleRow.id).where(ArticleRow.collection_id == collection, ArticleRow.source == name)
    return tuple(session.scalars(statement.order_by(ArticleRow.id)))


def settle(session: Session, collection: str, name: str) -> None:
    """Make what counts of a source what was corrected, else what was found; the row exists."""
    row = session.get_one(SourceRow, (collection, name))
    target = Target(collection, source=name)
    found: Mapping[Corrected, str | None] = {Corrected.DOMAIN: row.found}
    for what in COLUMNS:
        setattr(row, what.value, corrections.value(session, target, what, found.get(what)))
    session.flush()


def _sources(session: Session, collection: str, name: str | None = None) -> tuple[Source, ...]:
    wanted = SourceRow.name == name if name is not None else true()
    statement = select(SourceRow).where(SourceRow.collection_id == collection, wanted).order_by(SourceRow.name)
    rows = session.scalars(statement).all()
    said = corrections.of_sources(session, collection, {row.name for row in rows})
    own = ArticleRow.collection_id == collection
    counted = session.execute(select(ArticleRow.source, func.count()).where(own).group_by(ArticleRow.source))
    counts = dict(counted.all())
    return tuple(_source(row, counts.get(row.name, 0), said.get(row.name, ())) for row in rows)


def _source(row: SourceRow, articles: int, corrections: tuple[Correction, ...]) -> Source:
    return Source(
        row.collection_id, row.name, row.domain, row.country, row.zone, row.owner, articles, corrections
    )  # fmt: skip
