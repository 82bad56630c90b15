"""A worker in a process of its own outlives the loss of its connections, and stops when it is told to."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import psycopg

from tests.builders import a_collection
from timeline.services import later
from timeline.storage import embedded
from timeline.storage.database import Database
from timeline.storage.embedded import Server

PATIENCE = 60


def wait_for(database: Database, job: int) -> None:
    deadline = monotonic() + PATIENCE
    while later.job(database, job).state != "succeeded":
        assert monotonic() < deadline
        sleep(0.1)


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
                wait_for(database, later.reread(database, "port"))
                cut_connections(server, database)
            process.terminate()
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0
