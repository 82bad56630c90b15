"""The service's own loader on a database of its own, and what its stages take."""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from bench.reading import Clock
from timeline.services import batches, database, reading, rebuild
from timeline.services.database import Database
from timeline.services.derive import derive
from timeline.settings import Settings

NOW: Final = datetime.now(UTC)
STAGES: Final = ("reading", "deriving")
WHOLE: Final = "loading"
MODEL: Final = Settings.from_environment({}).model


def write(line: str) -> None:
    """A line of a report."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def fresh() -> Iterator[Database]:
    """An embedded database with nothing in it, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="timeline-bench-", dir="/tmp") as home:
        found = database.open(Settings(home=Path(home)))
        try:
            database.upgrade(found)
            yield found
        finally:
            found.close()


def load(found: Database, slug: str, articles: Sequence[Mapping[str, Any]], clock: Clock) -> None:
    """Load articles as a client would, those without a text left out, and add what each stage took.

    RuntimeError where one was refused.
    """
    items = [batches.Item(article["id"], article) for article in articles if article["text"].strip()]
    read = reading.read_all

    def timed_reading(*arguments: Any) -> Iterable[Any]:
        with clock.timing("reading"):
            return iter(list(read(*arguments)))

    def timed_deriving(*arguments: Any) -> Any:
        with clock.timing("deriving"):
            return derive(*arguments)

    timed = patch.object(reading, "read_all", timed_reading), patch.object(rebuild, "derive", timed_deriving)
    with timed[0], timed[1], clock.timing(WHOLE):
        outcome = batches.load(found, slug, items, {}, NOW, Settings.from_environment({}).max_text, MODEL)
    if outcome.failures:
        raise RuntimeError(f"not loaded: {outcome.failures[0]}")


def stages(clock: Clock) -> str:
    """Seconds of the wall by stage; what is neither read nor derived is stored."""
    read, derived = (clock.wall[name] for name in STAGES)
    stored = clock.wall[WHOLE] - read - derived
    return f"reading {read:.1f} s, deriving {derived:.1f} s, storing {stored:.1f} s, in all {clock.wall[WHOLE]:.1f} s"
