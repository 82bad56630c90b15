"""Jobs: the part of the admin API that says how loads of many articles stand."""

from collections.abc import Sequence
from typing import Any

from flask import Response, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import Field

from timeline.core.load import Load, Problem
from timeline.services import loads
from timeline.web import cursors
from timeline.web.api import answers, keyed, resources
from timeline.web.api.requests import Limited, Nothing, Request
from timeline.web.state import database, now, state

jobs = APIBlueprint(
    "jobs",
    __name__,
    url_prefix="/api/v1/admin/jobs",
    abp_responses=answers.PROBLEMS,
    abp_tags=[Tag(name="Jobs")],
    abp_security=[{"key": ["load"]}],
)
jobs.before_request(keyed.needs("load"))


class JobPath(Request):
    """The path of a job."""

    id: int = Field(ge=0, le=2**63 - 1, description="The job's number")


@jobs.get("", responses={200: resources.Jobs})
def get_jobs(query: Limited) -> Response:
    """The loads of all collections, the newest first."""
    found = loads.listed(database(), query.limit + 1, cursors.number(state().signing_key, "jobs", query.cursor))
    following, links = _following(found, query, "jobs", "jobs.get_jobs")
    listed = [written(load) for load in found[: query.limit]]
    return answers.linked(answers.answer(resources.Jobs(jobs=listed, next=following)), links)


@jobs.get("/<int:id>", responses={200: resources.Job})
def get_job(path: JobPath, query: Nothing) -> Response:  # noqa: ARG001 - so that unknown parameters are refused
    """How a load stands."""
    return answers.answer(written(loads.get(database(), path.id)))


@jobs.delete("/<int:id>", responses={200: resources.Job})
def delete_job(path: JobPath, query: Nothing) -> Response:  # noqa: ARG001 - as above
    """Cancel a load: no more of it is stored. What was stored stays, and is read."""
    return answers.answer(written(loads.cancel(database(), path.id, now())))


@jobs.get("/<int:id>/problems", responses={200: resources.JobProblems})
def get_problems(path: JobPath, query: Limited) -> Response:
    """The items that could not be loaded, each with its line or file and the reason."""
    lister = f"job {path.id}"
    after = cursors.number(state().signing_key, lister, query.cursor)
    found = loads.problems(database(), path.id, query.limit + 1, -1 if after is None else after)
    following, links = _following(found, query, lister, "jobs.get_problems", id=path.id)
    problems = [
        resources.JobProblem(where=one.where, why=one.why, again=one.again.isoformat() if one.again else None)
        for one in found[: query.limit]
    ]
    return answers.linked(answers.answer(resources.JobProblems(problems=problems, next=following)), links)


def _following(
    found: Sequence[Load | Problem], query: Limited, lister: str, endpoint: str, **path: Any
) -> tuple[str | None, dict[str, str]]:
    """The cursor of the next page and the link to it, where one more was found than is given."""
    if len(found) <= query.limit:
        return None, {}
    cursor = cursors.numbered(state().signing_key, lister, found[query.limit - 1].number)
    return cursor, {"next": url_for(endpoint, limit=query.limit, cursor=cursor, **path)}


def written(load: Load) -> resources.Job:
    """A load as a resource."""
    counts = load.counts
    return resources.Job(
        id=load.number,
        collection=load.collection,
        name=load.name,
        who=load.who,
        state=load.state,
        counts=resources.JobCounts(
            items=counts.items,
            new=counts.new,
            changed=counts.changed,
            unchanged=counts.unchanged,
            failed=counts.failed,
            unread=counts.unread,
            waiting=counts.waiting,
        ),
        added=load.added.isoformat(),
        ended=load.ended.isoformat() if load.ended else None,
        failure=load.failure or None,
        links={
            "self": url_for("jobs.get_job", id=load.number),
            "problems": url_for("jobs.get_problems", id=load.number),
            "collection": url_for("api.get_collection", slug=load.collection),
            "events": url_for("api.get_events", slug=load.collection),
        },
    )
