"""The pages for readers: the collections, a timeline, an event, an article, the documentation of the API."""

from collections.abc import Callable
from typing import Any, Final, cast

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from flask_openapi3.openapi import OpenAPI
from werkzeug.wrappers import Response as Redirect

from timeline.core.line import TimelineQuery
from timeline.services import faceted, front, glances, revisions, shown
from timeline.services.database import Database
from timeline.services.shown import Timeline
from timeline.web import cursors, headers, problems
from timeline.web.api import document
from timeline.web.pages import exports, filters, jumping, manual, outline, view
from timeline.web.showing import sides
from timeline.web.state import database

pages = Blueprint("pages", __name__)

_SUGGESTED: Final = 40
"""Names that the form offers."""
_LONGEST: Final = 200


@pages.get("/")
def home() -> str:
    """The collections, those that have what is searched for, or how to load the first article."""
    q, order = request.args.get("q", "").strip()[:_LONGEST], request.args.get("sort", "")
    chosen = front.Order(order) if order in set(front.Order) else None
    return render_template("home.html", cards=front.cards(database(), q, chosen), q=q, chosen=chosen)


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
    return _apart(slug, cursors.UNDATED, shown.shelf)


@pages.get("/collections/<slug>/contradictions")
def contradictions(slug: str) -> str:
    """The events about which their sources disagree, with what each says, under the same filter."""
    return _apart(slug, cursors.CONTRADICTIONS, shown.disagreed)


def _apart(slug: str, lister: str, listed: Callable[[Database, TimelineQuery], Timeline]) -> str:
    asked = filters.read(slug, {name: value for name, value in request.args.items() if name not in {"cursor", "at"}})
    query = outline.shelf_query(asked, request.args.get("cursor"), lister)
    seen = view.read(asked, request.args)
    return render_template("apart.html", **outline.shelf(listed(database(), query), query, seen, lister))


@pages.get("/events/<id>")
def event(id: str) -> str | Redirect:  # noqa: A002 - an event's own word for it
    """One event with every report and the whole derivation."""
    found = shown.event(database(), id)
    if found.event.id != id:
        return redirect(url_for("pages.event", id=found.event.id), 308)
    told = {"event": found.event, "collection": found.collection, "articles": found.articles}
    return render_template("event.html", **told, back=jumping.in_its_list(found))


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
    made, kinds = _document(), problems.KINDS.values()
    return render_template("docs.html", document=made, groups=manual.groups(made, request.url_root), problems=kinds)


@pages.get("/api/v1/openapi.json")
def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    return _document()


def _document() -> dict[str, Any]:
    return document.of(cast(OpenAPI, current_app))
