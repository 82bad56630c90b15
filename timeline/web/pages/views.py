"""The pages for readers: the collections, a timeline, an event, an article, the documentation of the API."""

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.services import collections, shown
from timeline.web import problems
from timeline.web.pages import filters, outline
from timeline.web.state import database

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> str:
    """The collections, or how to load the first article."""
    return render_template("home.html", collections=collections.listed(database()))


@pages.get("/collections/<slug>")
def collection(slug: str) -> tuple[str, int]:
    """A timeline: drawing, list, shelf. What is wrong with the filter is said at its field."""
    asked = filters.read(slug, request.args)
    found = shown.timeline(database(), asked.query)
    page = render_template("collection.html", **outline.of(found, asked))
    return page, 400 if asked.complaints else 200


@pages.get("/events/<id>")
def event(id: str) -> str | Response:  # noqa: A002 - an event's own word for it
    """One event with every report and the whole derivation."""
    found = shown.event(database(), id)
    if found.event.id != id:
        return redirect(url_for("pages.event", id=found.event.id), 308)
    return render_template("event.html", event=found.event, collection=found.collection, articles=found.articles)


@pages.get("/articles/<path:id>")
def article(id: str) -> str:  # noqa: A002 - an article's own word for it
    """One article: its text with every expression, its publication, its events."""
    found = shown.article(database(), id, request.args.get("collection"))
    return render_template("article.html", shown=found, paragraphs=outline.paragraphs(found))


@pages.get("/api/docs")
def docs() -> str:
    """The API, from its OpenAPI document; no script, no other host."""
    return render_template("docs.html", document=_document(), problems=problems.KINDS.values())


@pages.get("/api/v1/openapi.json")
def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    return _document()


def _document() -> dict[str, Any]:
    document: dict[str, Any] = current_app.api_doc  # type: ignore[attr-defined]
    return document
