"""Storing what was loaded: each item by itself, so that a bad one keeps no other from being stored."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Final

from timeline.core.article import Draft
from timeline.errors import TimelineError, Unavailable
from timeline.ingest import drafts
from timeline.ingest.files import Item
from timeline.storage import articles, collections
from timeline.storage.articles import State, Stored
from timeline.storage.database import Session, tried

_MOST: Final = 50
"""Items that are stored in one transaction, and read by one job."""
_LONGEST: Final = 1.0
"""Seconds after which items that come slowly are stored, so that they are not lost with the process."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that was not stored: where it stood, why, and which of its fields is to blame."""

    where: str
    why: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What loading did: how many articles were new, changed and unchanged, which items failed, and where the last of
    them stood."""

    states: Mapping[State, int] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    last: str = ""

    @property
    def items(self) -> int:
        """How many items there were."""
        return sum(self.states.values()) + len(self.failures)

    def __add__(self, other: "Outcome") -> "Outcome":
        """What was done first, and then."""
        states, failures = Counter(self.states) + Counter(other.states), self.failures + other.failures
        return Outcome(states, failures, other.last or self.last)


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for all items of a load: fields for those that lack them, the instant at which they are loaded, and
    the longest text in code points."""

    defaults: Mapping[str, object]
    now: datetime
    max_text: int


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, as many at once as are to be stored in one transaction; those before one whose reading fails too."""
    chunk: list[Item] = []
    begun = monotonic()
    try:
        for item in items:
            chunk.append(item)
            if len(chunk) >= _MOST or monotonic() - begun > _LONGEST:
                full, chunk = chunk, []
                yield full
                begun = monotonic()
    finally:
        if chunk:
            yield chunk


def store(session: Session, slug: str, zone: str, items: Sequence[Item], rules: Rules) -> tuple[list[Stored], Outcome]:
    """Store every item that can be, in a collection that is locked and whose zone this is: what is new or changed, and
    the outcome. Unavailable where the database goes away."""
    stored: list[Stored] = []
    failures: list[Failure] = []
    for item in items:
        try:
            with tried(session):
                stored.append(articles.add(session, slug, _draft(item, rules, zone), rules.now))
        except Unavailable:
            raise
        except TimelineError as error:
            failures.append(Failure(item.where, error.message, error.field or ""))
    fresh = [one for one in stored if one.state is not State.UNCHANGED]
    if fresh:
        collections.changed(session, slug)
    last = items[-1].where if items else ""
    return fresh, Outcome(Counter(one.state for one in stored), tuple(failures), last)


def _draft(item: Item, rules: Rules, zone: str) -> Draft:
    """The item's fields, those that are missing or empty from the defaults."""
    if item.problem:
        raise TimelineError(item.problem)
    own = {name: value for name, value in item.fields.items() if value or name not in rules.defaults}
    draft = drafts.draft({**rules.defaults, **own}, rules.now, zone, rules.max_text)
    return replace(draft, stated=item.dates(draft.zone, rules.now)) if item.dates else draft
