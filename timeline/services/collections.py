"""Collections: making, describing and listing them."""

import re
from typing import Final
from zoneinfo import available_timezones

from timeline.core.collection import CollectionView
from timeline.errors import Invalid
from timeline.storage import collections
from timeline.storage.database import Database, Session

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def create(database: Database, slug: str, title: str = "", about: str = "", zone: str = "UTC") -> CollectionView:
    """Make an empty collection; zone counts for articles that name none.

    Conflict where the slug is taken; Invalid for a slug of anything but a-z, 0-9 and '-', or an unknown zone.
    """
    with database.begin() as session:
        add(session, slug, title, about, zone)
        return collections.get(session, slug)


def add(session: Session, slug: str, title: str = "", about: str = "", zone: str = "UTC") -> None:
    """Make an empty collection within a transaction; fails as create."""
    if not _SLUG.fullmatch(slug):
        raise Invalid(
            "A collection's name is up to 64 of a-z, 0-9 and -, and does not begin with -.", field="collection"
        )
    if zone not in available_timezones():
        raise Invalid(f"There is no time zone {zone!r}; a name such as Europe/Paris is wanted.", field="zone")
    collections.add(session, slug, title or slug, about, zone)


def describe(database: Database, slug: str, title: str, about: str) -> CollectionView:
    """Change what is said about a collection; NotFound where there is none of this name."""
    with database.begin() as session:
        collections.describe(session, slug, title, about)
        session.flush()
        return collections.get(session, slug)


def listed(database: Database) -> tuple[CollectionView, ...]:
    """All collections with their counts, by slug."""
    with database.begin() as session:
        return collections.listed(session)


def get(database: Database, slug: str) -> CollectionView:
    """One collection with its counts; NotFound where there is none of this name."""
    with database.begin() as session:
        return collections.get(session, slug)


def exists(database: Database, slug: str) -> bool:
    """Whether there is a collection of this name."""
    with database.begin() as session:
        return collections.exists(session, slug)
