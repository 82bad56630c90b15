"""Decisions about events from the pages: shown before they are kept, listed, and taken back."""

from typing import Any, Final

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.core.decision import Kind, State
from timeline.errors import Invalid
from timeline.services import collections, shown
from timeline.services import decisions as decided
from timeline.services.decisions import Asked, Query
from timeline.web import cursors
from timeline.web.admin import correcting, previews, signed
from timeline.web.admin.forms import again, refill, typed
from timeline.web.state import database, state

_KINDS: Final = (*(kind.value for kind in Kind), "correct")
_LISTER: Final = "decisions"
_PAGE: Final = 50
_ID: Final = 64
_LARGEST: Final = 2**63 - 1

decisions = Blueprint("decisions", __name__)
decisions.before_request(signed.needs("curate"))


@decisions.get("/events/<id>")
def event(id: str) -> str:  # noqa: A002 - an event's own word for it
    """One event, hidden ones too, with what can be decided of it."""
    return _page(id)


@decisions.post("/events/<id>")
@again(event)
def decide(id: str) -> Response:  # noqa: A002 - as above
    """Show what a decision changes, or keep it."""
    keep = correcting.keeps()
    made = decided.decide(database(), _asked(id), correcting.by(), dry_run=not keep)
    if keep:
        return redirect(url_for("manage.decisions.event", id=id, decided=made.entry.number), 303)
    refill()
    return Response(_page(id, previews.rows(made.changes, made.entry.collection)), mimetype="text/html")


@decisions.get("/decisions")
def listed() -> str:
    """What people decided and corrected, the newest first."""
    query = _query()
    found = decided.audit(database(), query)
    told: dict[str, Any] = {"query": query, "kinds": _KINDS, "states": list(State), "own": dict(request.args)}
    told["following"] = cursors.placed(state().signing_key, _LISTER, found.after) if found.after else None
    return render_template("admin/decisions.html", audit=found, collections=collections.listed(database()), **told)


@decisions.get("/decisions/<int:number>")
def decision(number: int) -> str:
    """One decision, and the form that takes it back."""
    return _own(number)


@decisions.post("/decisions/<int:number>/undo")
@again(decision)
def undo(number: int) -> Response:
    """Show what changes where a decision counts no more, or let it be so."""
    keep = correcting.keeps()
    made = decided.undo(database(), _known(number), correcting.by(), dry_run=not keep)
    if keep:
        return redirect(url_for("manage.decisions.decision", number=number, undone=1), 303)
    refill()
    return Response(_own(number, previews.rows(made.changes, made.entry.collection)), mimetype="text/html")


def _asked(event: str) -> Asked:
    kind = typed("kind")
    if kind not in set(Kind):
        raise Invalid(f"'{kind[:20]}' is none of {', '.join(Kind)}", field="kind")
    others = tuple(one.rstrip("/").rpartition("/")[2][:_ID] for one in typed("others").split())
    apart = tuple(map(_mention, request.form.getlist("apart")))
    return Asked(Kind(kind), (event, *others), typed("date"), apart, typed("text"), bool(typed("public")))


def _mention(written: str) -> tuple[str, int]:
    """('a/1', 120) of '120 a/1', which is what the boxes of the page say."""
    start, _, article = written.partition(" ")
    return article, int(start) if start.isascii() and start.isdigit() and len(start) < 10 else -1


def _query() -> Query:
    """What is asked for; what is none of the kinds or states is left alone."""
    kind, stands = request.args.get("kind", ""), request.args.get("state", "")
    after = cursors.place(state().signing_key, _LISTER, request.args.get("cursor"))
    return Query(
        collection=request.args.get("collection", ""),
        kind=kind if kind in _KINDS else "",
        event=request.args.get("event", ""),
        state=State(stands) if stands in set(State) else None,
        after=after,
        limit=_PAGE,
    )


def _known(number: int) -> int:
    """A number that the database can look for: one beyond it is no decision either."""
    return min(number, _LARGEST)


def _own(number: int, preview: tuple[previews.Change, ...] | None = None) -> str:
    return render_template("admin/decision.html", one=decided.get(database(), _known(number)), preview=preview)


def _page(id: str, preview: tuple[previews.Change, ...] | None = None) -> str:  # noqa: A002 - as above
    found = shown.event(database(), id, hidden=True)
    said = decided.audit(database(), Query(event=found.event.id, limit=_PAGE))
    told = {"event": found.event, "collection": found.collection, "articles": found.articles, "said": said}
    return render_template("admin/event.html", preview=preview, **told)
