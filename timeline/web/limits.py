"""How often one may ask: so many requests a minute, of one key or from one address. Each web process counts for itself,
and lets its share through: together they never let more through than was set.

The generic cell rate algorithm (ATM Forum, Traffic Management 4.0): one instant a caller, at which all that they asked
will have been worked off. The headers are those of draft-ietf-httpapi-ratelimit-headers-10: what is left, and in how
many seconds all of it is there again.
"""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from flask import Flask, Response, g, request

from timeline.web import access
from timeline.web.problems import TooOften

_WINDOW: Final = 60.0
_CALLERS: Final = 10_000
"""Those that asked last are remembered; a caller that is forgotten begins anew."""
_FREE: Final = ("/healthz", "/readyz", "/metrics", "/static/")


@dataclass
class Limit:
    """How many requests each caller may make in a minute, and how far each is."""

    quota: int
    _done: OrderedDict[str, float] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def take(self, caller: str, now: float) -> tuple[int, float]:
        """How many requests are left after this one, below zero where it is one too many, and in how many seconds all
        are there again, or this one would be."""
        each = _WINDOW / self.quota
        with self._lock:
            done = max(self._done.pop(caller, now), now)
            left = math.floor((_WINDOW - (done - now)) / each + 1e-9) - 1
            self._done[caller] = done + each if left >= 0 else done
            while len(self._done) > _CALLERS:
                self._done.popitem(last=False)
            return left, self._done[caller] - now if left >= 0 else done + each - now - _WINDOW


def share(quota: int | None, processes: int) -> int | None:
    """What one of so many processes may let through; at least one request a minute, None for no quota."""
    return quota and max(1, quota // processes)


def install(app: Flask, quota: int | None) -> None:
    """Refuse what is one request too many, and say with every answer how many are left; nothing without a quota."""
    if quota is None:
        return
    limit = Limit(quota)

    def check() -> None:
        if request.path.startswith(_FREE):
            return
        g.left, g.again = limit.take(_caller(), time.monotonic())
        if g.left < 0:
            raise TooOften(f"More than {quota} requests in a minute; wait as long as Retry-After says.")

    def told(response: Response) -> Response:
        if "left" in g:
            response.headers["RateLimit-Policy"] = f'"minute";q={quota};w={_WINDOW:.0f}'
            response.headers["RateLimit"] = f'"minute";r={max(g.left, 0)};t={math.ceil(g.again)}'
            if g.left < 0:
                response.headers["Retry-After"] = str(max(1, math.ceil(g.again)))
        return response

    app.before_request(check)
    app.after_request(told)


def _caller() -> str:
    """A key that is good has a quota of its own; whatever else is sent counts for the address that it came from."""
    found = access.key()
    return f"key {found.name}" if found else f"address {request.remote_addr}"
