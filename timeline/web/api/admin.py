"""The part of the admin API by which articles arrive: one at once, or many as a job."""

from flask import Response, request, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from timeline.core.load import Load, Said
from timeline.services import collections, loading, loads
from timeline.web import bodies
from timeline.web.api import answers, jobs, keyed, resources, writing
from timeline.web.api.requests import Handed, HandedFile, NewArticle, NewCollection
from timeline.web.state import database, now, state

admin = APIBlueprint(
    "admin",
    __name__,
    url_prefix="/api/v1/admin",
    abp_responses=answers.PROBLEMS,
    abp_tags=[Tag(name="Loading")],
    abp_security=[{"key": ["load"]}],
)
admin.before_request(keyed.needs("load"))


@admin.before_request
def checked() -> None:
    """Refuse what is not JSON; post_article sees for itself."""
    if request.endpoint != "admin.post_article":
        bodies.checked()


@admin.post("/articles", responses={201: resources.Loaded, 200: resources.Loaded, 202: resources.Job})
def post_article(query: Handed, raw: HandedFile) -> Response:  # noqa: ARG001 - raw says which types there are
    """Load one article, or many as a job.

    One is a JSON object with its fields: 201 where it, or its text, is new; 200 where all of it was there already. One
    that has an address and no text is fetched by a job, where the service fetches: 202. Many are whatever `timeline
    load` reads, as the body or as the file of a form, with the collection in the query: 202 and a job, which says how
    far it is and what could not be loaded.
    """
    if bodies.many():
        return _many(query)
    query.nothing()
    body, settings = bodies.read(NewArticle), state().settings
    fields = body.model_dump(exclude={"collection"})
    if settings.fetch and body.url and body.text is None:
        return _fetched(body.collection, body.url, fields)
    stored = loading.load(database(), body.collection, fields, now(), settings.max_text, settings.model)
    return answers.loaded(stored.article, body.collection, stored.state, stored.revision)


def _fetched(slug: str, url: str, fields: dict[str, str | None]) -> Response:
    given = {name: value for name, value in fields.items() if value and name != "url"}
    return _accepted(loads.accept(database(), slug, url, keyed.who(), Said(defaults=given, address=True), (), now()))


def _many(query: Handed) -> Response:
    with bodies.handed_over(state().settings.max_upload) as (name, pieces):
        slug, said = query.asked()
        load = loads.accept(database(), slug, query.name or name, keyed.who(), said, pieces, now())
    return _accepted(load)


def _accepted(load: Load) -> Response:
    found = jobs.written(load)
    return answers.answer(found, 202, found.links["self"])


@admin.post("/collections", responses={201: resources.Collection})
def post_collection(body: NewCollection) -> Response:
    """Make an empty collection."""
    made = collections.create(database(), body.slug, body.title, body.about, body.zone)
    return answers.answer(writing.collection(made), 201, url_for("api.get_collection", slug=made.slug))
