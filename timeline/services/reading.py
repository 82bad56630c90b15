"""Reading articles: language, time and events of a text, in the versions that the record names."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from timeline.core.article import Article
from timeline.events import mentions
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services import rebuild
from timeline.storage import articles, collections, readings
from timeline.storage.database import Database
from timeline.storage.readings import Record

RULES: Final = "1"
"""The version of the rules of resolve/, language/ and events/: raised when what they read changes, which
re-reads everything."""
_BATCH: Final = 50
"""Articles that are read before their readings are stored together."""


def read(article: Article, model: str) -> Record:
    """What the latest revision of an article says; model is the spaCy pipeline."""
    sentences = pipeline.analyse(article.text, model)
    found = read_time(article.text)
    told = mentions.find(sentences, found.expressions)
    return Record(article.id, article.revision, version(model), imprint.find(article.text), found, told)


def version(model: str) -> str:
    """What a reading depends on beside the text."""
    return f"{RULES} {model}"


def catch_up(database: Database, slug: str, now: datetime, model: str) -> int:
    """Read what these rules have not read, and derive the events anew; how many articles were read.

    The readings of a batch and the events that follow from them are stored in one transaction.
    """
    waiting = _unread(database, slug, model)
    for first in range(0, len(waiting), _BATCH):
        found = [read(article, model) for article in waiting[first : first + _BATCH]]
        with database.begin() as session:
            collections.lock(session, slug)
            for record in found:
                readings.add(session, slug, record, now)
            rebuild.rebuild(session, slug)
    return len(waiting)


def _unread(database: Database, slug: str, model: str) -> Sequence[Article]:
    with database.begin() as session:
        return [
            article
            for article in articles.listed(session, slug)
            if not readings.exists(session, slug, article.id, article.revision, version(model))
        ]
