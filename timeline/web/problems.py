"""Every error as a problem (RFC 9457), from one table; a person who asked for a page gets the same words as a page."""

import json
import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from timeline.errors import (
    Changed,
    Conflict,
    Forbidden,
    Invalid,
    NotAllowed,
    NotFound,
    TimelineError,
    TooLarge,
    TooMany,
    Unavailable,
)

MEDIA_TYPE: Final = "application/problem+json"
_log: Final = logging.getLogger(__name__)


class Malformed(TimelineError):
    """The request itself cannot be read: its JSON, its query parameters, its cursor."""


class Unacceptable(Invalid):
    """Several fields are to blame at once; each has its own sentence."""

    def __init__(self, blamed: tuple[tuple[str, str], ...]) -> None:
        field, message = blamed[0]
        super().__init__(message, field=field)
        self.blamed = blamed


class Stale(TimelineError):
    """A form that this browser was not given, or was given to someone else."""


class Unconditional(TimelineError):
    """A change must say what was seen."""


class TooOften(TimelineError):
    """One request more than a caller may make in a minute."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: the status, the name in the type's address, the title that is the same every time."""

    status: int
    name: str
    title: str


KINDS: Final[dict[type[TimelineError], Kind]] = {
    Malformed: Kind(400, "malformed", "The request cannot be read"),
    NotAllowed: Kind(401, "no-key", "A key is needed"),
    Forbidden: Kind(403, "scope", "The key may not do this"),
    Stale: Kind(403, "stale-form", "This form cannot be accepted"),
    NotFound: Kind(404, "not-found", "There is no such thing here"),
    Changed: Kind(412, "changed", "What is to be changed has changed"),
    Unconditional: Kind(428, "no-condition", "It must be said what was seen"),
    Conflict: Kind(409, "conflict", "This contradicts what is stored"),
    TooLarge: Kind(413, "too-large", "This is larger than the service reads"),
    Invalid: Kind(422, "invalid", "A field cannot be accepted"),
    TooMany: Kind(429, "too-many", "This was asked too often"),
    TooOften: Kind(429, "too-often", "These are too many requests"),
    Unavailable: Kind(503, "unavailable", "The database does not answer"),
}
_REMEDIES: Final = {
    404: "Nothing is served at this address; /api/docs lists what is.",
    405: "This address does not take that method.",
    413: "The request is larger than the service reads.",
    415: "Say what the body is, in the header Content-Type: application/json; many articles may also come as "
    "application/x-ndjson, text/csv and the like.",
}
_OURS: Final = "The service made a mistake; it has been logged. Trying again later may help."
_RETRY_SECONDS: Final = "5"


def install(app: Flask) -> None:
    """Answer every error of this application with a problem."""
    app.register_error_handler(TimelineError, _domain)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def kind_of(error: TimelineError) -> Kind:
    """The row for an error; in a query a field that cannot be accepted makes the request unreadable."""
    found = next(kind for kind in type(error).__mro__ if kind in KINDS)
    return KINDS[Malformed if found is Invalid and request.method in {"GET", "HEAD"} else found]


def _domain(error: TimelineError) -> Response:
    kind = kind_of(error)
    blamed = error.blamed if isinstance(error, Unacceptable) else ((error.field, error.message),) if error.field else ()
    response = _problem(kind.status, f"/api/docs#{kind.name}", kind.title, error.message, blamed)
    if kind.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="timeline"'
    if kind.status == HTTPStatus.SERVICE_UNAVAILABLE:
        _log.warning("unavailable: %s", error.message)
        response.headers["Retry-After"] = _RETRY_SECONDS
    return response


def _http(error: HTTPException) -> Response | HTTPException:
    """What Flask itself refuses, with the headers it asks for (Allow); redirects are no errors."""
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if error.response is not None or status < HTTPStatus.BAD_REQUEST:
        return error
    detail = _REMEDIES.get(status) or error.description or HTTPStatus(status).phrase
    response = _problem(status, "about:blank", HTTPStatus(status).phrase, detail, ())
    response.headers.extend((name, value) for name, value in error.get_headers() if name != "Content-Type")
    return response


def _unforeseen(error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.path, exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return _problem(status, "about:blank", status.phrase, _OURS, ())


def _problem(status: int, kind: str, title: str, detail: str, blamed: tuple[tuple[Any, str], ...]) -> Response:
    problem: dict[str, Any] = {"type": kind, "title": title, "status": int(status), "detail": detail}
    problem["instance"] = request.path
    if blamed:
        problem["errors"] = [{"field": field, "message": message} for field, message in blamed]
    if _wants_a_page():
        return make_response(render_template("problem.html", problem=problem), status)
    return Response(json.dumps(problem, ensure_ascii=False), status, content_type=MEDIA_TYPE)


def _wants_a_page() -> bool:
    if request.path.startswith("/api/"):
        return False
    return request.accept_mimetypes.best_match([MEDIA_TYPE, "text/html"]) == "text/html"
