"""The front page: every collection with its events over time, or those that have what is searched for."""

import math
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from timeline.core.collection import CollectionView
from timeline.core.glance import Card, Spark
from timeline.core.line import TimelineQuery
from timeline.services import glances as looks
from timeline.storage import collections, finding, glances, remembered, snapshots
from timeline.storage.database import Database, Session

PARTS: Final = 60
_EDGE: Final = 0.05
"""The share of events on either side that may lie far from all others: a spark is small, and the counts are beside."""


class Order(StrEnum):
    """What the collections are in order of."""

    NAME = "name"
    LATEST = "latest"
    """The last article: the newest first."""
    SPAN = "span"
    """The time from the first event to the last: the longest first."""
    SIZE = "size"
    """The events, dated or not: the most first."""


_KEYS: Final[Mapping[Order, Callable[[Card], Any]]] = {
    Order.LATEST: lambda card: -math.inf if card.latest is None else card.latest,
    Order.SPAN: lambda card: _length(card.collection),
    Order.SIZE: lambda card: card.collection.events + card.collection.undated,
}


def cards(database: Database, q: str = "", order: Order | None = None) -> tuple[Card, ...]:
    """The collections, with words only those that have them in their description or their events; in their order, of
    equals by name. Without an order those that have the words most often come first."""
    with database.begin() as session:
        snapshots.hold(session)
        listed = collections.listed(session)
        found = _found(session, listed, q) if q else dict.fromkeys((one.slug for one in listed), 0)
        dealt = [_card(session, one, found[one.slug]) for one in listed if one.slug in found]
        named = sorted(dealt, key=lambda card: (card.collection.title.casefold(), card.collection.slug))
        key = _KEYS.get(order) if order else lambda card: card.events
        return tuple(sorted(named, key=key, reverse=True)) if key else tuple(named)


def _length(one: CollectionView) -> float:
    return -1 if one.span.unknown else one.span.end - one.span.start


def _found(session: Session, listed: tuple[CollectionView, ...], q: str) -> Mapping[str, int]:
    """The collections that have the words, and in how many events."""
    events, titled = finding.events(session, q), finding.titled(session, q)
    return {one.slug: events.get(one.slug, 0) for one in listed if one.slug in titled or one.slug in events}


def _card(session: Session, one: CollectionView, events: int) -> Card:
    spark, latest = remembered.value(session, one.slug, ("card",), lambda: _counted(session, one.slug))
    return Card(one, spark, events, latest)


def _counted(session: Session, slug: str) -> tuple[Spark | None, float | None]:
    """The events of a collection over time, and when its last article appeared."""
    query = TimelineQuery(slug)
    span = looks.bulk(session, query, _EDGE)
    spark = Spark(span.start, span.end, glances.counts(session, query, span, PARTS)) if span else None
    return spark, glances.latest(session, slug)
