"""The database for as long as a command runs. What a command needs is imported as it runs, so `--help` is quick."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from timeline.settings import Settings

if TYPE_CHECKING:
    from timeline.services.database import Database

_TERMINATED = 128 + signal.SIGTERM


@contextmanager
def opened(settings: Settings | None = None) -> Iterator["Database"]:
    """The database of the settings, by default those of the environment; closed also on SIGTERM."""
    from timeline.services import database

    before = signal.signal(signal.SIGTERM, _leave)
    found = database.open(settings or Settings.from_environment())
    try:
        yield found
    finally:
        found.close()
        signal.signal(signal.SIGTERM, before)


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a signal handler
    """End as a command does, so that the embedded server is left and not only forgotten."""
    sys.exit(_TERMINATED)
