"""What a page or an answer shows, read in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline.core.anchoring import anchor
from timeline.core.article import Article
from timeline.core.collection import CollectionView
from timeline.core.event import Event
from timeline.core.expression import Rejected, Resolution
from timeline.core.line import TimelinePage, TimelineQuery
from timeline.errors import Conflict, NotFound
from timeline.services import timelines
from timeline.storage import articles, collections, events, lines, readings
from timeline.storage.database import Database

_SHELF = 200


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of a collection's timeline with the articles that it cites, by id."""

    collection: CollectionView
    page: TimelinePage
    articles: Mapping[str, Article]
    shelf: TimelinePage


@dataclass(frozen=True, slots=True)
class Whole:
    """All events of a collection with the articles that they cite, by id."""

    collection: CollectionView
    events: tuple[Event, ...]
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class OneEvent:
    """An event, where it belongs, and its articles by id."""

    event: Event
    collection: CollectionView
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class OneArticle:
    """An article, what was read in it, and the events that it reports, in order."""

    article: Article
    collection: CollectionView
    accepted: tuple[Resolution, ...]
    rejected: tuple[Rejected, ...]
    events: tuple[Event, ...]


def timeline(database: Database, query: TimelineQuery, top: int | None = None) -> Timeline:
    """The events on the line, or only its top key dates, and the beginning of the shelf under the same filter."""
    with database.begin() as session:
        view = collections.get(session, query.slug)
        cited = {article.id: article for article in articles.listed(session, query.slug)}
        undated = lines.undated(session, replace(query, after=None, limit=_SHELF))
        page = timelines.key_page(session, query, top) if top else lines.page(session, query)
        return Timeline(view, page, cited, undated)


def shelf(database: Database, query: TimelineQuery) -> Timeline:
    """The undated events alone, as the page."""
    with database.begin() as session:
        view = collections.get(session, query.slug)
        cited = {article.id: article for article in articles.listed(session, query.slug)}
        undated = lines.undated(session, query)
        return Timeline(view, undated, cited, undated)


def whole(database: Database, slug: str) -> Whole:
    """All events of a collection, those on the line and then the undated, with their articles: what an export takes."""
    with database.begin() as session:
        view = collections.get(session, slug)
        cited = {article.id: article for article in articles.listed(session, slug)}
        return Whole(view, events.whole(session, slug), cited)


def event(database: Database, id: str) -> OneEvent:  # noqa: A002 - an event's own word for it
    """An event by its id, or by one that it had before; NotFound where there is none."""
    with database.begin() as session:
        found, slug = events.get(session, id)
        ids = {report.article for report in found.reports}
        cited = {article: articles.get(session, slug, article) for article in sorted(ids)}
        return OneEvent(found, collections.get(session, slug), cited)


def article(database: Database, id: str, collection: str | None = None) -> OneArticle:  # noqa: A002 - as above
    """An article by its id; Conflict where several collections have one of this id and none is named."""
    with database.begin() as session:
        slug = collection or _only(articles.located(session, id), id)
        found = articles.get(session, slug, id)
        record = readings.get(session, slug, id)
        reading = record.reading if record and record.revision == found.revision else None
        told = [one for one in events.whole(session, slug) if any(r.article == id for r in one.reports)]
        return OneArticle(
            found,
            collections.get(session, slug),
            anchor(reading.expressions, found.publication.interval, None, id) if reading else (),
            reading.rejected if reading else (),
            tuple(told),
        )


def _only(slugs: tuple[str, ...], id: str) -> str:  # noqa: A002 - as above
    if not slugs:
        raise NotFound(f"There is no article {id!r}.", field="id")
    if len(slugs) > 1:
        raise Conflict(
            f"{', '.join(slugs)} each have an article {id!r}; say which with ?collection=", field="collection"
        )
    return slugs[0]
