"""The revisions of an article, and what each changed: part of the reading half of the API."""

from flask import Response, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import Field

from timeline.core.mention import Report
from timeline.core.revision import ClaimChange, Comparison, Edit, Passage, Revision
from timeline.services import because
from timeline.services import revisions as kept
from timeline.web.api import answers, resources, writing
from timeline.web.api.requests import ArticlePath, Whose
from timeline.web.state import database

_MOST = 2**31 - 1

revisions = APIBlueprint(
    "revisions", __name__, url_prefix="/api/v1", abp_responses=answers.PROBLEMS, abp_tags=[Tag(name="Reading")]
)


class RevisionPath(ArticlePath):
    """The path of a revision."""

    number: int = Field(ge=1, le=_MOST, description="The revision's number: the first text of an article is 1")


@revisions.get("/articles/<path:id>/revisions", responses={200: resources.Revisions})
def get_revisions(path: ArticlePath, query: Whose) -> Response:
    """The texts that an article had, the first first. One is added whenever it is loaded with another text."""
    article, found = kept.listed(database(), path.id, query.collection)
    return answers.answer(
        resources.Revisions(
            article=article.id,
            collection=article.collection,
            revisions=[_revision(article.id, article.collection, one) for one in found],
            links=_links(article.id, article.collection),
        )
    )


@revisions.get("/articles/<path:id>/revisions/<number>/changes", responses={200: resources.RevisionChanges})
def get_changes(path: RevisionPath, query: Whose) -> Response:
    """What a revision changed of the one before: its sentences, and what became of each claim. 404 for the first."""
    return answers.answer(_changes(kept.changes(database(), path.id, path.number, query.collection)))


def _links(article: str, collection: str) -> dict[str, str]:
    views = {"article": "api.get_article", "revisions": "revisions.get_revisions"}
    return {name: url_for(view, id=article, collection=collection) for name, view in views.items()}


def _revision(article: str, collection: str, one: Revision) -> resources.Revision:
    changes = url_for("revisions.get_changes", id=article, number=one.number, collection=collection)
    return resources.Revision(
        number=one.number,
        title=one.title,
        digest=one.digest,
        recorded=one.recorded.isoformat(),
        characters=len(one.text),
        links={"changes": changes} if one.number > 1 else {},
    )


def _changes(found: Comparison) -> resources.RevisionChanges:
    return resources.RevisionChanges(
        article=found.article,
        collection=found.collection,
        before=_revision(found.article, found.collection, found.before),
        after=_revision(found.article, found.collection, found.after),
        title_changed=found.before.title != found.after.title,
        edits=[_edit(one) for one in found.edits],
        claims=None if found.claims is None else [_change(one) for one in found.claims],
        unread=list(found.unread),
        rules=list(found.rules),
        links=_links(found.article, found.collection),
    )


def _edit(one: Edit) -> resources.TextEdit:
    return resources.TextEdit(before=_passage(one.before), after=_passage(one.after), typographic=one.typographic)


def _passage(one: Passage) -> resources.Passage:
    return resources.Passage(start=one.start, end=one.end, text=one.text)


def _change(one: ClaimChange) -> resources.ClaimChange:
    return resources.ClaimChange(
        change=one.change,
        before=_claim(one.before) if one.before else None,
        after=_claim(one.after) if one.after else None,
        differences=[
            resources.ClaimDifference(about=each.about, before=each.before, after=each.after)
            for each in one.differences
        ],
    )


def _claim(report: Report) -> resources.RevisedClaim:
    told = report.mention
    return resources.RevisedClaim(
        title=told.title,
        status=told.status,
        start=told.start,
        end=told.end,
        quote=told.text,
        date=writing.date(report.interval),
        basis=report.basis,
        because=writing.steps(because.of_steps(report.derivation, (report,))),
    )
