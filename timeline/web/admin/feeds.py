"""Subscribed feeds: what is polled, how that goes, and changing it."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from timeline.errors import Invalid
from timeline.services import collections, fetching
from timeline.services import feeds as subscriptions
from timeline.web.admin import signed
from timeline.web.admin.forms import again, typed
from timeline.web.state import database, now, state

feeds = Blueprint("feeds", __name__)
feeds.before_request(signed.needs("load"))


@feeds.get("/feeds")
def listed() -> str:
    """The feeds of all collections, or of one."""
    own = request.args.get("collection")
    found = subscriptions.listed(database(), own)
    told = {"feeds": found, "collections": collections.listed(database()), "own": own, "every": subscriptions.EVERY}
    return render_template("admin/feeds.html", fetches=state().settings.fetch, **told)


@feeds.post("/feeds")
@again(listed)
def subscribe() -> Response:
    """Have a feed polled."""
    said = (_minutes(typed("every")), typed("source"), typed("zone"), signed.who())
    wanted = subscriptions.wanted(typed("collection"), typed("url"), *said, now())
    subscriptions.subscribe(database(), fetching.policy(state().settings), wanted)
    return redirect(url_for("manage.feeds.listed"), 303)


@feeds.post("/feeds/remove")
@again(listed)
def remove() -> Response:
    """Poll a feed no more."""
    subscriptions.remove(database(), typed("url"), typed("collection"))
    return redirect(url_for("manage.feeds.listed"), 303)


@feeds.post("/feeds/pause")
@again(listed)
def pause() -> Response:
    """Let a feed rest, or be polled again."""
    subscriptions.pause(database(), typed("url"), typed("collection"), now(), paused=typed("act") == "pause")
    return redirect(url_for("manage.feeds.listed"), 303)


def _minutes(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= len(str(subscriptions.EVERY[-1]))):
        raise Invalid(f"'{written[:20]}' is no number of minutes", field="every")
    return int(written)
