"""What the web processes log: a line for each request, each with the request's id; no query, no header, no text."""

import json
import logging
import re
import secrets
import sys
from datetime import UTC, datetime
from time import perf_counter
from typing import Any, Final
from urllib.parse import quote

from flask import Flask, Response, g, has_request_context, request

_HEADER: Final = "X-Request-ID"
_SOUND: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")
_DETAIL: Final = re.compile(r"\nDETAIL:.*?(?=\n\[SQL|\n\nThe above|\n\nDuring|\Z)", re.DOTALL)
"""What PostgreSQL adds to an error: the row that it refused, texts and all."""
_MISTAKES: Final = "timeline.web.problems"
_log: Final = logging.getLogger(__name__)


def install(app: Flask, kind: str) -> None:
    """Give every request an id, and log it as "json" or as "text"; only what goes wrong is logged where nothing is
    said, as Python does it."""
    logging.getLogger(_MISTAKES).addFilter(_discreet)
    if kind:
        _configure(kind)
    app.before_request(_begun)
    app.after_request(_answered)


def _configure(kind: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if kind == "json" else _Text("%(levelname)s %(name)s%(request)s %(message)s"))
    logger = logging.getLogger("timeline")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)


def _discreet(record: logging.LogRecord) -> bool:
    """Take out of a traceback what articles say; formatters write exc_text where it is there."""
    if record.exc_info:
        record.exc_text = _DETAIL.sub("", logging.Formatter().formatException(record.exc_info))
    return True


class _Json(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; what was logged as `extra={"facts": …}` has names of its own."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {"request": _id()} if _id() else {}
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["error"] = record.exc_text or self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


class _Text(logging.Formatter):
    """A record as a line for people."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the id of the request."""
        record.request = f" [{_id()}]" if _id() else ""
        return super().format(record)


def _id() -> str:
    return str(g.get("request_id", "")) if has_request_context() else ""


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
