"""Decisions: the part of the admin API by which people say what of a timeline is right, and take that back."""

from typing import Annotated, Any, Literal

from flask import Response, request, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BeforeValidator, ConfigDict, Field

from timeline.core.decision import Kind, State
from timeline.services import decisions as services
from timeline.services import written
from timeline.services.decisions import Asked, Entry, Query
from timeline.services.revised import By
from timeline.web import bodies, cursors
from timeline.web.api import answers, changes, keyed, resources
from timeline.web.api.correcting import Tried
from timeline.web.api.requests import Limited, Nothing, Request, Words, given
from timeline.web.state import database, now, state

decisions = APIBlueprint(
    "decisions",
    __name__,
    url_prefix="/api/v1/admin/decisions",
    abp_responses=answers.PROBLEMS,
    abp_tags=[Tag(name="Deciding")],
    abp_security=[{"key": ["curate"]}],
)
decisions.before_request(keyed.needs("curate"))
decisions.before_request(bodies.checked)


class DecisionPath(Request):
    """The path of a decision."""

    id: int = Field(ge=0, le=2**63 - 1, description="The decision's number")


class Sentence(Request):
    """A sentence that reports an event, as its mentions have it."""

    article: str = Field(description="The article's id")
    start: int = Field(ge=0, le=2**31 - 1, description="Where the sentence begins")


class NewDecision(Request):
    """What is decided, of which events."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"kind": "redate", "events": ["4q2mzkx7v3hq5jbd"], "date": "2024-11-04", "why": "the minutes"}
        }
    )

    kind: Kind = Field(
        description="accept: it is right as it is shown. hide: it is not to be shown. redate: it was at another time. "
        "merge: these events are one. split: some of its sentences are of another event. note: words to it"
    )
    events: list[str] = Field(min_length=1, max_length=50, description="The event; to merge, two or more")
    date: str = Field(
        "",
        max_length=100,
        description="To redate: EDTF, or a day or a time as printed, in the event's time zone; ../.. is not known",
    )
    mentions: list[Sentence] = Field(
        default_factory=list, max_length=1000, description="To split: the sentences that are of another event"
    )
    text: str = Field("", description="A note's words")
    public: bool = Field(False, description="Whether a note is for readers too")
    why: str = Field("", description="The reason, in a line; to hide, redate, merge and split it is needed")


class TakenBack(Tried):
    """How a decision is taken back."""

    why: str = Field("", description="The reason, in a line, which is kept beside that of the decision")


class Audited(Limited):
    """Which decisions are asked for."""

    collection: Words = Field(None, description="Only those of one collection")
    kind: Annotated[Kind | Literal["correct"] | None, BeforeValidator(given)] = Field(
        None, description="Only those of one kind; correct: corrections of articles and sources"
    )
    event: Words = Field(None, description="Only those of one event")
    state: Annotated[State | None, BeforeValidator(given)] = Field(None, description="Only those that stand so")


@decisions.post("", responses={201: resources.Decided, 200: resources.Decided})
def post_decision(query: Tried, body: NewDecision) -> Response:
    """Decide on events; all that depends on it follows, and is told. 200 in a dry run, of which nothing is kept.

    A decision outlives loading, new rules and merging. What speaks against it later is listed with it.
    """
    mentions = tuple((one.article, one.start) for one in body.mentions)
    asked = Asked(body.kind, tuple(body.events), body.date, mentions, body.text, body.public)
    found = services.decide(database(), asked, By(keyed.who(), body.why, now()), dry_run=query.dry_run)
    told = _told(found, dry_run=query.dry_run)
    if query.dry_run:
        return answers.answer(told)
    return answers.answer(told, 201, told.decision.links["self"])


@decisions.get("", responses={200: resources.Decisions})
def get_decisions(query: Audited) -> Response:
    """What people decided, and what they corrected of articles and sources, the newest first, with what was undone."""
    key, lister = state().signing_key, f"decisions {query.model_dump_json(exclude={'limit', 'cursor'})}"
    at = cursors.place(key, lister, query.cursor)
    narrowed = (query.collection or "", query.kind or "", query.event or "", query.state)
    found = services.audit(database(), Query(*narrowed, (at[0], at[1], at[2]) if at else None, query.limit))
    following = cursors.placed(key, lister, found.after) if found.after else None
    links = {"self": request.full_path.rstrip("?")}
    if following:
        again: dict[str, Any] = {**request.args, "cursor": following}
        links["next"] = url_for("decisions.get_decisions", **again)
    listed = [_written(entry) for entry in found.entries]
    body = resources.Decisions(decisions=listed, total=found.total, next=following, links=links)
    return answers.linked(answers.answer(body), links)


@decisions.get("/<int:id>", responses={200: resources.Decision})
def get_decision(path: DecisionPath, query: Nothing) -> Response:  # noqa: ARG001 - so that unknown parameters are refused
    """One decision, as it stands."""
    return answers.answer(_written(services.get(database(), path.id)))


@decisions.delete("/<int:id>", responses={200: resources.Decided})
def delete_decision(path: DecisionPath, query: TakenBack) -> Response:
    """Take a decision back; it stays on the list. 409 where it was taken back before."""
    by = By(keyed.who(), query.why, now())
    return answers.answer(_told(services.undo(database(), path.id, by, dry_run=query.dry_run), dry_run=query.dry_run))


def _told(found: services.Made, *, dry_run: bool) -> resources.Decided:
    return resources.Decided(decision=_written(found.entry), changes=changes.written(found.changes, dry_run=dry_run))


def _written(entry: Entry) -> resources.Decision:
    """What a person said, as a resource."""
    return resources.Decision.model_validate(
        {
            "id": entry.number,
            "collection": entry.collection,
            "kind": entry.kind,
            "who": entry.who,
            "why": entry.why,
            "recorded": entry.recorded.isoformat(),
            "state": entry.state,
            "said": entry.said,
            "reasons": list(entry.reasons),
            "undone": entry.undone.isoformat() if entry.undone else None,
            "undone_by": entry.undone_by or None,
            "undone_why": entry.undone_why or None,
            "events": [{"id": one.id, "title": one.title} for one in entry.events],
            "targets": [{"id": one.id, "title": one.title} for one in entry.targets],
            "date": written.date(entry.date) if entry.date else None,
            "text": entry.text or None,
            "public": entry.public,
            "article": entry.article,
            "source": entry.source,
            "what": entry.what,
            "value": entry.value,
            "links": _links(entry),
        }
    )


def _links(entry: Entry) -> dict[str, str]:
    """Where a decision is, and what was corrected."""
    links = {"collection": url_for("api.get_collection", slug=entry.collection)}
    if entry.number:
        links["self"] = url_for("decisions.get_decision", id=entry.number)
    if entry.article:
        links["article"] = url_for("api.get_article", id=entry.article, collection=entry.collection)
    return links
