"""Where the admin side begins: signing in and out, and what there is to do."""

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.core.decision import State
from timeline.services import collections, loads
from timeline.services import decisions as decided
from timeline.services.decisions import Query
from timeline.web.admin import forms, signed, taking, told
from timeline.web.admin.articles import articles
from timeline.web.admin.decisions import decisions
from timeline.web.admin.feeds import feeds
from timeline.web.admin.forms import again, typed
from timeline.web.admin.loads import loads as loading
from timeline.web.admin.sources import sources
from timeline.web.state import database

_NEWEST = 5

manage = Blueprint("manage", __name__, url_prefix="/admin")
manage.before_request(signed.required)
manage.before_request(taking.sized)
manage.before_request(signed.checked)
for blueprint in (loading, articles, sources, feeds, decisions):
    manage.register_blueprint(blueprint)


def install(app: Flask) -> None:
    """Add the admin pages, with what their templates and the reader's pages call."""
    app.jinja_env.filters.update(trusted=told.trusted)
    signed.install(app)
    forms.install(app)
    app.register_blueprint(manage)


def _sign_in() -> str:
    wanted = request.values.get("next", "") if request.endpoint != "manage.home" else ""
    return render_template("admin/sign-in.html", onward=signed.onward(wanted))


@manage.get("")
def home() -> str:
    """What to load, what is being loaded, and where to correct it; the way in for whoever is not signed in."""
    if not signed.key():
        return _sign_in()
    newest = loads.listed(database(), _NEWEST) if signed.may("load") else ()
    denied = decided.audit(database(), Query(state=State.CONTRADICTED, limit=1)).total if signed.may("curate") else 0
    return render_template("admin/home.html", collections=collections.listed(database()), jobs=newest, denied=denied)


@manage.get("/sign-in")
def sign_in() -> str | Response:
    """Where to sign in."""
    return redirect(url_for("manage.home"), 303) if signed.key() else _sign_in()


@manage.post("/sign-in")
@again(_sign_in)
def post_sign_in() -> Response:
    """Sign in with a key."""
    signed.sign_in(typed("key"))
    return redirect(signed.onward(typed("next")), 303)


@manage.post("/sign-out")
def sign_out() -> Response:
    """Sign out."""
    signed.sign_out()
    return redirect(url_for("pages.home"), 303)
