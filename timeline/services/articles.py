"""Loading articles."""

from collections.abc import Iterable
from datetime import datetime

from timeline.core.article import Draft
from timeline.language.pipeline import DEFAULT
from timeline.services import reading
from timeline.storage import articles, collections
from timeline.storage.articles import State, Stored
from timeline.storage.database import Database


def add(database: Database, slug: str, draft: Draft, now: datetime, model: str = DEFAULT) -> Stored:
    """Load one article and bring the collection's events up to date.

    The same text twice is nothing new; a changed text under a known id or URL is a new revision. NotFound where there
    is no such collection. model is the spaCy pipeline that reads it.
    """
    return load(database, slug, [draft], now, model)[0]


def load(
    database: Database, slug: str, drafts: Iterable[Draft], now: datetime, model: str = DEFAULT
) -> tuple[Stored, ...]:
    """Load articles, each in its own transaction, then read what is unread: what was stored is never lost."""
    stored = tuple(store(database, slug, draft, now) for draft in drafts)
    reading.catch_up(database, slug, now, model)
    return stored


def store(database: Database, slug: str, draft: Draft, now: datetime) -> Stored:
    """Store one article without reading it; events follow when the collection next catches up (services.reading)."""
    with database.begin() as session:
        collections.lock(session, slug)
        stored = articles.add(session, slug, draft, now)
        if stored.state is not State.UNCHANGED:
            collections.changed(session, slug)
        return stored
