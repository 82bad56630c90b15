"""The service's own loader on a database of its own: what its stages take, and how much faster two workers are.

    python -m bench.loading               collections of ../shared/bench/timelines, loaded by one worker and by two
    python -m bench.loading --rounds 3    several rounds, one worker and two in turns; the median of their speed-ups

Both workers have all loaded before the first job begins; time is from there to the end of the last. On a machine where
anything else runs only the seconds of the processor mean much: the final figures are of an idle one with two cores.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, Final
from unittest.mock import patch

from bench import workers
from bench.reading import Clock
from bench.workers import Used
from timeline.core.load import Said
from timeline.services import batches, collections, database, loads, queued, reading, rebuild
from timeline.services.database import Database
from timeline.services.derive import derive
from timeline.settings import Settings

NOW: Final = datetime.now(UTC)
STAGES: Final = ("reading", "deriving")
WHOLE: Final = "loading"
MODEL: Final = Settings.from_environment({}).model
FOLDER: Final = Path(__file__).parents[2] / "shared" / "bench" / "timelines"
TOPICS: Final = ("egypt", "finan", "h1n1", "haiti")
ASKED: Final = 1.7
COUNTS: Final = (1, 2)
"""How many workers are compared."""

Contents = Mapping[str, bytes]
"""NDJSON by collection."""


def write(line: str) -> None:
    """A line of a report."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Load by one worker and by two, several collections and one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="how many of each topic")
    parser.add_argument("--rounds", type=int, default=1)
    wanted = parser.parse_args()
    topics = contents(wanted.articles)
    total = sum(content.count(b"\n") for content in topics.values())
    for told in (topics, {"all": b"".join(topics.values())}):
        write(f"{total} articles in {len(told)} collection{'s' if len(told) > 1 else ''}")
        compare(told, total, wanted.rounds)


def contents(most: int) -> Contents:
    """The articles of some topics, at most so many of each, spread over its time."""
    found: dict[str, list[str]] = {topic: [] for topic in TOPICS}
    for line in (FOLDER / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        if article["topic"] in found and article["text"].strip():
            found[article["topic"]].append(line + "\n")
    return {topic: "".join(lines[:: -(-len(lines) // most)]).encode() for topic, lines in found.items()}


def compare(told: Contents, total: int, rounds: int) -> None:
    """Load these by each number of workers, every other round the other way about, and say what that took.

    A speed-up is of one round: from one to the next the machine itself is a fifth faster or slower.
    """
    found: list[float] = []
    for number in range(rounds):
        walls = {count: _loaded(told, count, total).wall for count in COUNTS[:: -1 if number % 2 else 1]}
        found.append(walls[1] / walls[2])
    rest = f", of {', '.join(f'{one:.2f}' for one in found)}" if rounds > 1 else ""
    write(f"speed-up {median(found):.2f}{rest} (asked: {ASKED})")


def _loaded(told: Contents, count: int, total: int) -> Used:
    """Load these by so many workers, and say what that took."""
    with home() as folder, opened(folder) as found:
        for slug, content in told.items():
            collections.create(found, slug)
            loads.accept(found, slug, f"{slug}.ndjson", "bench", Said(), [content], NOW)
        used = workers.run(found, folder, count)
    _write(count, used, total)
    return used


def _write(count: int, used: Used, total: int) -> None:
    jobs = {name: used.jobs.get(name, 0.0) for name in (loads.STORE, queued.READ, queued.DERIVE)}
    shares = ", ".join(f"{name.rpartition('.')[2]} {took:.1f} s" for name, took in jobs.items())
    processor = f"{' + '.join(f'{own:.1f}' for own in used.workers)} s and {used.database:.1f} s of the database's"
    write(f"{count} workers: {used.wall:.1f} s, {total / used.wall:.1f} articles a second; in all {shares}")
    write(f"    processor: {processor}; peak memory of a worker {used.peak:.0f} MB")


@contextmanager
def home() -> Iterator[Path]:
    """A folder for a database, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-", dir="/tmp") as folder:
        yield Path(folder)


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """The embedded database of a new folder, with nothing in it."""
    found = database.open(Settings(home=folder))
    try:
        database.upgrade(found)
        yield found
    finally:
        found.close()


@contextmanager
def fresh() -> Iterator[Database]:
    """An embedded database with nothing in it, gone afterwards."""
    with home() as folder, opened(folder) as found:
        yield found


def load(found: Database, slug: str, articles: Sequence[Mapping[str, Any]], clock: Clock) -> None:
    """Load articles as a client would, those without a text left out, and add what each stage took.

    RuntimeError where one was refused.
    """
    items = [batches.Item(article["id"], article) for article in articles if article["text"].strip()]
    batch = batches.Batch(slug, items, {}, NOW, Settings.from_environment({}).max_text)
    read = reading.read_all

    def timed_reading(*arguments: Any) -> Iterable[Any]:
        with clock.timing("reading"):
            return iter(list(read(*arguments)))

    def timed_deriving(*arguments: Any, **named: Any) -> Any:
        with clock.timing("deriving"):
            return derive(*arguments, **named)

    timed = patch.object(reading, "read_all", timed_reading), patch.object(rebuild, "derive", timed_deriving)
    with timed[0], timed[1], clock.timing(WHOLE):
        outcome = batches.load(found, batch, MODEL)
    if outcome.failures:
        raise RuntimeError(f"not loaded: {outcome.failures[0]}")


def stages(clock: Clock) -> str:
    """Seconds of the wall by stage; what is neither read nor derived is stored."""
    read, derived = (clock.wall[name] for name in STAGES)
    stored = clock.wall[WHOLE] - read - derived
    return f"reading {read:.1f} s, deriving {derived:.1f} s, storing {stored:.1f} s, in all {clock.wall[WHOLE]:.1f} s"


if __name__ == "__main__":
    main()
