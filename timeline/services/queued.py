"""What workers do beside storing loads: read articles, and derive events once all is read.

Articles are read in any number of jobs at once. The events of a collection are derived by one job at a time, which is
queued by whoever has read the last article; to say who that is, all of them lock the collection.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from timeline.services import reading
from timeline.storage import articles, collections, loads, queue, readings, stories
from timeline.storage.database import Database, Session
from timeline.storage.queue import deaths as deaths

READ: Final = "timeline.read"
DERIVE: Final = "timeline.derive"
REREAD: Final = "timeline.reread"
"""The names of the jobs; jobs/ runs them."""

_MOST: Final = 25
"""Articles that one job reads: few, so that all workers are done at nearly the same time."""
_ALONE: Final = 2
"""Workers that may die over a job before its articles are read in a job each."""
MOST_DEATHS: Final = 10
"""Workers that may die over one article, or one address: then it is that which ends them."""


def to_read(session: Session, slug: str, wanted: Sequence[str]) -> None:
    """Queue the reading of some articles, in the transaction that stores them."""
    for first in range(0, len(wanted), _MOST):
        queue.defer(session, READ, {"collection": slug, "articles": [*wanted[first : first + _MOST]]})


def to_derive(session: Session, slug: str) -> int:
    """Queue the deriving of a collection that is locked, unless that waits already; the number of the job. It goes
    before the reading of others: its timeline is there sooner, and no worker is left alone with it at the end."""
    return queue.defer_once(session, DERIVE, {"collection": slug}, lock=f"{DERIVE} {slug}", first=True)


def reread(database: Database, slug: str) -> int:
    """Queue the reading of whatever the present rules have not read; the number of the job. NotFound where there is no
    such collection."""
    with database.begin() as session:
        collections.lock(session, slug)
        return queue.defer_once(session, REREAD, {"collection": slug})


def hand_out(database: Database, slug: str, model: str) -> None:
    """Queue the reading of every unread article of a collection; where there is none, the deriving of its events."""
    with database.begin() as session:
        collections.lock(session, slug)
        unread = readings.missing(session, slug, reading.version(model))
        to_read(session, slug, unread)
        if not unread:
            to_derive(session, slug)


def read(database: Database, slug: str, wanted: Sequence[str], deaths: int, now: datetime, model: str) -> None:
    """Read some articles, and queue the deriving of events where nothing of the collection is unread any more.

    deaths counts the workers that died over it: in the end each article gets a job of its own, and one over which
    worker after worker died is noted as such.
    """
    if deaths >= _ALONE and len(wanted) > 1:
        with database.begin() as session:
            for one in wanted:
                queue.defer(session, READ, {"collection": slug, "articles": [one]})
        return
    if deaths >= MOST_DEATHS:
        _refuse(database, slug, wanted, now, model)
    reading.read(database, slug, wanted, now, model)
    with database.begin() as session:
        collections.lock(session, slug)
        if not readings.unread(session, slug, most=1):
            to_derive(session, slug)


def derive(database: Database, slug: str, now: datetime) -> None:
    """Derive the events of a collection; loads of which all is read have ended with that, unless more was read
    meanwhile."""
    reading.derive(database, slug, partial(queue.advanced, task=DERIVE, arguments={"collection": slug}))
    with database.begin() as session:
        collections.lock(session, slug)
        if stories.waiting(session, slug):
            to_derive(session, slug)
        else:
            loads.settle(session, slug, now)


def take_up(database: Database) -> None:
    """Queue what nobody is at: articles that were stored and never read, as by a load that was broken off, and
    collections with readings from which nothing was derived, as while a load goes on for hours."""
    with database.begin() as session:
        slugs = collections.slugs(session)
    for slug in slugs:
        with database.begin() as session:
            collections.lock(session, slug)
            if not queue.busy(session, READ, {"collection": slug}):
                to_read(session, slug, readings.unread(session, slug))
            if stories.waiting(session, slug):
                to_derive(session, slug)


def _refuse(database: Database, slug: str, wanted: Sequence[str], now: datetime, model: str) -> None:
    rules = reading.version(model)
    with database.begin() as session:
        for article in articles.listed(session, slug, readings.missing(session, slug, rules, wanted)):
            readings.refuse(session, article, rules, f"{MOST_DEATHS} workers died while they read it", now)


def left(database: Database, slug: str) -> bool:
    """Whether workers have still to read articles of a collection, or to derive its events."""
    with database.begin() as session:
        return any(queue.busy(session, task, {"collection": slug}) for task in (READ, DERIVE))


def rescue(database: Database, patience: float) -> int:
    """Give the jobs of workers that have not been heard of for so many seconds back to the queue; how many."""
    with database.begin() as session:
        return queue.rescue(session, patience)
