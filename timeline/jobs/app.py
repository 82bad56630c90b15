"""The jobs."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from procrastinate import App, PsycopgConnector, RetryStrategy

from timeline.errors import Unavailable
from timeline.services import reading
from timeline.services.database import Database
from timeline.services.later import CATCH_UP
from timeline.settings import Settings

_RETRY: Final = RetryStrategy(max_attempts=5, exponential_wait=3, retry_exceptions={Unavailable})
"""After 3, 9, 27, 81 and 243 seconds: a database that is being restarted is back by then."""
_CONNECTIONS: Final = 3
"""One that listens for new jobs, one that fetches them, one that reports."""
_NIGHTLY: Final = "30 3 * * *"
_KEPT_HOURS: Final = 24 * 30
_OFTEN: Final = "*/5 * * * *"
RESCUE: Final = "timeline.rescue"


def app(database: Database, settings: Settings) -> App:
    """The queue on this database, with all its jobs."""
    connector = PsycopgConnector(conninfo=database.address, min_size=1, max_size=_CONNECTIONS)
    made = App(connector=connector)
    made.task(name=CATCH_UP, retry=_RETRY)(_catch_up(database, settings))
    made.periodic(cron=_NIGHTLY)(made.task(name="timeline.forget", pass_context=True)(_forget))
    made.periodic(cron=_OFTEN)(made.task(name=RESCUE, pass_context=True)(_rescue))
    return made


def _catch_up(database: Database, settings: Settings) -> Callable[[str], int]:
    def catch_up(collection: str) -> int:
        """Read a collection's unread articles and derive its events anew; how many were read."""
        return reading.catch_up(database, collection, datetime.now(UTC), settings.model)

    return catch_up


async def _rescue(context: Any, timestamp: int) -> None:  # noqa: ARG001 - what Procrastinate hands to a periodic job
    """Give the jobs of workers that died back to the queue: else they stand at 'doing' and hold their locks."""
    for job in await context.app.job_manager.get_stalled_jobs():
        await context.app.job_manager.retry_job(job)


async def _forget(context: Any, timestamp: int) -> None:  # noqa: ARG001 - what Procrastinate hands to a periodic job
    """Remove jobs that ended a month ago; failed ones stay, to be looked into."""
    await context.app.job_manager.delete_old_jobs(nb_hours=_KEPT_HOURS)
