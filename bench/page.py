"""What the pages of a timeline of ten thousand events take: asked for first in a new process, and again.

    .venv/bin/python -m bench.page [events]

The application is put together and asked in a process of its own, as one that has just been started: what it loads and
compiles on the first request counts, and so does all that it counts of the collection.
"""

import gzip
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from bench.loading import home, opened, write
from bench.made_timeline import SLUG, Made, make

if TYPE_CHECKING:
    from flask import Flask

_PAGES: Final = ("/", f"/collections/{SLUG}", f"/collections/{SLUG}?from=2010&to=2012", "/")
_ASKED: Final = "--asked"
_Found = TypeVar("_Found")


def main(events: int) -> None:
    """Make the timeline, and ask for its pages in another process."""
    with home() as folder, opened(folder) as found:
        make(found, Made(events, events // 2))
        write(f"{events} events; milliseconds of a page asked for first and again, and its bytes, plain and packed")
        subprocess.run([sys.executable, "-m", "bench.page", _ASKED, str(folder)], check=True)


def ask(folder: Path) -> None:
    """Put the application together and ask for its pages."""
    app, took = _clocked(lambda: _app(folder))
    write(f"{'the application':>40}: {took:6.0f}")
    client = app.test_client()
    for address in _PAGES:
        page, first = _clocked(lambda: client.get(address))  # noqa: B023 - called at once
        _, again = _clocked(lambda: client.get(address))  # noqa: B023 - as above
        write(f"{address:>40}: {first:6.0f} {again:6.0f}, {len(page.data)} {len(gzip.compress(page.data, 5))} bytes")


def _app(folder: Path) -> "Flask":
    from timeline.settings import Settings
    from timeline.web import create_app

    return create_app(Settings(home=folder, rate_limit=None))


def _clocked(do: Callable[[], _Found]) -> tuple[_Found, float]:
    start = time.perf_counter()
    found = do()
    return found, (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    if sys.argv[1:2] == [_ASKED]:
        ask(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
