"""A worker in a process of its own outlives the loss of its connections, and stops when it is told to."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest
from procrastinate.exceptions import ConnectorException
from procrastinate.manager import JobManager

from tests.builders import a_collection
from timeline.jobs import worker
from timeline.services import queued
from timeline.settings import Settings
from timeline.storage import embedded, queue
from timeline.storage.database import Database
from timeline.storage.embedded import Server

PATIENCE = 60


def wait_for(database: Database, job: int) -> None:
    deadline = monotonic() + PATIENCE
    while _state(database, job) != "succeeded":
        assert monotonic() < deadline
        sleep(0.1)


def _state(database: Database, job: int) -> str:
    with database.begin() as session:
        found = queue.state(session, job)
    return found[0] if found else ""


def cut_connections(server: Server, database: Database) -> None:
    """End all connections to the database, as a restart of the server would."""
    with psycopg.connect(embedded.libpq(server.url.set(database="postgres")), autocommit=True) as connection:
        name = database.engine.url.database
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))


def test_a_worker_that_lost_its_database_comes_back(database: Database, database_url: str, server: Server) -> None:
    a_collection(database)
    command = [sys.executable, "-m", "timeline", "worker"]
    environment = {**os.environ, "TIMELINE_DATABASE_URL": database_url}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2]) as process:
        try:
            for _ in range(2):
                wait_for(database, queued.reread(database, "port"))
                cut_connections(server, database)
            process.terminate()
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0


def test_a_job_whose_end_could_not_be_told_is_begun_again(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    finish, told = JobManager.finish_job, []

    async def cut_off(self: JobManager, job: Any, *given: Any, **named: Any) -> None:
        told.append(job.id)
        if len(told) == 1:
            raise ConnectorException
        await finish(self, job, *given, **named)

    def stop() -> None:
        try:
            wait_for(database, job)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(JobManager, "finish_job", cut_off)
    job = queued.reread(database, "port")
    stopping = Thread(target=stop)
    stopping.start()
    worker.work(database, settings, patience=1)
    stopping.join()
    assert told.count(job) == 2
