"""How the service stands: for metrics, and for `timeline doctor`."""

from typing import Final

from timeline.core.standing import Jobs as Jobs
from timeline.core.standing import Standing as Standing
from timeline.storage import standing
from timeline.storage.database import Database

_PATIENCE: Final = 60.0
"""Seconds: three times as long as workers wait before they take a dead one's jobs (jobs.worker.PATIENCE)."""


def read(database: Database) -> Standing:
    """The queue's jobs by state, those that nobody takes up, and what is stored."""
    with database.begin() as session:
        return standing.read(session, _PATIENCE)
