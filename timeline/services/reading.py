"""Reading articles: language, time and events of a text, in the versions that the record names."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from timeline.core.article import Article
from timeline.events import mentions, profiles, traces
from timeline.events.parsed import parse
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services import rebuild
from timeline.storage import articles, collections, readings, statistics, twins
from timeline.storage.database import Database
from timeline.storage.pauses import uncollected
from timeline.storage.readings import Record

RULES: Final = "3"
"""The version of the rules of resolve/, language/ and events/: raised when what they read changes, which
re-reads everything."""
_BATCH: Final = 50
"""Articles that are read before their readings are stored together."""
_MANY: Final = 100
"""Articles of stories derived anew from which on the database is told that its rows have changed."""


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
        marks, profile = imprint.find(article.text), profiles.of(article.text, named)
        yield Record(article.id, article.revision, version(model), marks, found, named, profile)


def _read_batch(database: Database, slug: str, batch: Sequence[str], now: datetime, model: str) -> None:
    """Read some articles, each text once, and store what they say."""
    with database.begin() as session:
        collections.lock(session, slug)
        copied = twins.add(session, slug, version(model), batch, now)
        left = {article.text: article for article in articles.listed(session, slug, {*batch} - copied)}
    with uncollected():
        found = list(read_all([*left.values()], model))
    with database.begin() as session:
        collections.lock(session, slug)
        readings.add_all(session, slug, found, now)
        twins.add(session, slug, version(model), {*batch} - copied - {record.article for record in found}, now)


def version(model: str) -> str:
    """What a reading depends on beside the text."""
    return f"{RULES} {model}"


def catch_up(database: Database, slug: str, now: datetime, model: str) -> int:
    """Read what these rules have not read, and derive the events that follow; how many articles were read.

    The readings of a batch are stored in one transaction, and all that follows from them in another: the database knows
    what is unread and of what the events are still to be derived, so whoever is interrupted goes on the next time.
    """
    with database.begin() as session:
        waiting = readings.missing(session, slug, version(model))
    for first in range(0, len(waiting), _BATCH):
        _read_batch(database, slug, waiting[first : first + _BATCH], now, model)
    with database.begin() as session, uncollected():
        collections.lock(session, slug)
        concerned = rebuild.rebuild(session, slug)
    if len(concerned) >= _MANY:
        with database.begin() as session:
            statistics.refresh(session)
    return len(waiting)
