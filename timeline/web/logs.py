"""What the web processes log: a line for each request, each with the request's id; no query, no header, no text."""

import logging
import re
import secrets
from time import perf_counter
from typing import Any, Final
from urllib.parse import quote

from flask import Flask, Response, g, has_request_context, request

from timeline import journal

_HEADER: Final = "X-Request-ID"
_SOUND: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")
_MISTAKES: Final = "timeline.web.problems"
_log: Final = logging.getLogger(__name__)


def install(app: Flask, kind: str) -> None:
    """Give every request an id, and log it as "json" or as "text"; only what goes wrong is logged where nothing is
    said, as Python does it."""
    logging.getLogger(_MISTAKES).addFilter(journal.discreet)
    if kind:
        journal.configure(kind, _about)
    app.before_request(_begun)
    app.after_request(_answered)


def _about() -> dict[str, Any]:
    return {"request": g.request_id} if has_request_context() and "request_id" in g else {}


def _begun() -> None:
    """Keep the id that a proxy gave, where it is one; lines of a log cannot be made up by it."""
    given = request.headers.get(_HEADER, "")
    g.request_id = given if _SOUND.fullmatch(given) else secrets.token_hex(16)
    g.logged_from = perf_counter()


def _answered(response: Response) -> Response:
    if "request_id" in g:
        response.headers[_HEADER] = g.request_id
        path, status = quote(request.path, safe="/-._~"), response.status_code
        took = round((perf_counter() - g.logged_from) * 1000, 1)
        facts = {"method": request.method[:10], "path": path, "status": status, "milliseconds": took}
        _log.info("%s %s %s in %s ms", *facts.values(), extra={"facts": facts})
    return response
