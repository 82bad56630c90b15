"""Loading many articles at once, from files of every form."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from timeline.ingest.drafts import FIELDS
from timeline.ingest.files import Form, Item, Options, items, walked
from timeline.services import collections, queued, reading, storing
from timeline.services.storing import Failure, Outcome, Rules
from timeline.storage import collections as stored
from timeline.storage.articles import State
from timeline.storage.database import Database

__all__ = [
    "FIELDS",
    "Batch",
    "Failure",
    "Form",
    "Item",
    "Options",
    "Outcome",
    "State",
    "hand_over",
    "items",
    "load",
    "rehearse",
    "walked",
]

Told = Callable[[Outcome], None]
"""Is told what was done with some items, between two transactions: what it raises ends a load, and loses nothing."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be loaded, into which collection, which is made where it does not exist.

    defaults are fields for the items that lack them, now is the instant of loading, max_text in code points.
    """

    slug: str
    items: Iterable[Item]
    defaults: Mapping[str, object]
    now: datetime
    max_text: int

    @property
    def rules(self) -> Rules:
        """What holds for all of the items."""
        return Rules(self.defaults, self.now, self.max_text)


def _silent(_: Outcome) -> None:
    pass


SILENT: Final[Told] = _silent


def load(database: Database, batch: Batch, model: str, told: Told = SILENT) -> Outcome:
    """Store every item that can be and read what is new, a few at a time, then derive the events.

    Unavailable where the database goes away.
    """
    done = Outcome()
    for fresh, outcome in _stored(database, batch):
        reading.read(database, batch.slug, fresh, batch.now, model)
        told(outcome)
        done += outcome
    reading.catch_up(database, batch.slug, batch.now, model)
    return done


def hand_over(database: Database, batch: Batch, told: Told = SILENT) -> Outcome:
    """Store every item that can be, and leave it to workers to read what is new and to derive the events."""
    done = Outcome()
    for _, outcome in _stored(database, batch, queue=True):
        told(outcome)
        done += outcome
    return done


def rehearse(database: Database, batch: Batch, told: Told = SILENT) -> Outcome:
    """What load would do with the items: all are stored in one transaction, which is undone."""
    done = Outcome()
    with database.begin() as session:
        if not stored.exists(session, batch.slug):
            collections.add(session, batch.slug)
        zone = stored.lock(session, batch.slug)
        for chunk in storing.chunks(batch.items):
            _, outcome = storing.store(session, batch.slug, zone, chunk, batch.rules)
            told(outcome)
            done += outcome
        session.rollback()
    return done


def _stored(database: Database, batch: Batch, *, queue: bool = False) -> Iterator[tuple[list[str], Outcome]]:
    """What was stored in each transaction, as the articles to be read, and the outcome; with queue jobs read them."""
    if not collections.exists(database, batch.slug):
        collections.create(database, batch.slug)
    for chunk in storing.chunks(batch.items):
        with database.begin() as session:
            zone = stored.lock(session, batch.slug)
            fresh, outcome = storing.store(session, batch.slug, zone, chunk, batch.rules)
            articles = [one.article for one in fresh]
            if queue:
                queued.to_read(session, batch.slug, articles)
        yield articles, outcome
