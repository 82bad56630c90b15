"""The jobs: the services, by the names under which they are queued."""

from datetime import UTC, datetime
from typing import Any, Final

from procrastinate import App, JobContext, PsycopgConnector, RetryStrategy
from procrastinate.jobs import Job
from procrastinate.retry import RetryDecision

from timeline.errors import Unavailable
from timeline.jobs import feeds
from timeline.services import fetching, loads, queued
from timeline.services.database import Database
from timeline.settings import Settings

_CONNECTIONS: Final = 3
"""One that listens for new jobs, one that fetches them, one that reports."""
_NIGHTLY: Final = "30 3 * * *"
_KEPT_HOURS: Final = 24 * 30
_OFTEN: Final = "*/10 * * * *"


class _Retry(RetryStrategy):
    """Tries a job again; that a worker died over it is no try."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When, if at all."""
        tried = job.attempts - queued.deaths(job.priority)
        return super().get_retry_decision(exception=exception, job=job.evolve(attempts=tried))


_RETRY: Final = _Retry(max_attempts=12, exponential_wait=2, retry_exceptions={Unavailable})
"""After 2, 4, 8 seconds and so on, for an hour in all: a database that is being restarted is back by then."""


def app(database: Database, settings: Settings) -> App:
    """The queue on this database, with all its jobs."""
    made = App(connector=PsycopgConnector(conninfo=database.address, min_size=1, max_size=_CONNECTIONS))
    model, run = settings.model, fetching.run(settings)

    @made.task(name=loads.STORE, retry=_RETRY)
    def store(load: int) -> None:
        loads.store(database, load, _now(), settings.max_text, fetch=settings.fetch)

    @made.task(name=loads.FETCH, retry=_RETRY, pass_context=True)
    def fetch(context: JobContext, load: int, at: int) -> None:
        deaths = queued.deaths(context.job.priority)
        loads.fetch(database, load, at, run, _now(), settings.max_text, deaths)

    @made.periodic(cron=feeds.OFTEN)
    @made.task(name=feeds.POLL, queueing_lock=feeds.POLL)
    def poll_feeds(timestamp: int) -> None:  # noqa: ARG001 - what Procrastinate hands to a periodic job
        feeds.poll(database, settings)

    @made.task(name=queued.READ, retry=_RETRY, pass_context=True)
    def read(context: JobContext, collection: str, articles: list[str]) -> None:
        queued.read(database, collection, articles, queued.deaths(context.job.priority), _now(), model)

    @made.task(name=queued.DERIVE, retry=_RETRY)
    def derive(collection: str) -> None:
        queued.derive(database, collection, _now())

    @made.task(name=queued.REREAD, retry=_RETRY)
    def reread(collection: str) -> None:
        queued.hand_out(database, collection, model)

    @made.periodic(cron=_OFTEN)
    @made.task(name="timeline.take_up")
    def take_up(timestamp: int) -> None:  # noqa: ARG001 - what Procrastinate hands to a periodic job
        queued.take_up(database)

    made.periodic(cron=_NIGHTLY)(made.task(name="timeline.forget", pass_context=True)(_forget))
    return made


async def _forget(context: Any, timestamp: int) -> None:  # noqa: ARG001 - what Procrastinate hands to a periodic job
    """Remove jobs that ended a month ago; failed ones stay, to be looked into."""
    await context.app.job_manager.delete_old_jobs(nb_hours=_KEPT_HOURS)


def _now() -> datetime:
    return datetime.now(UTC)
