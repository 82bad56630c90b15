"""What people corrected of articles and sources: rows that are added and, at most, taken back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session

from timeline.core.correction import Corrected, Correction
from timeline.storage.tables import CorrectionRow


@dataclass(frozen=True, slots=True)
class Target:
    """What is corrected: an article, by its id, or a source, by its name."""

    collection: str
    article: str | None = None
    source: str | None = None


def add(session: Session, target: Target, correction: Correction) -> None:
    """Add a correction; nothing happens where the last one of its kind has the same value and reason."""
    standing = _standing(session, target, correction.what)
    if standing and (standing[-1].value, standing[-1].why) == (correction.value, correction.why):
        return
    own = {"collection_id": target.collection, "article_id": target.article, "source": target.source}
    session.add(
        CorrectionRow(
            **own,
            what=correction.what,
            value=correction.value,
            interval=correction.interval,
            zoned=correction.zoned,
            who=correction.who,
            why=correction.why,
            recorded=correction.recorded,
        )
    )
    session.flush()


def take_back(session: Session, target: Target, what: Corrected, now: datetime) -> None:
    """Let all corrections of a kind count no more; nothing happens where there is none."""
    session.execute(update(CorrectionRow).where(_of(target), CorrectionRow.what == what).values(undone=now))


def value(session: Session, target: Target, what: Corrected, loaded: str | None) -> str | None:
    """What counts: what was said last, else what was loaded."""
    standing = _standing(session, target, what)
    return standing[-1].value if standing else loaded


def of_articles(session: Session, collection: str, articles: Collection[str]) -> Mapping[str, tuple[Correction, ...]]:
    """What was corrected of some articles, oldest first; those of which nothing was are left out."""
    rows = _rows(session, collection)
    return _grouped((row.article_id, row) for row in rows if row.article_id in articles)


def of_sources(session: Session, collection: str, sources: Collection[str]) -> Mapping[str, tuple[Correction, ...]]:
    """What was corrected of some sources, as of_articles."""
    return _grouped((row.source, row) for row in _rows(session, collection) if row.source in sources)


def _rows(session: Session, collection: str) -> Iterable[CorrectionRow]:
    """What counts in a collection, oldest first: people correct little, so that all of it is less than it takes to say
    which is wanted."""
    own = CorrectionRow.collection_id == collection, CorrectionRow.undone.is_(None)
    return session.scalars(select(CorrectionRow).where(*own).order_by(CorrectionRow.id))


def _grouped(rows: Iterable[tuple[str | None, CorrectionRow]]) -> Mapping[str, tuple[Correction, ...]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for own, row in rows:
        found[own or ""].append(_correction(row))
    return {own: tuple(corrections) for own, corrections in found.items()}


def _standing(session: Session, target: Target, what: Corrected) -> list[Correction]:
    statement = select(CorrectionRow).where(_of(target), CorrectionRow.what == what).order_by(CorrectionRow.id)
    return [_correction(row) for row in session.scalars(statement)]


def _of(target: Target) -> ColumnElement[bool]:
    """That a correction is of this article or source, and counts."""
    return and_(
        CorrectionRow.collection_id == target.collection,
        CorrectionRow.article_id.is_not_distinct_from(target.article),
        CorrectionRow.source.is_not_distinct_from(target.source),
        CorrectionRow.undone.is_(None),
    )


def _correction(row: CorrectionRow) -> Correction:
    return Correction(row.what, row.value, row.who, row.why, row.recorded, row.interval, row.zoned)
