"""Correcting articles and sources: the part of the admin API that says what was loaded wrongly."""

from flask import Response, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, ConfigDict, Field

from timeline.core.article import Article
from timeline.core.correction import Corrected
from timeline.errors import Changed
from timeline.services import library, redating, sources
from timeline.services.revised import By
from timeline.web import bodies
from timeline.web.api import answers, changes, keyed, resources, texts
from timeline.web.api.requests import ArticlePath, Request, Whose
from timeline.web.problems import Unconditional
from timeline.web.state import database, now

correcting = APIBlueprint(
    "correcting",
    __name__,
    url_prefix="/api/v1/admin",
    abp_responses=answers.PROBLEMS,
    abp_tags=[Tag(name="Correcting")],
    abp_security=[{"key": ["curate"]}],
)


class Conditions(BaseModel):
    """What must hold for a correction."""

    if_match: str | None = Field(None, alias="If-Match", description="The article's ETag as it was read; required")


class Tried(Request):
    """Whether a correction is kept."""

    dry_run: bool = Field(False, description="Only tell what would change, and keep nothing")


class WhoseTried(Whose, Tried):
    """Which article is corrected, and whether that is kept."""


class ArticleCorrection(Request):
    """What is said of an article in place of what was loaded; what is left out stays, null takes it back."""

    model_config = ConfigDict(json_schema_extra={"example": {"published": "2024-11-05", "why": "as on the front page"}})

    published: str | None = Field(None, description="RFC 3339, EDTF or as a page prints it")
    zone: str | None = Field(None, description="IANA time zone")
    source: str | None = Field(None, description="Who published it")
    why: str = Field("", description="The reason, in a line")


class SourceCorrection(Request):
    """What is said of a source; what is left out stays, "" says that it is not known, null takes back what was said."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"collection": "mill", "name": "Morning Ledger", "zone": "America/New_York"}}
    )

    collection: str = Field(description="The collection that has it")
    name: str = Field(description="The source's name")
    domain: str | None = Field(None, description="Under which it publishes: ledger.example")
    country: str | None = Field(None, description="Where it is based, as ISO 3166 writes it in two letters: SE")
    zone: str | None = Field(None, description="IANA time zone of its articles that name none")
    owner: str | None = Field(None, description="Who owns it; sources of one owner are one origin")
    why: str = Field("", description="The reason, in a line")


correcting.before_request(keyed.needs("curate"))
correcting.before_request(bodies.checked)


@correcting.patch("/articles/<path:id>", responses={200: resources.Changes})
def patch_article(path: ArticlePath, query: WhoseTried, header: Conditions, body: ArticleCorrection) -> Response:
    """Correct when an article appeared, its time zone or its source; all that depends on it follows.

    If-Match has the article's ETag: 428 where it is missing, 412 where the article has changed since.
    """
    seen = library.get(database(), path.id, query.collection)
    _unchanged(seen, header.if_match)
    said = _said(body)
    found = redating.correct(
        database(), seen.collection, seen.id, said, _by(body.why), dry_run=query.dry_run, seen=seen
    )
    return answers.answer(changes.written(found, dry_run=query.dry_run))


@correcting.patch("/sources", responses={200: resources.Changes})
def patch_source(query: Tried, body: SourceCorrection) -> Response:
    """Correct what is known of a source; all that depends on it follows, in every article of it."""
    by, said = _by(body.why), _said(body)
    found = sources.correct(database(), body.collection, body.name, said, by, dry_run=query.dry_run)
    return answers.answer(changes.written(found, dry_run=query.dry_run))


def _said(body: ArticleCorrection | SourceCorrection) -> dict[Corrected, str | None]:
    """What the body says of what can be corrected, null where it takes something back."""
    given = body.model_dump(include=body.model_fields_set)
    return {what: given[what.value] for what in Corrected if what.value in given}


def _by(why: str) -> By:
    return By(keyed.who(), why, now())


def _unchanged(seen: Article, tag: str | None) -> None:
    """Refuse what was not read, or was read before the article changed."""
    if tag is None:
        raise Unconditional("Send the article's ETag in If-Match, so that nobody's correction is lost unseen.")
    response = answers.answer(texts.whole(seen))
    response.add_etag()
    if not request.if_match.contains(response.get_etag()[0] or ""):
        raise Changed("The article has changed since you read it; read it again.")
