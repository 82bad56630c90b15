"""The writing half of the API: everything under /api/v1/admin/ needs a key."""

from flask import Response, request, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from timeline.services import collections, keys, loading
from timeline.web import bodies
from timeline.web.api import answers, resources, writing
from timeline.web.api.requests import NewArticle, NewCollection
from timeline.web.state import database, now, state

admin = APIBlueprint(
    "admin",
    __name__,
    url_prefix="/api/v1/admin",
    abp_responses=answers.PROBLEMS,
    abp_tags=[Tag(name="Loading")],
    abp_security=[{"key": []}],
)


@admin.before_request
def authorised() -> None:
    """Ask for the key before the body is read."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    keys.check(database(), secret.strip() if scheme.lower() == "bearer" else None, "load", now())


admin.before_request(bodies.checked)


@admin.post("/articles", responses={201: resources.Loaded, 200: resources.Loaded})
def post_article(body: NewArticle) -> Response:
    """Load one article. 201 where it, or its text, is new; 200 where all of it was there already."""
    settings, fields = state().settings, body.model_dump(exclude={"collection"})
    stored = loading.load(database(), body.collection, fields, now(), settings.max_text, settings.model)
    return answers.loaded(stored.article, body.collection, stored.state, stored.revision)


@admin.post("/collections", responses={201: resources.Collection})
def post_collection(body: NewCollection) -> Response:
    """Make an empty collection."""
    made = collections.create(database(), body.slug, body.title, body.about, body.zone)
    return answers.answer(writing.collection(made), 201, url_for("api.get_collection", slug=made.slug))
