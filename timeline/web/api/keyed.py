"""The key of a request: asked for before its body is read."""

from collections.abc import Callable
from typing import cast

from flask import g, request

from timeline.services import keys
from timeline.services.keys import Key
from timeline.web.state import database, now


def needs(scope: str) -> Callable[[], None]:
    """Refuse requests whose key may not do this; for before_request."""

    def check() -> None:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        g.key = keys.check(database(), secret.strip() if scheme.lower() == "bearer" else None, scope, now())

    return check


def who() -> str:
    """The name of the key with which this request was made."""
    return cast(Key, g.key).name
