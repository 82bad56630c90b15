"""Reading articles: language, time and events of a text, in the versions that the record names."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from timeline.core.article import Article
from timeline.events import mentions, traces
from timeline.events.parsed import parse
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services import rebuild
from timeline.storage import articles, collections, readings
from timeline.storage.database import Database
from timeline.storage.readings import Record

RULES: Final = "2"
"""The version of the rules of resolve/, language/ and events/: raised when what they read changes, which
re-reads everything."""
_BATCH: Final = 50
"""Articles that are read before their readings are stored together."""


def read(article: Article, model: str) -> Record:
    """What the latest revision of an article says; model is the spaCy pipeline."""
    return next(read_all([article], model))


def read_all(every: Sequence[Article], model: str) -> Iterator[Record]:
    """What the latest revision of each article says; faster than one by one, with the same result."""
    analysed = pipeline.analyse_all([article.text for article in every], model)
    for article, sentences in zip(every, analysed, strict=True):
        found = read_time(article.text)
        parsed = parse(sentences, found.expressions)
        told = mentions.of(parsed)
        named = (*told, *traces.of(parsed, told))
        yield Record(article.id, article.revision, version(model), imprint.find(article.text), found, named)


def version(model: str) -> str:
    """What a reading depends on beside the text."""
    return f"{RULES} {model}"


def catch_up(database: Database, slug: str, now: datetime, model: str) -> int:
    """Read what these rules have not read, and derive the events anew; how many articles were read.

    The readings of a batch are stored in one transaction, those of the last one together with the events that follow
    from all: until then something is unread, so that whoever is interrupted goes on the next time. The articles stand
    in one order for everybody, so that this holds for several at a time.
    """
    waiting = _unread(database, slug, model)
    for first in range(0, len(waiting), _BATCH):
        found = list(read_all(waiting[first : first + _BATCH], model))
        with database.begin() as session:
            collections.lock(session, slug)
            for record in found:
                readings.add(session, slug, record, now)
            if first + _BATCH >= len(waiting):
                rebuild.rebuild(session, slug)
    return len(waiting)


def _unread(database: Database, slug: str, model: str) -> Sequence[Article]:
    with database.begin() as session:
        known = readings.known(session, slug, version(model))
        return [article for article in articles.listed(session, slug) if (article.id, article.revision) not in known]
