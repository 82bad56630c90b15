"""What every response says about itself: what a browser may do with it, and whether it has changed."""

from typing import Final

from flask import Flask, Response, request

_CONTENT: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
)
"""One script and one stylesheet, both files of this host; images for the script that turns the drawing into one."""
POLICY: Final = _CONTENT + "frame-ancestors 'none'"
_FRAMED: Final = _CONTENT + "frame-ancestors *"
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def install(app: Flask) -> None:
    """Send the security headers with everything, and an ETag with what can be read again."""
    app.after_request(_secured)


def framed(response: Response) -> Response:
    """Let other sites show this page in a frame of theirs: it only reads, and has nothing to be clicked by mistake."""
    response.headers["Content-Security-Policy"] = _FRAMED
    response.headers["X-Frame-Options"] = ""
    return response


def asking(response: Response) -> Response:
    """Let the script of this page ask this host how something stands."""
    response.headers["Content-Security-Policy"] = POLICY + "; connect-src 'self'"
    return response


def _secured(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if not response.headers["X-Frame-Options"]:
        del response.headers["X-Frame-Options"]
    if request.method not in {"GET", "HEAD"} or response.status_code != 200 or response.is_streamed:
        return response
    response.headers.setdefault("Cache-Control", "no-cache")
    response.add_etag()
    response.make_conditional(request)
    return response
