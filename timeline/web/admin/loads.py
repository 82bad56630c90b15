"""Loading from the pages: what is pasted, handed over or named is taken, and its jobs can be watched."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from timeline.core.load import Load, LoadState
from timeline.services import collections
from timeline.services import loads as jobs
from timeline.web import headers
from timeline.web.admin import signed, taking
from timeline.web.admin.forms import again, typed
from timeline.web.api import answers
from timeline.web.api import jobs as written
from timeline.web.state import database, now, state

OVER = frozenset({LoadState.DONE, LoadState.FAILED, LoadState.CANCELLED})
_PAGE = 50
_LARGEST = 2**63 - 1

loads = Blueprint("loads", __name__)
loads.before_request(signed.needs("load"))


@loads.get("/load")
def page() -> str:
    """Where to load."""
    found = collections.listed(database())
    return render_template("admin/load.html", collections=found, chosen=request.args.get("collection", ""))


@loads.post("/load")
@again(page)
def load() -> Redirect:
    """Take one article at once, or files and addresses as jobs."""
    return redirect(taking.take(), 303)


@loads.post("/collections")
@again(page)
def make() -> Redirect:
    """Make an empty collection, and go where it is filled."""
    title = typed("title")
    slug = taking.slug(typed("slug") or title)
    made = collections.create(database(), slug, title, typed("about"), typed("zone") or "UTC")
    return redirect(url_for("manage.loads.page", collection=made.slug), 303)


@loads.get("/jobs")
def listed() -> str:
    """The jobs, the newest first."""
    found = jobs.listed(database(), _PAGE + 1, _number("before"))
    following = found[_PAGE - 1].number if len(found) > _PAGE else None
    return render_template("admin/jobs.html", jobs=found[:_PAGE], following=following)


@loads.get("/jobs/<int:number>")
def job(number: int) -> Response:
    """How a load stands, and what could not be loaded."""
    after = _number("after")
    found = jobs.get(database(), _known(number))
    problems = jobs.problems(database(), number, _PAGE + 1, -1 if after is None else after)
    following = problems[_PAGE - 1].number if len(problems) > _PAGE else None
    told = {"job": found, "problems": problems[:_PAGE], "following": following, "running": found.state not in OVER}
    return headers.asking(Response(render_template("admin/job.html", **told)))


@loads.get("/jobs/<int:number>.json")
def standing(number: int) -> Response:
    """How a load stands, for the script that watches it."""
    return answers.answer(written.written(jobs.get(database(), _known(number))))


@loads.post("/jobs/<int:number>/cancel")
def cancel(number: int) -> Redirect:
    """Take no more of a load."""
    found: Load = jobs.cancel(database(), _known(number), now())
    return redirect(url_for("manage.loads.job", number=found.number), 303)


@loads.app_context_processor
def _limits() -> dict[str, object]:
    return {"limits": state().settings}


def _number(name: str) -> int | None:
    """A number of the query, which says where a list goes on; what is none is left alone."""
    found = request.args.get(name, "")
    return int(found) if found.isascii() and found.isdigit() and int(found) <= _LARGEST else None


def _known(number: int) -> int:
    """A number that the database can look for: one beyond it is no job either."""
    return min(number, _LARGEST)
