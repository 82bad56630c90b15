"""What a page or an answer shows, read in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from timeline.core.anchoring import anchor
from timeline.core.article import Article
from timeline.core.citation import Citation
from timeline.core.collection import CollectionView
from timeline.core.event import Event
from timeline.core.expression import Rejected, Resolution
from timeline.core.line import TimelinePage, TimelineQuery
from timeline.errors import Conflict, NotFound
from timeline.services import timelines
from timeline.storage import articles, assembly, citations, collections, events, lines, readings, snapshots
from timeline.storage.database import Database, Session

_SHELF = 12


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of a collection's timeline with the articles that it cites, by id."""

    collection: CollectionView
    page: TimelinePage
    articles: Mapping[str, Article]
    shelf: TimelinePage


@dataclass(frozen=True, slots=True)
class Listed:
    """Some events, as lists quote them, with what they cite of articles, by id."""

    page: TimelinePage
    articles: Mapping[str, Citation]


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
        snapshots.hold(session)
        view = collections.get(session, query.slug)
        page = timelines.key_page(session, query, top) if top else lines.page(session, query)
        undated = lines.undated(session, replace(query, after=None, limit=_SHELF))
        return Timeline(view, page, _whole(session, query.slug, page, undated), undated)


def shelf(database: Database, query: TimelineQuery) -> Timeline:
    """The undated events alone, as the page and as the shelf; NotFound."""
    return _alone(database, query, lines.undated)


def disagreed(database: Database, query: TimelineQuery) -> Timeline:
    """The events about which their sources disagree, as the page and as the shelf; NotFound."""
    return _alone(database, query, lines.contradicted)


def _alone(
    database: Database, query: TimelineQuery, read: Callable[[Session, TimelineQuery], TimelinePage]
) -> Timeline:
    with database.begin() as session:
        snapshots.hold(session)
        found = read(session, query)
        return Timeline(collections.get(session, query.slug), found, _whole(session, query.slug, found), found)


def _whole(session: Session, slug: str, *pages: TimelinePage) -> dict[str, Article]:
    """The articles that the events of some pages cite, by id."""
    ids = {report.article for page in pages for event in page.events for report in event.reports}
    return {article.id: article for article in articles.listed(session, slug, ids)}


def page(database: Database, query: TimelineQuery, top: int | None = None) -> Listed:
    """The events on the line, or only its top key dates, with the articles that they cite; NotFound."""
    read = partial(timelines.key_page, count=top) if top else partial(lines.page, read=assembly.quoted)
    return _listed(database, query, read)


def contradicted(database: Database, query: TimelineQuery) -> Listed:
    """The events about which their sources disagree, with the articles that they cite; NotFound."""
    return _listed(database, query, partial(lines.contradicted, read=assembly.quoted))


def undated(database: Database, query: TimelineQuery) -> Listed:
    """The events that have no date, with the articles that they cite; NotFound."""
    return _listed(database, query, partial(lines.undated, read=assembly.quoted))


def _listed(database: Database, query: TimelineQuery, read: Callable[[Session, TimelineQuery], TimelinePage]) -> Listed:
    with database.begin() as session:
        snapshots.hold(session)
        page = read(session, query)
        if not page.version:  # of a collection that has no events yet, or is not there
            timelines.exists(session, query.slug)
        ids = {report.article for event in page.events for report in event.reports}
        return Listed(page, citations.of(session, query.slug, ids))


def whole(database: Database, slug: str) -> Whole:
    """All events of a collection, those on the line and then the undated, with their articles: what an export takes."""
    with database.begin() as session:
        view = collections.get(session, slug)
        cited = {article.id: article for article in articles.listed(session, slug)}
        return Whole(view, events.whole(session, slug), cited)


def event(database: Database, id: str, *, hidden: bool = False) -> OneEvent:  # noqa: A002 - an event's own word for it
    """An event by its id, or by one that it had before; NotFound where there is none, or where it is not shown, unless
    hidden ones are asked for."""
    with database.begin() as session:
        found, slug = events.get(session, id, unseen=hidden)
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
        told = events.reported(session, slug, id)
        return OneArticle(
            found,
            collections.get(session, slug),
            anchor(reading.expressions, found.publication.interval, None, id) if reading else (),
            reading.rejected if reading else (),
            told,
        )


def _only(slugs: tuple[str, ...], id: str) -> str:  # noqa: A002 - as above
    if not slugs:
        raise NotFound(f"There is no article {id!r}.", field="id")
    if len(slugs) > 1:
        raise Conflict(
            f"{', '.join(slugs)} each have an article {id!r}; say which with ?collection=", field="collection"
        )
    return slugs[0]
