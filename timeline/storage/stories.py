"""In which story of its collection each article is, and for which articles that must be found anew."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, and_, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.profile import Gist
from timeline.storage import readings
from timeline.storage.membership import among
from timeline.storage.tables import ReadingRow, StoryRow


@dataclass(frozen=True, slots=True)
class Member:
    """An article in its story, which goes by its first article; with the reading by which it was found."""

    story: str
    gist: Gist
    revision: int
    rules: str


def waiting(session: Session, collection: str) -> frozenset[str]:
    """The articles that were read, marked or left without a reading since their stories were found."""
    current = readings.current(collection)
    same = _same(current)
    new = select(current.c.article_id).outerjoin(StoryRow, same).where(StoryRow.article_id.is_(None))
    old = select(StoryRow.article_id).outerjoin(current, same)
    gone = old.where(StoryRow.collection_id == collection, current.c.article_id.is_(None))
    return frozenset(session.scalars(new.union(gone)))


def mark(session: Session, collection: str, article: str) -> None:
    """Have the story of an article found anew, and its events with it: what is said beside its text has changed."""
    own = and_(StoryRow.collection_id == collection, StoryRow.article_id == article)
    session.execute(update(StoryRow).where(own).values(rules=""))


def members(session: Session, collection: str, articles: Collection[str] | None = None) -> dict[str, Member]:
    """All articles that are in a story, or those of some ids; those that are marked have no words."""
    columns = (StoryRow.article_id, StoryRow.story, ReadingRow.words, StoryRow.appeared, StoryRow.revision)
    statement = select(*columns, StoryRow.rules).outerjoin(ReadingRow, _same(ReadingRow.__table__))
    statement = statement.where(StoryRow.collection_id == collection)
    if articles is not None:
        statement = statement.where(among(StoryRow.article_id, articles))
    return {
        article: Member(story, Gist(words or b"", appeared), revision, rules)
        for article, story, words, appeared, revision, rules in session.execute(statement)
    }


def put(session: Session, collection: str, found: Mapping[str, Member], gone: Collection[str]) -> None:
    """Store the stories of some articles; those that are gone are in none any more."""
    session.execute(delete(StoryRow).where(StoryRow.collection_id == collection, among(StoryRow.article_id, gone)))
    rows = [
        {
            "collection_id": collection,
            "article_id": article,
            "revision": member.revision,
            "rules": member.rules,
            "appeared": member.gist.appeared,
            "story": member.story,
        }
        for article, member in found.items()
    ]
    if rows:
        statement = insert(StoryRow)
        new = {name: statement.excluded[name] for name in ("revision", "rules", "appeared", "story")}
        key = [StoryRow.collection_id, StoryRow.article_id]
        session.execute(statement.on_conflict_do_update(index_elements=key, set_=new), rows)


def _same(reading: FromClause) -> ColumnElement[bool]:
    """That a story was found by this reading."""
    return and_(
        StoryRow.collection_id == reading.c.collection_id,
        StoryRow.article_id == reading.c.article_id,
        StoryRow.revision == reading.c.revision,
        StoryRow.rules == reading.c.rules,
    )
