"""Searching all collections at once, in the words of a web search engine."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session

from timeline.storage.tables import CollectionRow, EventRow

_ENGLISH: ColumnElement[str] = literal_column("'english'::regconfig")


def events(session: Session, q: str) -> Mapping[str, int]:
    """How many events of each collection the words find, for those where they find some."""
    words = func.websearch_to_tsquery(_ENGLISH, q)
    asked = (func.numnode(words) > 0, EventRow.search.bool_op("@@")(words))
    statement = select(EventRow.collection_id, func.count()).where(*asked).group_by(EventRow.collection_id)
    return dict(session.execute(statement).all())


def titled(session: Session, q: str) -> frozenset[str]:
    """The collections whose title or description has the words."""
    words = func.websearch_to_tsquery(_ENGLISH, q)
    said = func.to_tsvector(_ENGLISH, func.concat_ws(" ", CollectionRow.id, CollectionRow.title, CollectionRow.about))
    return frozenset(session.scalars(select(CollectionRow.id).where(said.bool_op("@@")(words))))
