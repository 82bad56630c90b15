"""The reading half of the API: everything under /api/v1/ but admin/."""

from flask import Response, redirect, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from werkzeug.wrappers import Response as Redirect

from timeline.services import collections, faceted, library, registers, shown, sources
from timeline.web.api import answers, asking, changes, listing, resources, texts, unchanged, writing
from timeline.web.api.requests import (
    ArticlePath,
    EventPath,
    Events,
    Faceted,
    Limited,
    Named,
    Nothing,
    Shelf,
    Slug,
    Whose,
)
from timeline.web.state import database

api = APIBlueprint(
    "api", __name__, url_prefix="/api/v1", abp_responses=answers.PROBLEMS, abp_tags=[Tag(name="Reading")]
)
_LISTS = ("events", "facets", "entities", "contradictions", "undated", "articles", "sources")
unchanged.install(api, frozenset(f"api.get_{name}" for name in _LISTS))


@api.get("/collections", responses={200: resources.Collections})
def get_collections(query: Nothing) -> Response:  # noqa: ARG001 - so that unknown parameters are refused
    """All collections, by name."""
    found = collections.listed(database())
    return answers.answer(resources.Collections(collections=[writing.collection(view) for view in found]))


@api.get("/collections/<slug>", responses={200: resources.Collection})
def get_collection(path: Slug, query: Nothing) -> Response:  # noqa: ARG001 - as above
    """One collection with its counts."""
    return answers.answer(writing.collection(collections.get(database(), path.slug)))


@api.get("/collections/<slug>/events", responses={200: resources.Page})
def get_events(path: Slug, query: Events) -> Response:
    """The timeline: dated events in order, filtered and paged. Undated ones are counted, and listed at /undated.

    With top, only the key dates of what the filter lets through.
    """
    asked = asking.timeline(path.slug, query)
    return listing.page(shown.page(database(), asked, query.top), asked)


@api.get("/collections/<slug>/facets", responses={200: resources.Facets})
def get_facets(path: Slug, query: Faceted) -> Response:
    """By what a timeline can be narrowed, with how many events each would leave."""
    asked = asking.faceted(path.slug, query)
    return listing.facets(faceted.of(database(), asked, query.most), path.slug)


@api.get("/collections/<slug>/entities", responses={200: resources.Entities})
def get_entities(path: Slug, query: Named) -> Response:
    """The people, bodies and places that events name, those with most events first."""
    lister = f"entities {path.slug} {query.kind or ''}"
    after = listing.after(lister, query.cursor)
    return listing.entities(
        registers.entities(database(), path.slug, query.kind, after, query.limit), path.slug, lister
    )


@api.get("/collections/<slug>/contradictions", responses={200: resources.Contradicted})
def get_contradictions(path: Slug, query: Shelf) -> Response:
    """The events about which their sources disagree, by time, the undated last."""
    asked = asking.shelf(path.slug, query, "contradictions")
    return listing.shelf(shown.contradicted(database(), asked), asked, "contradictions")


@api.get("/collections/<slug>/undated", responses={200: resources.Undated})
def get_undated(path: Slug, query: Shelf) -> Response:
    """The events that no report dates, by title."""
    asked = asking.shelf(path.slug, query, "undated")
    return listing.shelf(shown.undated(database(), asked), asked, "undated")


@api.get("/collections/<slug>/articles", responses={200: resources.Articles})
def get_articles(path: Slug, query: Limited) -> Response:
    """The articles of a collection, by id, without their texts."""
    lister = f"articles {path.slug}"
    (after,) = listing.after(lister, query.cursor) or ("",)
    return listing.articles(*registers.articles(database(), path.slug, after, query.limit), path.slug, lister)


@api.get("/collections/<slug>/sources", responses={200: resources.Sources})
def get_sources(path: Slug, query: Nothing) -> Response:  # noqa: ARG001 - as above
    """Who published the articles of a collection, by name, with what is known of them."""
    found = [changes.source(one) for one in sources.listed(database(), path.slug)]
    return answers.answer(resources.Sources(collection=path.slug, sources=found))


@api.get("/events/<id>", responses={200: resources.Event})
def get_event(path: EventPath, query: Nothing) -> Response | Redirect:  # noqa: ARG001 - as above
    """One event. An id that was merged into another redirects to that one."""
    found = shown.event(database(), path.id)
    if found.event.id != path.id:
        return redirect(url_for("api.get_event", id=found.event.id), 308)
    return answers.answer(writing.event(found.event, found.collection.slug, found.articles))


@api.get("/events/<id>/explain", responses={200: resources.Explanation})
def explain_event(path: EventPath, query: Nothing) -> Response | Redirect:  # noqa: ARG001 - as above
    """Why an event has its date: the derivation as steps and as sentences."""
    found = shown.event(database(), path.id)
    if found.event.id != path.id:
        return redirect(url_for("api.explain_event", id=found.event.id), 308)
    return answers.answer(writing.explanation(found.event))


@api.get("/articles/<path:id>", responses={200: resources.Article})
def get_article(path: ArticlePath, query: Whose) -> Response:
    """One article, with its text and how its publication date was found. 409 where its id is not the only one."""
    return answers.answer(texts.whole(library.get(database(), path.id, query.collection)))


@api.get("/articles/<path:id>/expressions", responses={200: resources.Expressions})
def get_expressions(path: ArticlePath, query: Whose) -> Response:
    """The words of time in an article: those that were resolved, and those that were rejected, with the reason."""
    found = shown.article(database(), path.id, query.collection)
    return answers.answer(texts.expressions(found.article, found.accepted, found.rejected))
