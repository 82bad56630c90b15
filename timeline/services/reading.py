"""Reading articles: language, time and events of a text, in the versions that the record names."""

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from timeline.core.article import Article
from timeline.events import mentions, profiles, traces
from timeline.events.parsed import parse
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services import rebuild
from timeline.storage import articles, collections, readings, statistics, twins
from timeline.storage.database import Database, Session
from timeline.storage.pauses import uncollected
from timeline.storage.readings import Record

RULES: Final = "4"
"""The version of the rules of resolve/, language/ and events/: raised when what they read changes, which
re-reads everything."""
_BATCH: Final = 50
"""Articles that are read before their readings are stored together."""
_MANY: Final = 100
"""Articles derived anew after which the database is told that its rows have changed; then, when they are twice as
many."""

log: Final = logging.getLogger(__name__)


def read_all(every: Sequence[Article], model: str) -> Iterator[Record]:
    """What the latest revision of each article says; faster than one by one, with the same result. model is the spaCy
    pipeline."""
    analysed = pipeline.analyse_all([article.text for article in every], model)
    for article, sentences in zip(every, analysed, strict=True):
        found = read_time(article.text)
        parsed = parse(sentences, found.expressions)
        told = mentions.of(parsed)
        named = (*told, *traces.of(parsed, told))
        marks, profile = imprint.find(article.text), profiles.of(article.text, named)
        yield Record(article.id, article.revision, version(model), marks, found, named, profile)


def version(model: str) -> str:
    """What a reading depends on beside the text."""
    return f"{RULES} {model}"


def read(database: Database, slug: str, wanted: Collection[str], now: datetime, model: str) -> int:
    """Read those of some articles that these rules have not read; how many. No events are derived.

    The readings of a batch are stored in one transaction: whoever is interrupted goes on with the next one. An article
    on which the rules fail is noted as such, and keeps no other from being read.
    """
    with database.begin() as session:
        waiting = readings.missing(session, slug, version(model), wanted)
    return _read(database, slug, waiting, now, model)


def _nothing(_session: Session) -> None:
    """What else is done with each portion that is derived."""


def derive(database: Database, slug: str, then: Callable[[Session], None] = _nothing) -> None:
    """Make the events of a collection follow from what was read, some stories in each transaction, which then ends:
    whoever is interrupted goes on with the next ones."""
    left, done, due = None, 0, _MANY
    while left is None or left.portions:
        with database.begin() as session, uncollected():
            collections.lock(session, slug)
            plan = rebuild.resumed(session, left) if left else rebuild.plan(session, slug)
            left, derived = rebuild.derive_next(session, plan)
            then(session)
        done += len(derived)
        if done >= due:
            due = 2 * done
            with database.begin() as session:
                statistics.refresh(session)


def catch_up(database: Database, slug: str, now: datetime, model: str) -> int:
    """Read what these rules have not read, and derive the events that follow; how many articles were read.

    The database knows what is unread and of what the events are still to be derived, so whoever is interrupted goes on
    the next time.
    """
    with database.begin() as session:
        waiting = readings.missing(session, slug, version(model))
    read = _read(database, slug, waiting, now, model)
    derive(database, slug)
    return read


def refused(database: Database, slug: str) -> Mapping[str, str]:
    """The articles of a collection that were stored and cannot be read, and why."""
    with database.begin() as session:
        return readings.refused(session, slug)


def _read(database: Database, slug: str, waiting: Sequence[str], now: datetime, model: str) -> int:
    """Read some articles. OSError where the model is not installed: that is no article's fault."""
    if waiting:
        pipeline.analyse(".", model)
    for first in range(0, len(waiting), _BATCH):
        _read_batch(database, slug, waiting[first : first + _BATCH], now, model)
    return len(waiting)


def _read_batch(database: Database, slug: str, batch: Sequence[str], now: datetime, model: str) -> None:
    """Read some articles, each text once, and store what they say."""
    with database.begin() as session:
        collections.lock(session, slug)
        copied = twins.add(session, slug, version(model), batch, now)
        left = articles.listed(session, slug, {*batch} - copied)
    with uncollected():
        found, failed = _tried([*{article.text: article for article in left}.values()], model)
    with database.begin() as session:
        collections.lock(session, slug)
        readings.add_all(session, slug, found, now)
        for article in left:
            if article.text in failed:
                readings.refuse(session, article, version(model), failed[article.text], now)
        twins.add(session, slug, version(model), {*batch} - copied - {record.article for record in found}, now)


def _tried(every: Sequence[Article], model: str) -> tuple[list[Record], dict[str, str]]:
    """What some articles say, and why the rules fail on which texts: where they do, each is read by itself."""
    try:
        return list(read_all(every, model)), {}
    except Exception as error:
        if len(every) == 1:
            log.exception("The article %r of %r cannot be read.", every[0].id, every[0].collection)
            return [], {every[0].text: f"reading it fails with {type(error).__name__}"}
    found = [_tried([article], model) for article in every]
    failed = {text: why for _, own in found for text, why in own.items()}
    return [record for records, _ in found for record in records], failed
