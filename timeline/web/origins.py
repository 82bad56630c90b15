"""Which other sites' scripts may use the API from a browser (the Fetch standard, CORS): those that a setting names."""

from collections.abc import Collection
from typing import Final

from flask import Flask, Response, request

_API: Final = "/api/"
_SENT: Final = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match"
_TOLD: Final = "ETag, Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After"
_METHODS: Final = "GET, HEAD, POST, PATCH, DELETE"
_KEPT: Final = "600"


def install(app: Flask, origins: Collection[str]) -> None:
    """Let the scripts of these sites ask, "*" for those of all. No cookies are sent along: a key is what says who."""
    if not origins:
        return

    def asked() -> Response | None:
        """What a browser asks before it asks, which has no key with it."""
        before = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        return Response(status=204) if before and request.path.startswith(_API) else None

    def allowed(response: Response) -> Response:
        if request.path.startswith(_API):
            response.vary.add("Origin")
            origin = request.headers.get("Origin", "")
            if origin and ("*" in origins or origin in origins):
                response.headers["Access-Control-Allow-Origin"] = "*" if "*" in origins else origin
                response.headers["Access-Control-Expose-Headers"] = _TOLD
                if request.method == "OPTIONS":
                    response.headers["Access-Control-Allow-Methods"] = _METHODS
                    response.headers["Access-Control-Allow-Headers"] = _SENT
                    response.headers["Access-Control-Max-Age"] = _KEPT
        return response

    app.before_request(asked)
    app.after_request(allowed)
