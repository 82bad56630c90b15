"""The worker: runs jobs until it is told to stop, and outlives a database that is away for a while."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress
from contextvars import ContextVar
from time import perf_counter
from typing import Any, Final

from procrastinate import JobContext
from procrastinate.exceptions import ProcrastinateException
from procrastinate.middleware import AsyncCallNext

from timeline import journal
from timeline.errors import Unavailable
from timeline.jobs.app import app
from timeline.services import queued
from timeline.services.database import Database
from timeline.settings import Settings

PATIENCE: Final = 20.0
"""Seconds after which a worker that was not heard of counts as dead, and its jobs are given to others."""
_BEATS: Final = 4
"""How often in that time a worker makes itself heard, and looks for what it has lost: its database, and jobs that wait
again and were not announced."""

_JOB: Final[ContextVar[dict[str, Any]]] = ContextVar("job")
"""What the job that runs is, for the log."""

log = logging.getLogger(__name__)


def tell(kind: str) -> None:
    """Log each job and what goes wrong, as "json" or "text"; only what goes wrong where nothing is said."""
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)  # it says every second that the server is away
    if kind:
        journal.configure(kind, lambda: _JOB.get({}), "procrastinate")
    else:
        logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)


def work(database: Database, settings: Settings, patience: float = PATIENCE) -> None:
    """Run jobs until SIGINT or SIGTERM; a job that runs then is finished first."""
    asyncio.run(_work(database, settings, patience))


def drain(database: Database, settings: Settings) -> None:
    """Run jobs until none is left."""
    app(database, settings).run_worker(
        wait=False, listen_notify=False, install_signal_handlers=False, worker_middleware=[_logged]
    )


async def _work(database: Database, settings: Settings, patience: float) -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    rescuing = asyncio.create_task(_rescue(database, patience))
    while not told.is_set():
        await _run(database, settings, told, patience)
        with suppress(TimeoutError):
            await asyncio.wait_for(told.wait(), patience / _BEATS)
    rescuing.cancel()


async def _rescue(database: Database, patience: float) -> None:
    """Look for jobs of dead workers as often as workers make themselves heard."""
    while True:
        with suppress(Unavailable):
            await asyncio.to_thread(queued.rescue, database, patience)
        await asyncio.sleep(patience / _BEATS)


async def _run(database: Database, settings: Settings, told: asyncio.Event, patience: float) -> None:
    """One run: until told to stop, or until the connection is lost, which to Procrastinate is the end of its work."""
    running = asyncio.create_task(_one_run(database, settings, patience))
    stopping = asyncio.create_task(told.wait())
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not told.is_set():
        log.warning("The worker lost its database; it tries again every %s seconds.", patience / _BEATS)
    for task in (stopping, running):
        task.cancel()
    with suppress(asyncio.CancelledError, ProcrastinateException):
        await running


async def _one_run(database: Database, settings: Settings, patience: float) -> None:
    made = app(database, settings)
    async with made.open_async():
        await made.run_worker_async(
            install_signal_handlers=False,
            fetch_job_polling_interval=patience / _BEATS,
            update_heartbeat_interval=patience / _BEATS,
            stalled_worker_timeout=patience,
            worker_middleware=[_reported],
        )


async def _reported(run: AsyncCallNext, context: JobContext, worker: Any) -> Any:
    """Run a job, and log it. A worker that then cannot say what became of it stops, to begin anew: while it makes
    itself heard, the job would count as one that it is at, for ever. worker is Procrastinate's, whose methods have no
    types."""

    def look(ended: asyncio.Future[Any]) -> None:
        if ended.cancelled() or ended.exception():
            worker.stop()

    processing = asyncio.current_task()
    assert processing is not None
    processing.add_done_callback(look)
    return await _logged(run, context)


async def _logged(run: AsyncCallNext, context: JobContext, _: Any = None) -> Any:
    """Run a job with its number in all that is logged meanwhile, and say how long it took."""
    _JOB.set({"job": context.job.id, "task": context.job.task_name})
    begun, ended = perf_counter(), "failed"
    try:
        given = await run()
        ended = "done"
        return given
    finally:
        took = round((perf_counter() - begun) * 1000, 1)
        log.info("%s %s in %s ms", context.job.task_name, ended, took, extra={"facts": {"milliseconds": took}})
