"""The one table of exit codes."""

from typing import Final

from timeline.errors import Invalid, NotFound, TimelineError, Unavailable

DONE: Final = 0
FAILED: Final = 1
USAGE: Final = 2
SOME_FAILED: Final = 3
NOT_FOUND: Final = 4
NO_DATABASE: Final = 5
STOPPED: Final = 130
"""By Ctrl-C, as shells have it: 128 and the number of the signal."""

_CODES: Final[tuple[tuple[type[TimelineError], int], ...]] = (
    (Invalid, USAGE),
    (NotFound, NOT_FOUND),
    (Unavailable, NO_DATABASE),
)


def code(error: TimelineError) -> int:
    """The exit code that an error ends a command with."""
    return next((found for kind, found in _CODES if isinstance(error, kind)), FAILED)
