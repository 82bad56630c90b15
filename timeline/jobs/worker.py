"""The worker: runs jobs until it is told to stop, and outlives a database that is away for a while."""

import asyncio
import logging
import signal
from contextlib import suppress
from typing import Final

from procrastinate.exceptions import ProcrastinateException

from timeline.jobs.app import app
from timeline.services.database import Database
from timeline.settings import Settings

_PAUSE: Final = 3
"""Seconds until a worker that lost its database looks for it again."""

log = logging.getLogger(__name__)


def work(database: Database, settings: Settings) -> None:
    """Run jobs until SIGINT or SIGTERM; a job that runs then is finished first."""
    asyncio.run(_work(database, settings))


def drain(database: Database, settings: Settings) -> None:
    """Run jobs until none is left."""
    app(database, settings).run_worker(wait=False, listen_notify=False, install_signal_handlers=False)


async def _work(database: Database, settings: Settings) -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    while not told.is_set():
        await _run(database, settings, told)
        with suppress(TimeoutError):
            await asyncio.wait_for(told.wait(), _PAUSE)


async def _run(database: Database, settings: Settings, told: asyncio.Event) -> None:
    """One run: until told to stop, or until the connection is lost, which to Procrastinate is the end of its work."""
    running = asyncio.create_task(_one_run(database, settings))
    stopping = asyncio.create_task(told.wait())
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not told.is_set():
        log.warning("The worker lost its database; it tries again every %s seconds.", _PAUSE)
    for task in (stopping, running):
        task.cancel()
    with suppress(asyncio.CancelledError, ProcrastinateException):
        await running


async def _one_run(database: Database, settings: Settings) -> None:
    made = app(database, settings)
    async with made.open_async():
        await made.run_worker_async(install_signal_handlers=False)
