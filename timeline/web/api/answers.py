"""Answers: resources as JSON, with the headers that go with them."""

from typing import Any, Final

from flask import Response, request, url_for
from flask_openapi3.types import ResponseDict

from timeline.core.line import TimelineQuery
from timeline.services.shown import Timeline
from timeline.web import cursors
from timeline.web.api import resources, texts, writing
from timeline.web.problems import MEDIA_TYPE
from timeline.web.state import state

_PROBLEM: Final[dict[Any, Any]] = {
    "description": "What is wrong, and what to do",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
PROBLEMS: Final[ResponseDict] = {"default": _PROBLEM, "422": _PROBLEM}
"""The responses that every operation may give besides its own."""


def answer(resource: resources.Resource, status: int = 200, location: str | None = None) -> Response:
    """The resource as JSON."""
    response = Response(resource.model_dump_json(), status, mimetype="application/json")
    if location:
        response.headers["Location"] = location
    return response


def page(shown: Timeline, query: TimelineQuery) -> Response:
    """A page of events on the line; the next one is in the body and in Link (RFC 8288)."""
    following = _next(shown, query, shelf=False)
    links = _links(query.slug, following)
    links["undated"] = url_for("api.get_undated", slug=query.slug)
    found = resources.Page(
        events=writing.page(shown.page, query.slug, shown.articles),
        total=shown.page.total,
        possible=shown.page.possible,
        undated=shown.page.undated,
        next=following,
        links=links,
    )
    return _linked(answer(found), links)


def shelf(shown: Timeline, query: TimelineQuery) -> Response:
    """A page of the undated."""
    following = _next(shown, query, shelf=True)
    links = _links(query.slug, following)
    found = resources.Undated(
        events=[writing.event(one, query.slug, shown.articles) for one in shown.page.events],
        total=shown.page.total,
        next=following,
        links=links,
    )
    return _linked(answer(found), links)


def loaded(article: str, collection: str, state: str, revision: int) -> Response:
    """What loading did: 201 where something was stored, 200 where all was there already."""
    links = texts.links(article, collection) | {"events": url_for("api.get_events", slug=collection)}
    found = resources.Loaded.model_validate(
        {"article": article, "collection": collection, "state": state, "revision": revision, "links": links}
    )
    return answer(found, 200 if state == "unchanged" else 201, links["self"])


def _next(shown: Timeline, query: TimelineQuery, shelf: bool) -> str | None:
    after = shown.page.after
    return cursors.write(state().signing_key, after, query, shelf) if after else None


def _links(slug: str, following: str | None) -> dict[str, str]:
    links = {"self": request.full_path.rstrip("?"), "collection": url_for("api.get_collection", slug=slug)}
    if following and request.endpoint:
        asked = {name: value for name, value in request.args.items() if name != "cursor"}
        links["next"] = url_for(request.endpoint, slug=slug, cursor=following, **asked)  # type: ignore[arg-type]
    return links


def _linked(response: Response, links: dict[str, str]) -> Response:
    if "next" in links:
        response.headers["Link"] = f'<{links["next"]}>; rel="next"'
    return response
