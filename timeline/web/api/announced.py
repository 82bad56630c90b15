"""The headers of the API, as its document announces them."""

from typing import Any, Final

Operation = dict[str, Any]

_QUOTA: Final = ("RateLimit", "RateLimit-Policy", "X-Request-ID")
_TAKEN: Final = {"get": "If-None-Match", "post": "Idempotency-Key"}
_REFUSED: Final = (*_QUOTA, "Retry-After")

_SENT: Final[dict[str, dict[str, Any]]] = {
    "If-None-Match": {
        "description": "The ETag of an answer that you have: 304, without a body, where it has not changed",
        "schema": {"type": "string"},
        "example": '"0ff6a1c5b2e84d5e9c3f7a1b2c3d4e5f60718293"',
    },
    "Idempotency-Key": {
        "description": "A name that you make up for this request, such as a UUID. Sent again with it, the request is "
        "not done again: it gets the answer that it got before, for a day. 422 where another request had it, 409 while "
        "the first one is still at work",
        "schema": {"type": "string", "minLength": 1, "maxLength": 255},
        "example": "7f3c2c1e-4a55-4a0e-9d0e-6f7b8a90b1c2",
    },
}
_GIVEN: Final[dict[str, dict[str, Any]]] = {
    "ETag": {
        "description": "Another whenever the answer is another: for If-None-Match, and for If-Match where an article "
        "is corrected",
        "schema": {"type": "string"},
    },
    "Link": {
        "description": 'The next page, rel="next", as RFC 8288 writes it; none on the last one',
        "schema": {"type": "string"},
    },
    "Location": {"description": "Where it is", "schema": {"type": "string"}},
    "Idempotency-Replayed": {
        "description": '"true" where this is the answer to an earlier request of the same Idempotency-Key',
        "schema": {"type": "string"},
    },
    "RateLimit": {
        "description": "How many requests are left (r), and in how many seconds all of them are there again (t). Not "
        "sent where the service has no limit",
        "schema": {"type": "string"},
        "example": '"minute";r=598;t=1',
    },
    "RateLimit-Policy": {
        "description": "How many requests (q) one key or address may make in how many seconds (w)",
        "schema": {"type": "string"},
        "example": '"minute";q=600;w=60',
    },
    "Retry-After": {
        "description": "With 429 and 503: seconds to wait",
        "schema": {"type": "string", "pattern": "^[0-9]+$"},
        "example": "5",
    },
    "X-Request-ID": {
        "description": "The request's id, by which the log of the service has it; yours, where you sent one",
        "schema": {"type": "string"},
    },
}
COMPONENTS: Final = _GIVEN


def headers(method: str, operation: Operation) -> None:
    """Add to an operation what it takes and gives in headers."""
    if method in _TAKEN:
        name = _TAKEN[method]
        operation.setdefault("parameters", []).append({"name": name, "in": "header", "required": False, **_SENT[name]})
    if method == "get":
        operation["responses"]["304"] = {"description": "It has not changed; there is no body"}
    for status, response in operation["responses"].items():
        response["headers"] = {
            name: {"$ref": f"#/components/headers/{name}"} for name in _of(method, status, operation)
        }


def _of(method: str, status: str, operation: Operation) -> tuple[str, ...]:
    """The headers of an answer."""
    if not status.startswith(("2", "3")):
        return _REFUSED
    if method == "post":
        return (*_QUOTA, "Location", "Idempotency-Replayed")
    if method != "get":
        return _QUOTA
    paged = status == "200" and any(one["name"] == "cursor" for one in operation.get("parameters", []))
    return (*_QUOTA, "ETag", "Link") if paged else (*_QUOTA, "ETag")
