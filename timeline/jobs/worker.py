"""The worker: runs jobs until it is told to stop, and outlives a database that is away for a while."""

import asyncio
import logging
import signal
from contextlib import suppress
from typing import Any, Final

from procrastinate import JobContext
from procrastinate.exceptions import ProcrastinateException
from procrastinate.middleware import AsyncCallNext

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

log = logging.getLogger(__name__)


def work(database: Database, settings: Settings, patience: float = PATIENCE) -> None:
    """Run jobs until SIGINT or SIGTERM; a job that runs then is finished first."""
    asyncio.run(_work(database, settings, patience))


def drain(database: Database, settings: Settings) -> None:
    """Run jobs until none is left."""
    app(database, settings).run_worker(wait=False, listen_notify=False, install_signal_handlers=False)


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


async def _reported(run: AsyncCallNext, _: JobContext, worker: Any) -> Any:
    """Run a job. A worker that then cannot say what became of it stops, to begin anew: while it makes itself heard,
    the job would count as one that it is at, for ever. worker is Procrastinate's, whose methods have no types."""

    def look(ended: asyncio.Future[Any]) -> None:
        if ended.cancelled() or ended.exception():
            worker.stop()

    processing = asyncio.current_task()
    assert processing is not None
    processing.add_done_callback(look)
    return await run()
