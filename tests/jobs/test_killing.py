"""Nothing is lost and nothing is doubled when workers are killed and the database crashes in the middle of a load."""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

import pytest
from sqlalchemy import text

from tests.builders import NOW, a_collection
from tests.made_stories import articles
from timeline.core.event import Event, Other
from timeline.core.load import Load, LoadState, Said
from timeline.errors import Unavailable
from timeline.ingest import files
from timeline.services import batches, loads, timelines
from timeline.settings import Settings
from timeline.storage import cluster, embedded, schema
from timeline.storage.database import Database
from timeline.storage.embedded import Server
from timeline.storage.tables import Row

SEEDS: Final = [int(seed) for seed in os.environ.get("TIMELINE_TEST_SEEDS", "1").split()]
"""Of which articles and which moments are drawn."""
ARTICLES: Final = 500
STORIES: Final = 5
DISTURBED: Final = 20
DERIVING: Final = 3
"""How many of the disturbances come while events are derived, at least."""
EVENTFUL: Final = 1.7 * ARTICLES
"""Up to how many items taken and articles read they come at random moments: what is left takes a second."""
PATIENCE: Final = 1.0
"""Seconds after which a worker counts as dead."""
LONGEST: Final = 0.3
"""Seconds from what is waited for to the disturbance, at most."""
DEADLINE: Final = 300.0
NAME: Final = "storm.ndjson"
BAD: Final = (
    b'{"id": "bad", "published": "2024-11-05"}\n',
    b"neither this nor that\n",
    b'{"text": "x", "published": "soon"}\n',
)
OF_LOADS: Final = {"loads", "load_parts", "load_problems", "load_articles", "event_redirects"}
"""What a load that ran as a job leaves beside articles and what follows from them; events that were derived before all
was read may have had other ids."""
DRAWN: Final = ["collection_id", "recorded", "added", "age", "event_id", "plan_id", "happening_id"]
"""Columns that differ from load to load."""


class Fleet:
    """Two workers and the server, all of which can be ended with force."""

    def __init__(self, server: Server, forker: "subprocess.Popen[str]") -> None:
        self.server, self.forker = server, forker
        self.workers: list[int] = []

    def start(self) -> None:
        """One worker more."""
        assert self.forker.stdin is not None
        assert self.forker.stdout is not None
        self.forker.stdin.write("\n")
        self.forker.stdin.flush()
        self.workers.append(int(self.forker.stdout.readline()))

    def kill(self, draw: random.Random) -> None:
        """Kill a worker; a new one is started."""
        os.kill(self.workers.pop(draw.randrange(len(self.workers))), signal.SIGKILL)
        self.start()

    def kill_all(self, _: random.Random) -> None:
        """Kill both workers; two new ones are started."""
        for worker in self.workers:
            os.kill(worker, signal.SIGKILL)
        self.workers = []
        self.start()
        self.start()

    def crash(self, _: random.Random) -> None:
        """Have the server end as if it had crashed, and start it again."""
        lock = self.server.cluster.data / "postmaster.pid"
        os.kill(int(lock.read_text().split()[0]), signal.SIGQUIT)
        while lock.exists():
            sleep(0.01)
        cluster.start(self.server.cluster)


@contextmanager
def a_server() -> Iterator[Server]:
    """A server of its own, with a migrated database."""
    with tempfile.TemporaryDirectory(prefix="timeline-test-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        server = embedded.start(Path(folder))
        try:
            database = Database(server.url)
            schema.upgrade(database)
            database.close()
            yield server
        finally:
            server.leave()


@contextmanager
def a_fleet(server: Server) -> Iterator[Fleet]:
    """Two workers that begin as soon as they can, none of them left over."""
    address = server.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.jobs.forked_workers", address, str(PATIENCE)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forker:
        fleet = Fleet(server, forker)
        try:
            fleet.start()
            fleet.start()
            yield fleet
        finally:
            for worker in fleet.workers:
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
            forker.kill()


def content(draw: random.Random) -> bytes:
    """The articles as a file, with items here and there that cannot be loaded, and some that come twice."""
    lines = [json.dumps(article).encode() + b"\n" for article in articles(draw.randrange(10**6), ARTICLES, STORIES)]
    for bad in (*BAD, *draw.sample(lines, 5)):
        lines.insert(draw.randrange(len(lines)), bad)
    return b"".join(lines)


def asked(database: Database, statement: str, **given: Any) -> list[Any]:
    """The rows of a query, which is asked again while the server is away."""
    while True:
        with suppress(Unavailable), database.begin() as session:
            return list(session.execute(text(statement), given))


def progress(database: Database) -> int:
    """How many items were taken and how many articles were read."""
    (found,) = asked(database, "SELECT (SELECT sum(items) FROM loads) + (SELECT count(*) FROM readings)")
    return int(found[0])


def reached(database: Database, aim: float) -> bool:
    return progress(database) >= aim


def deriving(database: Database) -> bool:
    return bool(asked(database, "SELECT 1 FROM procrastinate_jobs WHERE task_name LIKE '%derive' AND status = 'doing'"))


def ended(database: Database) -> bool:
    return bool(asked(database, "SELECT 1 FROM loads WHERE ended IS NOT NULL"))


def disturb(fleet: Fleet, database: Database, draw: random.Random) -> None:
    """Kill and crash at random moments of the load, all of them before it ends."""
    left = DISTURBED
    while left > DERIVING and (at := progress(database)) < EVENTFUL:
        aim = at + draw.uniform(0, 2 * (EVENTFUL - at) / (left - DERIVING))
        until(partial(reached, database, min(aim, EVENTFUL)))
        sleep(draw.uniform(0, LONGEST))
        assert not ended(database)
        draw.choice([fleet.kill, fleet.crash])(draw)
        left -= 1
    crashing = draw.randrange(left)
    for number in range(left):
        until(lambda: deriving(database) or ended(database))
        assert not ended(database)
        (fleet.crash if number == crashing else fleet.kill_all)(draw)


def until(holds: Callable[[], bool]) -> None:
    deadline = monotonic() + DEADLINE
    while not holds():
        assert monotonic() < deadline
        sleep(0.005)


def finished(database: Database, number: int) -> Load:
    """The load, once no job is left; none was given up."""
    until(lambda: not asked(database, "SELECT 1 FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"))
    assert not asked(database, "SELECT 1 FROM procrastinate_jobs WHERE status <> 'succeeded'")
    return loads.get(database, number)


def rows(database: Database, table: str, slug: str) -> list[str]:
    """The rows that a collection has in a table, without what is drawn or noted anew by each load."""
    drawn = [*DRAWN, *(["id", "search", "digest"] if table == "events" else [])]
    statement = f"SELECT (to_jsonb(t) - CAST(:drawn AS text[]))::text FROM {table} t WHERE collection_id = :slug"
    return sorted(row[0] for row in asked(database, statement, drawn=drawn, slug=slug))


def plain(events: tuple[Event, ...]) -> list[Event]:
    """Events without the ids that are drawn for them, and in an order that these have no part in."""

    def named(other: Other) -> Other:
        return replace(other, id="")

    found = [
        replace(
            one, id="", fulfilled_by=one.fulfilled_by and named(one.fulfilled_by), fulfils=(*map(named, one.fulfils),)
        )
        for one in events
    ]
    return sorted(found, key=repr)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_load_through_kills_and_crashes_is_equal_to_one_in_peace(seed: int, settings: Settings) -> None:
    draw = random.Random(seed)
    told = content(draw)
    with a_server() as server:
        database = Database(server.url)
        for slug in ("storm", "peace"):
            a_collection(database, slug)
        load = loads.accept(database, "storm", NAME, "me", Said(), [told], NOW)
        with a_fleet(server) as fleet:
            disturb(fleet, database, draw)
            done = finished(database, load.number)
        batch = batches.Batch("peace", files.items(NAME, BytesIO(told)), {}, NOW, settings.max_text)
        outcome = batches.load(database, batch, settings.model)
        same(database, done, outcome)
        database.close()


def same(database: Database, done: Load, outcome: batches.Outcome) -> None:
    """That the two collections differ in nothing."""
    counts = done.counts
    assert (done.state, counts.items, counts.unread) == (LoadState.DONE, outcome.items, 0)
    assert (counts.new, counts.changed, counts.unchanged) == tuple(outcome.states.get(s, 0) for s in batches.State)
    problems = [(one.where, one.why) for one in loads.problems(database, done.number, 100)]
    assert problems == [(one.where, one.why) for one in outcome.failures]
    assert counts.failed == len(problems)
    assert plain(timelines.whole(database, "storm")) == plain(timelines.whole(database, "peace"))
    for table in Row.metadata.sorted_tables:
        if "collection_id" in table.columns and table.name not in OF_LOADS:
            assert rows(database, table.name, "storm") == rows(database, table.name, "peace"), table.name
