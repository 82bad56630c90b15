"""A timeline at a glance: what a drawing needs of each event, or how many there are in each stretch of time."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from timeline.core.collection import CollectionView
from timeline.core.event import Event, EventDate
from timeline.core.interval import Interval
from timeline.core.mention import Status


class Lanes(StrEnum):
    """What the lanes of a drawing stand for."""

    ACTOR = "actor"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Spot:
    """An event as a drawing has it; names are those of its actors or of its sources. The date has no derivation."""

    id: str
    title: str
    status: Status
    date: EventDate
    names: tuple[str, ...]

    @staticmethod
    def of(event: Event) -> "Spot":
        """An event, named by its actors."""
        return Spot(event.id, event.title, event.status, event.date, tuple(one.name for one in event.entities))


@dataclass(frozen=True, slots=True)
class Bin:
    """How many events begin in a stretch of time: certain ones, others, and those whose sources disagree."""

    certain: int
    uncertain: int
    contradicted: int

    @property
    def events(self) -> int:
        """All of them."""
        return self.certain + self.uncertain


@dataclass(frozen=True, slots=True)
class Counted:
    """Events counted: bins by lane ("" for those in none) and number, of a span that is cut into so many equal parts.

    earlier and later are those that lie outside of the span.
    """

    start: float
    end: float
    parts: int
    lanes: tuple[str, ...]
    bins: Mapping[tuple[str, int], Bin]
    earlier: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True)
class Glance:
    """Every event of a question where they are few, else their counts; published has when the articles appeared."""

    spots: tuple[Spot, ...]
    counted: Counted | None
    published: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Spark:
    """How many events begin in each equal part of a span that holds nearly all."""

    start: float
    end: float
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A collection on the front page; spark is None where nothing is dated, events are those that a search found,
    latest is the civil time until which its last article had appeared."""

    collection: CollectionView
    spark: Spark | None
    events: int = 0
    latest: float | None = None
