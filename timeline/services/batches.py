"""Loading many articles at once: each item by itself, so that a bad one keeps no other from being stored."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from timeline.core.article import Draft
from timeline.errors import TimelineError, Unavailable
from timeline.ingest import drafts
from timeline.ingest.drafts import FIELDS
from timeline.ingest.files import Form, Item, Options, items, walked
from timeline.services import articles, collections, reading
from timeline.storage.articles import State
from timeline.storage.database import Database

__all__ = ["FIELDS", "Failure", "Form", "Item", "Options", "Outcome", "State", "items", "load", "walked"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that was not stored: where it stood, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What loading did: how many articles were new, changed and unchanged, and which items failed."""

    states: Mapping[State, int]
    failures: tuple[Failure, ...]


def load(
    database: Database,
    slug: str,
    items: Iterable[Item],
    defaults: Mapping[str, object],
    now: datetime,
    max_text: int,
    model: str,
) -> Outcome:
    """Store every item that can be, then read what is new; a collection that does not exist is made.

    defaults are fields for the items that lack them. Unavailable where the database goes away.
    """
    if not collections.exists(database, slug):
        collections.create(database, slug)
    zone = collections.get(database, slug).zone
    states: Counter[State] = Counter()
    failures: list[Failure] = []
    for item in items:
        try:
            draft = _draft(item, defaults, now, zone, max_text)
            states[articles.store(database, slug, draft, now).state] += 1
        except Unavailable:
            raise
        except TimelineError as error:
            failures.append(Failure(item.where, error.message))
    reading.catch_up(database, slug, now, model)
    return Outcome(states, tuple(failures))


def _draft(item: Item, defaults: Mapping[str, object], now: datetime, zone: str, max_text: int) -> Draft:
    """The item's fields, those that are missing or empty from the defaults."""
    if item.problem:
        raise TimelineError(item.problem)
    own = {name: value for name, value in item.fields.items() if value or name not in defaults}
    draft = drafts.draft({**defaults, **own}, now, zone, max_text)
    return replace(draft, stated=item.dates(draft.zone, now)) if item.dates else draft
