"""The articles of a collection, so that they load again: into an empty collection they give the same timeline.

Events are made of articles, so the exports of events are for reading, and these for moving a story. What is exported is
what a loader says: the latest text and title, the source, the address, the zone, and when it appeared, where a person,
a loader or the page itself said so. What the text proves is found in it again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from timeline.core import edtf, zones
from timeline.core.article import Article, Trust, ZoneFrom
from timeline.core.interval import Interval
from timeline.ingest.drafts import FIELDS
from timeline.services.exports import cells
from timeline.services.exports.document import dumped
from timeline.services.exports.taking import Sink
from timeline.storage import articles, collections, snapshots
from timeline.storage.database import Database, Session

Fields = dict[str, str | None]
_CHUNK: Final = 200
"""Articles whose texts are in memory at once."""
_STATED: Final = {Trust.CORRECTED, Trust.PAGE, Trust.HINT}


@dataclass(frozen=True, slots=True)
class StoryForm:
    """A format for articles: its suffix, its media type, its writer."""

    suffix: str
    media_type: str
    write: Callable[[Iterable[Fields]], Iterator[str]]


def write(database: Database, slug: str, form: StoryForm, sink: Sink) -> None:
    """Give a sink the pieces of an export of all articles of a collection, by id; NotFound."""
    with database.begin() as session:
        snapshots.hold(session)
        collections.get(session, slug)
        for piece in form.write(map(fields, _articles(session, slug))):
            sink(piece)


def _articles(session: Session, slug: str) -> Iterator[Article]:
    ids = snapshots.articles(session, slug)
    for first in range(0, len(ids), _CHUNK):
        yield from articles.listed(session, slug, ids[first : first + _CHUNK])


def fields(article: Article) -> Fields:
    """An article as a loader hands it over."""
    said = (article.id, article.title, article.text, article.source, article.url)
    found = (*said, _published(article), _zone(article))
    return dict(zip(FIELDS, found, strict=True))


def _published(article: Article) -> str | None:
    """When it appeared, as far as it was said; None where it follows from the text, or is not known."""
    trust = article.publication.trust
    if article.given and trust is not Trust.CORRECTED:
        return f"{edtf.write(article.given)}{'Z' if article.zoned else ''}"
    found = article.publication.interval
    stated = trust in _STATED and not found.unknown
    return edtf.write(found.seen_from(Interval(0, 1, zone=article.zone))) if stated else None


def _zone(article: Article) -> str | None:
    """Whoever says it, since sources and collections are not exported; None for what a new collection has anyway."""
    return None if (article.zone_from, article.zone) == (ZoneFrom.COLLECTION, zones.UTC) else article.zone


def _lines(found: Iterable[Fields]) -> Iterator[str]:
    return (f"{dumped(one)}\n" for one in found)


def _array(found: Iterable[Fields]) -> Iterator[str]:
    yield "["
    for number, one in enumerate(found):
        yield (",\n" if number else "\n") + dumped(one)
    yield "\n]\n"


def _table(found: Iterable[Fields]) -> Iterator[str]:
    return cells.written([FIELDS, *(one.values() for one in found)])


STORIES: Final = {
    form.suffix: form
    for form in (
        StoryForm("ndjson", "application/x-ndjson; charset=utf-8", _lines),
        StoryForm("json", "application/json", _array),
        StoryForm("csv", "text/csv; charset=utf-8; header=present", _table),
    )
}
"""By suffix."""
