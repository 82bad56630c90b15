"""Who is signed in in the browser that asks, by its cookie; and the tokens that its forms send along."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, g, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from timeline.services import keys, sessions
from timeline.services.keys import Key
from timeline.web.problems import Stale
from timeline.web.state import database, now

_COOKIE: Final = "timeline_session"
_LONGEST: Final = 100
FIELD: Final = "token"
"""The hidden field that every form has."""
_OPEN: Final = frozenset({"manage.home", "manage.sign_in", "manage.post_sign_in"})
"""What whoever is not signed in can see."""
_STALE: Final = (
    "This form is from before you signed in or out, or is not from here. Go back, reload the page, send it again."
)


def install(app: Flask) -> None:
    """Give the templates who is signed in and the token of forms; let no cache keep what only that person may see."""
    app.jinja_env.globals.update(signed=key, may=may, csrf=token)
    app.after_request(_kept)


def key() -> Key | None:
    """The key with which somebody signed in in this browser; None where nobody is."""
    if "signed" not in g:
        own = request.cookies.get(_COOKIE, "")
        g.signed = sessions.signed(database(), own, now()) if 0 < len(own) <= _LONGEST else None
    found: Key | None = g.signed
    return found


def may(scope: str) -> bool:
    """Whether somebody is signed in whose key is for this."""
    found = key()
    return found is not None and keys.may(found, scope)


def who() -> str:
    """The name of the key of whoever is signed in."""
    found = key()
    assert found is not None, "asked for in views that are for the signed in alone"
    return found.name


def token() -> str:
    """What the forms of this browser send along. One that has no cookie yet gets one with this answer."""
    return sessions.token(_cookie() or _give(sessions.fresh()))


def required() -> Redirect | None:
    """Send whoever is not signed in to where that is done; for before_request."""
    if key() is not None or request.endpoint in _OPEN:
        return None
    onward = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("manage.sign_in", next=onward), 303)


def checked() -> None:
    """Refuse a form that does not send along what this browser was given; for before_request."""
    if request.method == "POST" and not sessions.same(_cookie(), request.form.get(FIELD, "")):
        raise Stale(_STALE)


def needs(scope: str) -> Callable[[], None]:
    """Refuse whoever is signed in with a key that is not for this; for before_request."""

    def check() -> None:
        if found := key():
            keys.require(found, scope)

    return check


def sign_in(secret: str) -> None:
    """Sign in with a key, under another number than the browser had before."""
    fresh = sessions.sign_in(database(), secret, request.remote_addr or "", now())
    sessions.sign_out(database(), _cookie())
    _give(fresh)


def sign_out() -> None:
    """Sign out, and let the browser forget."""
    sessions.sign_out(database(), _cookie())
    _give("")


def onward(address: str) -> str:
    """Where to go after signing in: an address of this service, else the beginning."""
    parts = urlsplit(address.replace("\\", "/"))
    local = address.startswith("/") and not address.startswith("//") and not (parts.scheme or parts.netloc)
    return address if local and address.isprintable() and "\\" not in address else url_for("manage.home")


def _cookie() -> str:
    """The number that the browser sent, or is given now."""
    found: str = g.get("given", request.cookies.get(_COOKIE, ""))
    return found if len(found) <= _LONGEST else ""


def _give(number: str) -> str:
    g.given = number
    return number


def _kept(response: Response) -> Response:
    if "signed" in g:
        response.vary.add("Cookie")
    if g.get("signed") or "given" in g:
        response.headers["Cache-Control"] = "no-store"
    if g.get("given"):
        response.set_cookie(_COOKIE, g.given, secure=request.is_secure, httponly=True, samesite="Lax")
    elif "given" in g:
        response.delete_cookie(_COOKIE, secure=request.is_secure, httponly=True, samesite="Lax")
    return response
