"""What a collection names and holds, in parts: its entities and its articles."""

from bisect import bisect_right

from timeline.core.article import Article
from timeline.core.register import Named, Names
from timeline.services import timelines
from timeline.storage import articles as stored
from timeline.storage import registers, snapshots
from timeline.storage.database import Database

Place = tuple[int, str, str]


def entities(database: Database, slug: str, kind: str | None, after: Place | None, limit: int) -> Names:
    """The next of a collection's people, bodies and places, or of one kind: the most frequent first; NotFound."""
    with database.begin() as session:
        snapshots.hold(session)
        timelines.exists(session, slug)
        found = [one for one in registers.entities(session, slug) if kind is None or one.kind == kind]
    start = bisect_right(found, after, key=_place) if after else 0
    shown = tuple(found[start : start + limit])
    return Names(shown, len(found), _place(shown[-1]) if start + limit < len(found) else None)


def articles(database: Database, slug: str, after: str, limit: int) -> tuple[tuple[Article, ...], int, str | None]:
    """The next articles of a collection by id, how many there are, and where the list goes on; NotFound."""
    with database.begin() as session:
        snapshots.hold(session)
        timelines.exists(session, slug)
        ids = registers.articles(session, slug, after, limit + 1)
        found = stored.listed(session, slug, ids[:limit])
        return found, registers.article_count(session, slug), ids[limit - 1] if len(ids) > limit else None


def _place(one: Named) -> Place:
    return -one.events, one.name, one.kind
