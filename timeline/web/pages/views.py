"""The pages for readers: the collections, a timeline, an event, an article, the documentation of the API."""

from typing import Any, Final

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from timeline.services import faceted, front, glances, revisions, shown
from timeline.web import headers, problems
from timeline.web.api import document
from timeline.web.pages import exports, filters, outline, view
from timeline.web.showing import sides
from timeline.web.state import database

pages = Blueprint("pages", __name__)

_SUGGESTED: Final = 40
"""Names that the form offers."""
_LONGEST: Final = 200


@pages.get("/")
def home() -> str:
    """The collections, those that have what is searched for, or how to load the first article."""
    q = request.args.get("q", "").strip()[:_LONGEST]
    return render_template("home.html", cards=front.cards(database(), q), q=q)


@pages.get("/collections/<slug>")
def collection(slug: str) -> Response:
    """A timeline: drawing, list, shelf. What is wrong with the filter is said at its field."""
    asked = filters.read(slug, request.args)
    seen = view.read(asked, request.args)
    found = shown.timeline(database(), asked.query)
    glance = glances.of(database(), asked.query, seen.lanes)
    facets = faceted.of(database(), asked.query, _SUGGESTED)
    told = {**outline.of(found, glance, facets, seen), **exports.of(found, asked.query)}
    page = make_response(render_template("collection.html", **told), 400 if asked.complaints else 200)
    return headers.framed(page) if seen.embed else page


@pages.get("/collections/<slug>/undated")
def undated(slug: str) -> str:
    """The events that have no date, by title, under the same filter."""
    asked = filters.read(slug, {name: value for name, value in request.args.items() if name != "cursor"})
    query = outline.shelf_query(asked, request.args.get("cursor"))
    found = shown.shelf(database(), query)
    return render_template("undated.html", **outline.shelf(found, query, view.read(asked, request.args)))


@pages.get("/events/<id>")
def event(id: str) -> str | Redirect:  # noqa: A002 - an event's own word for it
    """One event with every report and the whole derivation."""
    found = shown.event(database(), id)
    if found.event.id != id:
        return redirect(url_for("pages.event", id=found.event.id), 308)
    return render_template("event.html", event=found.event, collection=found.collection, articles=found.articles)


@pages.get("/articles/<path:id>")
def article(id: str) -> str:  # noqa: A002 - an article's own word for it
    """One article: its text with every expression, its publication, its events."""
    slug = request.args.get("collection")
    found = shown.article(database(), id, slug)
    texts = revisions.listed(database(), id, slug)[1]
    return render_template("article.html", shown=found, paragraphs=outline.paragraphs(found), revisions=texts)


@pages.get("/articles/<path:id>/revisions/<int:number>")
def changes(id: str, number: int) -> str:  # noqa: A002 - as above
    """What a revision of an article changed of the one before it, side by side."""
    slug = request.args.get("collection")
    found = revisions.changes(database(), id, number, slug)
    article, texts = revisions.listed(database(), id, slug)
    return render_template("changes.html", found=found, article=article, revisions=texts, rows=sides.rows(found))


@pages.get("/api/docs")
def docs() -> str:
    """The API, from its OpenAPI document; no script, no other host."""
    return render_template("docs.html", document=_document(), problems=problems.KINDS.values())


@pages.get("/api/v1/openapi.json")
def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    return _document()


def _document() -> dict[str, Any]:
    made: dict[str, Any] = current_app.api_doc  # type: ignore[attr-defined]
    return document.completed(made)
