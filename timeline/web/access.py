"""Who asks, and whether they may read: everyone where reading is public, else whoever has a key or is signed in."""

from typing import Final

from flask import Flask, g, request

from timeline.errors import NotAllowed
from timeline.services import keys
from timeline.services.keys import Key
from timeline.web.admin import signed
from timeline.web.state import database, now

_OPEN: Final = ("/healthz", "/readyz", "/static/", "/admin")
"""What tells nothing of any collection, and the admin pages, which have a way in of their own."""
_PRIVATE: Final = "Reading needs a key here: `Authorization: Bearer …`; in a browser, sign in at /admin."


def install(app: Flask, *, public: bool) -> None:
    """Let only those read who may."""
    if not public:
        app.before_request(_required)


def key() -> Key | None:
    """The key that was sent with this request, where it is good."""
    if "sent" not in g:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        g.sent = _good(secret.strip()) if scheme.lower() == "bearer" else None
    found: Key | None = g.sent
    return found


def _good(secret: str) -> Key | None:
    try:
        return keys.check(database(), secret, None, now())
    except NotAllowed:
        return None


def _required() -> None:
    if request.path.startswith(_OPEN) or key() is not None or signed.key() is not None:
        return
    raise NotAllowed(_PRIVATE)
