"""Workers that are measured, each in a process of its own: `python -m bench.workers ADDRESS`.

A worker says when it has loaded all that it needs, waits for a line of stdin, runs jobs until it is told to stop, and
says what that took.
"""

import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import make_url, text

from bench.reading import MEGABYTE
from timeline.jobs import worker
from timeline.language import pipeline
from timeline.services.database import Database
from timeline.settings import Settings

_ROOT: Final = Path(__file__).parents[1]
_PAUSE: Final = 0.05
_TICKS: Final = 100
"""The kernel's ticks of a second of the processor, in /proc."""
_LEFT: Final = text("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
_RUNS: Final = text("""
    SELECT job.task_name, extract(epoch FROM begun.at), extract(epoch FROM done.at) FROM procrastinate_jobs job
    JOIN procrastinate_events begun ON begun.job_id = job.id AND begun.type = 'started'
    JOIN procrastinate_events done ON done.job_id = job.id AND done.type = 'succeeded'
""")

_Process = subprocess.Popen[str]


@dataclass(frozen=True, slots=True)
class Used:
    """What the queued jobs took: seconds from the first's beginning to the last's end, seconds of all workers by job,
    seconds of the processor by worker and of the database, and the most memory that a worker had, in megabytes."""

    wall: float
    jobs: dict[str, float]
    workers: tuple[float, ...]
    database: float
    peak: float


def main() -> None:
    """Be a worker until told to stop."""
    list(pipeline.analyse_all(["The council closed the mill on Monday."], Settings.from_environment({}).model))
    before = time.process_time()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    worker.work(Database(make_url(sys.argv[1])), Settings.from_environment({}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    sys.stdout.write(json.dumps([time.process_time() - before, peak]) + "\n")


def run(database: Database, home: Path, count: int) -> Used:
    """Have so many workers run all that is queued in an embedded database that nobody else uses."""
    address = database.engine.url.render_as_string(hide_password=False)
    with ExitStack() as stack:
        started = [stack.enter_context(_started(address)) for _ in range(count)]
        before = _of_server(home)
        for one in started:
            _told(one)
        while _left(database):
            time.sleep(_PAUSE)
        for one in started:
            one.terminate()
        told = [json.loads(one.communicate()[0]) for one in started]
    runs = _runs(database)
    jobs: defaultdict[str, float] = defaultdict(float)
    for name, begun, done in runs:
        jobs[name] += done - begun
    wall = max(done for *_, done in runs) - min(begun for _, begun, _ in runs)
    own, peaks = zip(*told, strict=True)
    return Used(wall, dict(jobs), own, _of_server(home) - before, max(peaks))


def _started(address: str) -> _Process:
    """A worker that is ready."""
    command = [sys.executable, "-m", "bench.workers", address]
    process = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _told(process: _Process) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _left(database: Database) -> int:
    with database.begin() as session:
        return int(session.execute(_LEFT).scalar_one())


def _runs(database: Database) -> list[tuple[str, float, float]]:
    """The jobs that were run: by name, with when they began and were done."""
    with database.begin() as session:
        return [(name, float(begun), float(done)) for name, begun, done in session.execute(_RUNS)]


def _of_server(home: Path) -> float:
    """Seconds of the processor that the server and its ended processes have used."""
    server = (home / "postgres" / "postmaster.pid").read_text("utf-8").split()[0]
    used = Path(f"/proc/{server}/stat").read_text("utf-8").rpartition(")")[2].split()[11:15]
    return sum(map(int, used)) / _TICKS


if __name__ == "__main__":
    main()
