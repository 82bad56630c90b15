"""Collections as they are shown: what a story is, and how much there is of it."""

from dataclasses import dataclass

from timeline.core.interval import UNKNOWN, Interval


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A collection with its counts: events are those on the line, undated those on the shelf beside it.

    span reaches from the first known beginning of an event to the last known end; it is UNKNOWN where there is none.
    """

    slug: str
    title: str
    about: str
    zone: str
    articles: int = 0
    sources: int = 0
    events: int = 0
    undated: int = 0
    contradictions: int = 0
    span: Interval = UNKNOWN
    hidden: int = 0
    """Events that people decided not to show; they are in no other count."""
