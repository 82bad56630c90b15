"""Answers: resources as JSON, with the headers that go with them."""

from typing import Any, Final

from flask import Response, url_for
from flask_openapi3.types import ResponseDict

from timeline.web.api import resources, texts
from timeline.web.problems import MEDIA_TYPE

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


def loaded(article: str, collection: str, state: str, revision: int) -> Response:
    """What loading did: 201 where something was stored, 200 where all was there already."""
    links = texts.links(article, collection) | {"events": url_for("api.get_events", slug=collection)}
    found = resources.Loaded.model_validate(
        {"article": article, "collection": collection, "state": state, "revision": revision, "links": links}
    )
    return answer(found, 200 if state == "unchanged" else 201, links["self"])


def linked(response: Response, links: dict[str, str]) -> Response:
    """The answer with its next page in Link (RFC 8288)."""
    if "next" in links:
        response.headers["Link"] = f'<{links["next"]}>; rel="next"'
    return response
