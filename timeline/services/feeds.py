"""Subscribed feeds: who reads which, and polling them when they are due, by one poller each."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import available_timezones

from timeline.errors import Conflict, Invalid, NotFound
from timeline.ingest.drafts import LONGEST
from timeline.ingest.fetching import targets
from timeline.ingest.fetching.policy import Policy
from timeline.ingest.fetching.runs import Run
from timeline.services import polling
from timeline.services.polling import Clock, Load, Result
from timeline.storage import collections, feeds
from timeline.storage.database import Database, Session
from timeline.storage.feeds import Claim
from timeline.storage.feeds import Feed as Feed

__all__ = ["Clock", "Feed", "Load", "Result", "listed", "pause", "poll", "poll_due", "remove", "subscribe"]

EVERY: Final = range(5, 7 * 24 * 60 + 1)
"""Minutes between two polls of a feed."""
_CLAIM: Final = timedelta(minutes=15)
"""How long a feed is one poller's; whoever died in the middle leaves it to others after that."""


def _never() -> bool:
    return False


def subscribe(database: Database, policy: Policy | None, feed: Feed) -> tuple[Feed, bool]:
    """Have a feed polled from now on, or in another way than before; how it is stored, and whether it is new.

    Conflict where fetching is off, Invalid for what the feed cannot be polled with, NotFound for the collection.
    """
    check(policy, feed)
    with database.begin() as session:
        _there(session, feed.collection)
        return feeds.save(session, feed)


def wanted(collection: str, url: str, every: int, source: str, zone: str, who: str, now: datetime) -> Feed:
    """A feed as a person asks for it, due at once."""
    return Feed(collection, url.strip(), every, source.strip(), zone, who, now, paused=False, next=now)


def off() -> Conflict:
    """What is wrong where feeds are asked for, and fetching is off."""
    return Conflict("Feeds are not polled here: fetching is off. Set TIMELINE_FETCH=on where the service runs.")


def check(policy: Policy | None, feed: Feed) -> None:
    """Conflict where fetching is off, Invalid for what the feed cannot be polled with."""
    if policy is None:
        raise off()
    targets.read(feed.url, policy)
    if feed.every not in EVERY:
        raise Invalid(f"A feed is polled every {EVERY[0]} to {EVERY[-1]:,} minutes, not {feed.every}.", field="every")
    if len(feed.source) > LONGEST["source"] or not feed.source.isprintable():
        raise Invalid(f"source is one line of at most {LONGEST['source']} characters", field="source")
    if feed.zone and feed.zone not in available_timezones():
        raise Invalid(f"There is no time zone {feed.zone!r}; a name such as Europe/Paris is wanted.", field="zone")


def listed(database: Database, collection: str | None = None) -> tuple[Feed, ...]:
    """The feeds of a collection, or of all, by collection and address; NotFound for a collection that is not there."""
    with database.begin() as session:
        if collection is not None:
            _there(session, collection)
        return feeds.listed(session, collection)


def remove(database: Database, url: str, collection: str | None = None) -> None:
    """Poll a feed no more; its articles stay. NotFound where it is not subscribed (in the collection)."""
    with database.begin() as session:
        _found(feeds.remove(session, url, collection), url)


def pause(database: Database, url: str, collection: str | None, now: datetime, *, paused: bool = True) -> None:
    """Let a feed rest, or, with paused=False, be due again at once. NotFound where it is not subscribed."""
    with database.begin() as session:
        _found(feeds.pause(session, url, collection, paused, now), url)


def poll_due(
    database: Database, run: Run, load: Load, clock: Clock, enough: Callable[[], bool] = _never
) -> Iterator[Result]:
    """Poll what is due, what has been so for longest first, until nothing is or it is enough.

    A feed that cannot be had is noted and keeps no other from being polled; Unavailable where the database goes away.
    """
    while not enough() and (claim := _claimed(database, clock)):
        yield _polled(database, claim, run, load, clock)


def poll(database: Database, url: str, collection: str | None, run: Run, load: Load, clock: Clock) -> Iterator[Result]:
    """Poll a feed now, in every collection that reads it, whether it is due, paused or neither; NotFound as above."""
    with database.begin() as session:
        found = feeds.listed(session, collection, url)
    _found(len(found), url)
    for feed in found:
        claim = _claimed(database, clock, (feed.collection, feed.url))
        if claim:
            yield _polled(database, claim, run, load, clock)
        else:
            yield Result(feed, problem="is being polled by another just now")


def _there(session: Session, collection: str) -> None:
    if not collections.exists(session, collection):
        raise NotFound(f"There is no collection {collection!r}.", field="collection")


def _claimed(database: Database, clock: Clock, which: tuple[str, str] | None = None) -> Claim | None:
    now = clock()
    with database.begin() as session:
        return feeds.claim(session, now, now + _CLAIM, which)


def _polled(database: Database, claim: Claim, run: Run, load: Load, clock: Clock) -> Result:
    result, noted = polling.poll(claim, run, load, clock)
    with database.begin() as session:
        feeds.finish(session, claim, noted)
    return result


def _found(count: int, url: str) -> None:
    if not count:
        raise NotFound(f"There is no feed '{url[:200]}'; `timeline feeds list` shows those that are.", field="url")
