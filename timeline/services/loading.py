"""Loading from what was handed over: the fields are checked, then the article is added."""

from collections.abc import Mapping
from datetime import datetime

from timeline.errors import NotFound
from timeline.ingest import drafts
from timeline.services import articles, collections
from timeline.storage.articles import Stored
from timeline.storage.database import Database


def load(
    database: Database, slug: str, fields: Mapping[str, object], now: datetime, max_text: int, model: str
) -> Stored:
    """Load the article that the fields describe. Invalid and TooLarge name the field, NotFound says the remedy."""
    if not collections.exists(database, slug):
        remedy = "make it with POST /api/v1/admin/collections or `timeline load --collection`"
        raise NotFound(f"There is no collection {slug!r}; {remedy}.", field="collection")
    zone = collections.get(database, slug).zone
    return articles.add(database, slug, drafts.draft(fields, now, zone, max_text), now, model)
