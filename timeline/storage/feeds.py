"""Subscribed feeds: storing them, and claiming one so that nobody else polls it at the same time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from timeline.storage.tables import FeedRow


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a collection as it may be shown; every is in minutes, next when it is due."""

    collection: str
    url: str
    every: int
    source: str
    zone: str
    who: str
    added: datetime
    paused: bool
    next: datetime
    polled: datetime | None = None
    failures: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier poll knows: the address that answered, by what its answer is known, and the links it had."""

    answered: str = ""
    etag: str = ""
    last_modified: str = ""
    had: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """A feed that one poller has for itself until then, and what the polls before know."""

    feed: Feed
    known: Known
    until: datetime


@dataclass(frozen=True, slots=True)
class Polled:
    """How a poll went, and when the next one is due."""

    at: datetime
    next: datetime
    failures: int
    problem: str
    known: Known
    pause: bool = False


def save(session: Session, feed: Feed) -> tuple[Feed, bool]:
    """Store a feed, or what is said of one anew, which resumes it and lets it be read whole; whether it is new.

    NotFound where there is no such collection.
    """
    row = session.get(FeedRow, (feed.collection, feed.url))
    new = row is None
    if row is None:
        row = FeedRow(collection_id=feed.collection, url=feed.url, added=feed.added, who=feed.who)
        session.add(row)
    row.every, row.source, row.zone = feed.every, feed.source, feed.zone
    row.paused, row.next, row.failures, row.problem = False, feed.next, 0, ""
    _know(row, Known())
    session.flush()
    return _feed(row), new


def listed(session: Session, collection: str | None = None, url: str | None = None) -> tuple[Feed, ...]:
    """The feeds of a collection or of all, or those with an address, by collection and address."""
    statement = select(FeedRow).where(*_wanted(collection, url)).order_by(FeedRow.collection_id, FeedRow.url)
    return tuple(map(_feed, session.scalars(statement)))


def remove(session: Session, url: str, collection: str | None = None) -> int:
    """Forget the feeds with an address; how many there were."""
    return len(session.scalars(delete(FeedRow).where(*_wanted(collection, url)).returning(FeedRow.url)).all())


def pause(session: Session, url: str, collection: str | None, paused: bool, now: datetime) -> int:
    """Let the feeds with an address rest, or be due at once; how many there are."""
    given = {"paused": paused} if paused else {"paused": paused, "next": now, "failures": 0, "problem": ""}
    statement = update(FeedRow).where(*_wanted(collection, url)).values(**given).returning(FeedRow.url)
    return len(session.scalars(statement).all())


def claim(session: Session, now: datetime, until: datetime, which: tuple[str, str] | None = None) -> Claim | None:
    """Take the feed that has been due for longest, or the one with (collection, url) whether it is due or not.

    Nobody else gets it until then, or until it is finished; None where there is none, or another has it.
    """
    wanted = and_(~FeedRow.paused, FeedRow.next <= now)
    if which:
        wanted = and_(FeedRow.collection_id == which[0], FeedRow.url == which[1])
    free = or_(FeedRow.claimed.is_(None), FeedRow.claimed <= now)
    statement = select(FeedRow).where(wanted, free).order_by(FeedRow.next, FeedRow.collection_id, FeedRow.url).limit(1)
    row = session.scalar(statement.with_for_update(skip_locked=True))
    if row is None:
        return None
    row.claimed = until
    session.flush()
    return Claim(_feed(row), Known(row.answered, row.etag, row.last_modified, frozenset(row.had)), until)


def finish(session: Session, claim: Claim, result: Polled) -> None:
    """Note how a poll went, and give the feed back; nothing where it was removed, or taken by another, meanwhile."""
    row = session.get(FeedRow, (claim.feed.collection, claim.feed.url), with_for_update=True)
    if row is None or row.claimed != claim.until:
        return
    row.claimed, row.polled, row.next = None, result.at, result.next
    row.failures, row.problem = result.failures, result.problem
    row.paused = row.paused or result.pause
    _know(row, result.known)
    session.flush()


def _know(row: FeedRow, known: Known) -> None:
    row.answered, row.etag, row.last_modified = known.answered, known.etag, known.last_modified
    row.had = sorted(known.had)


def _wanted(collection: str | None, url: str | None) -> Iterator[ColumnElement[bool]]:
    if collection is not None:
        yield FeedRow.collection_id == collection
    if url is not None:
        yield FeedRow.url == url


def _feed(row: FeedRow) -> Feed:
    return Feed(
        collection=row.collection_id,
        url=row.url,
        every=row.every,
        source=row.source,
        zone=row.zone,
        who=row.who,
        added=row.added,
        paused=row.paused,
        next=row.next,
        polled=row.polled,
        failures=row.failures,
        problem=row.problem,
    )
