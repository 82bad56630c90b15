"""Lists as answers: some at a time, with the way to the next ones in the body and in Link (RFC 8288)."""

from typing import Any

from flask import Response, request, url_for

from timeline.core.article import Article
from timeline.core.facet import Facets, Value
from timeline.core.line import Sort, TimelineQuery
from timeline.core.register import Names
from timeline.services import written
from timeline.services.shown import Listed
from timeline.web import cursors
from timeline.web.api import answers, resources, texts, writing
from timeline.web.state import state

Links = dict[str, str]


def page(shown: Listed, query: TimelineQuery) -> Response:
    """A page of events on the line, as resources.Page has it: written at once, which takes a third of the time."""
    following = _following(shown, query, "line")
    links = _links(query.slug, following) | {"undated": url_for("api.get_undated", slug=query.slug)}
    found = shown.page
    counts = {"total": found.total, "possible": found.possible, "undated": found.undated}
    body = {"events": _events(shown, query), **counts, "version": _version(found.version), "next": following}
    return answers.linked(_plain({**body, "links": links}), links)


def shelf(shown: Listed, query: TimelineQuery, lister: str) -> Response:
    """A page of a list of events that is not the line, as resources.Undated has it."""
    following = _following(shown, query, lister)
    links = _links(query.slug, following)
    events = [written.event(one, query.slug, shown.articles) for one in shown.page.events]
    body = {"events": events, "total": shown.page.total, "version": _version(shown.page.version), "next": following}
    return answers.linked(_plain({**body, "links": links}), links)


def facets(found: Facets, slug: str) -> Response:
    """The facets of a query, and where what it asks for is."""
    asked = {name: value for name, value in request.args.items() if name != "most"}
    links = _links(slug, None) | {"events": url_for("api.get_events", slug=slug, **asked)}  # type: ignore[arg-type]
    periods = [resources.Period(date=writing.date(one.within), events=one.events) for one in found.periods]
    values = resources.FacetValues(
        status=_values(found.statuses),
        precision=_values(found.precisions),
        min_origins=_values(found.origins),
        source=_values(found.sources),
        entity=_values(found.entities),
        place=_values(found.places),
        period=periods,
    )
    return answers.answer(resources.Facets(total=found.total, facets=values, links=links))


def entities(found: Names, slug: str, lister: str) -> Response:
    """A page of the names of a collection."""
    following = cursors.placed(state().signing_key, lister, found.after) if found.after else None
    links = _links(slug, following)
    named = [
        resources.NamedEntity.model_validate(
            {
                "name": one.name,
                "kind": one.kind,
                "events": one.events,
                "links": {"events": url_for("api.get_events", slug=slug, entity=one.name)},
            }
        )
        for one in found.names
    ]
    return answers.linked(
        answers.answer(resources.Entities(entities=named, total=found.total, next=following, links=links)), links
    )


def articles(found: tuple[Article, ...], total: int, after: str | None, slug: str, lister: str) -> Response:
    """A page of the articles of a collection."""
    following = cursors.placed(state().signing_key, lister, (after,)) if after else None
    links = _links(slug, following)
    listed = [texts.summary(article) for article in found]
    return answers.linked(
        answers.answer(resources.Articles(articles=listed, total=total, next=following, links=links)), links
    )


def after(lister: str, cursor: str | None) -> Any:
    """The place behind which a list goes on; None for its beginning."""
    return cursors.place(state().signing_key, lister, cursor)


def _events(shown: Listed, query: TimelineQuery) -> list[dict[str, Any]]:
    """The events in order, each with whether it came before the next where that is the order, or with its rank."""
    events, slug = shown.page.events, query.slug
    following = [*events[1:], None][: len(events)] if query.sort is Sort.TIME else [None] * len(events)
    found = [written.event(one, slug, shown.articles, own) for one, own in zip(events, following, strict=True)]
    ranks = shown.page.ranks
    return [{**one, "rank": rank} for one, rank in zip(found, ranks, strict=True)] if ranks else found


def _values(found: tuple[Value, ...]) -> list[resources.Value]:
    return [resources.Value(value=one.value, events=one.events) for one in found]


def _version(number: int) -> str:
    return f"{number:x}"


def _following(shown: Listed, query: TimelineQuery, lister: str) -> str | None:
    at = shown.page.after
    return cursors.write(state().signing_key, at, query, lister) if at else None


def _links(slug: str, following: str | None) -> Links:
    links = {"self": request.full_path.rstrip("?"), "collection": url_for("api.get_collection", slug=slug)}
    if following and request.endpoint:
        asked = {name: value for name, value in request.args.items() if name != "cursor"}
        links["next"] = url_for(request.endpoint, slug=slug, cursor=following, **asked)  # type: ignore[arg-type]
    return links


def _plain(body: dict[str, Any]) -> Response:
    return Response(written.encoded(body), mimetype="application/json")
