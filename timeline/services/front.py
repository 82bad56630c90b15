"""The front page: every collection with its events over time, or those that have what is searched for."""

from collections.abc import Mapping
from typing import Final

from timeline.core.collection import CollectionView
from timeline.core.glance import Card, Spark
from timeline.core.line import TimelineQuery
from timeline.services import glances as looks
from timeline.storage import collections, finding, glances, remembered, snapshots
from timeline.storage.database import Database, Session

PARTS: Final = 60
_EDGE: Final = 0.05
"""The share of events on either side that may lie far from all others: a spark is small, and the counts are beside."""


def cards(database: Database, q: str = "") -> tuple[Card, ...]:
    """The collections by name; with words those that have them in their description or their events, the most first."""
    with database.begin() as session:
        snapshots.hold(session)
        listed = collections.listed(session)
        if not q:
            return tuple(Card(one, _spark(session, one.slug)) for one in listed)
        found = _found(session, listed, q)
        ranked = sorted((one for one in listed if one.slug in found), key=lambda one: -found[one.slug])
        return tuple(Card(one, _spark(session, one.slug), found[one.slug]) for one in ranked)


def _found(session: Session, listed: tuple[CollectionView, ...], q: str) -> Mapping[str, int]:
    """The collections that have the words, and in how many events."""
    events, titled = finding.events(session, q), finding.titled(session, q)
    return {one.slug: events.get(one.slug, 0) for one in listed if one.slug in titled or one.slug in events}


def _spark(session: Session, slug: str) -> Spark | None:
    return remembered.value(session, slug, ("spark",), lambda: _counted(session, slug))


def _counted(session: Session, slug: str) -> Spark | None:
    query = TimelineQuery(slug)
    span = looks.bulk(session, query, _EDGE)
    return Spark(span.start, span.end, glances.counts(session, query, span, PARTS)) if span else None
