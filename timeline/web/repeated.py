"""Idempotency-Key on POST (draft-ietf-httpapi-idempotency-key-header-07): sent again, a request gets the answer that it
got before, and is not done again."""

import hashlib
from typing import Final

from flask import Flask, Response, g, request

from timeline.services import idempotency
from timeline.services.idempotency import Answered
from timeline.web.api import keyed
from timeline.web.problems import Malformed
from timeline.web.state import database, now

HEADER: Final = "Idempotency-Key"
_LONGEST: Final = 255
_KEPT: Final = ("Content-Type", "Location", "Link")


def install(app: Flask, blueprints: tuple[str, ...]) -> None:
    """Look at the POST requests of these blueprints, which have asked for a key before: it is part of what is kept."""
    for name in blueprints:
        app.before_request_funcs.setdefault(name, []).append(_begun)
    app.after_request(_ended)


def _begun() -> Response | None:
    if request.method != "POST" or HEADER not in request.headers:
        return None
    own = f"{keyed.who()}\n{request.path}\n{_key()}"
    answered = idempotency.begin(database(), own, _digest(), now())
    if answered is None:
        g.repeatable = own
        return None
    response = Response(answered.body, answered.status, answered.headers)
    response.headers["Idempotency-Replayed"] = "true"
    return response


def _key() -> str:
    """The key, with or without the quotation marks that the draft asks for."""
    given = request.headers[HEADER].strip()
    if len(given) > 1 and given[0] == given[-1] == '"':
        given = given[1:-1]
    if not 0 < len(given) <= _LONGEST or not given.isascii() or not given.isprintable():
        raise Malformed(f"{HEADER} has 1 to {_LONGEST} letters, digits and signs of ASCII", field=HEADER)
    return given


def _digest() -> bytes:
    """Of the request: with its body where that is JSON. What is handed over as a file is known by its length alone, for
    it is streamed, and never held whole."""
    digest = hashlib.sha256(request.full_path.encode())
    digest.update(f"\n{request.mimetype}\n{request.content_length}\n".encode())
    if request.is_json:
        digest.update(request.get_data())
    return digest.digest()


def _ended(response: Response) -> Response:
    """Keep what succeeded; whatever else was answered, the request may be tried again."""
    own = g.pop("repeatable", None)
    if own is not None:
        headers = {name: response.headers[name] for name in _KEPT if name in response.headers}
        done = 200 <= response.status_code < 300
        idempotency.end(database(), own, Answered(response.status_code, headers, response.get_data()) if done else None)
    return response
