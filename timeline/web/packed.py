"""Answers packed with gzip for those who take it.

The packed form has an ETag of its own (RFC 9110, 8.8.3.3), which is that of the plain one with a mark; conditions that
name it are taken for the plain one's, so that it does not matter in which form something was read.
"""

import gzip
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from flask import Flask, Response, request

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_LEAST: Final = 1400
"""Bytes that one packet of a network takes anyway."""
_LEVEL: Final = 5
_MARK: Final = "-gzip"
_TEXTS: Final = ("text/", "application/json", "application/problem+json", "application/ld+json", "image/svg+xml")
_MORE: Final = ("application/x-ndjson", "application/atom+xml")
_CONDITIONS: Final = ("HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH")


def install(app: Flask) -> None:
    """Pack answers. To be installed first: what is done to an answer last is done by the first."""
    app.after_request(_packed)
    app.wsgi_app = _plain(app.wsgi_app)  # type: ignore[assignment, method-assign]


def _plain(inner: "WSGIApplication") -> "WSGIApplication":
    """Before anything else, take conditions on a packed form for those on the plain one."""

    def served(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        for name in _CONDITIONS:
            if name in environ:
                environ[name] = environ[name].replace(f'{_MARK}"', '"')
        return inner(environ, start)

    return served


def _packed(response: Response) -> Response:
    text = (response.mimetype or "").startswith((*_TEXTS, *_MORE))
    if not text or response.is_streamed or response.direct_passthrough:
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] <= 0 or "Content-Encoding" in response.headers:
        return response
    tag, weak = response.get_etag()
    if response.status_code != 304:
        data = response.get_data()
        if len(data) < _LEAST:
            return response
        response.set_data(gzip.compress(data, _LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    if tag:
        response.set_etag(tag + _MARK, weak=bool(weak))
    return response
