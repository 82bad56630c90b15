"""How far a load is: a bar on a terminal, nothing in a pipe."""

import io
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from timeline.services.batches import Outcome


class Stopped(Exception):
    """A person has asked the load to stop; where is the last item that was loaded."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class Progress:
    """Counts what was loaded, and how many bytes of the files were read for it."""

    def __init__(self, names: Sequence[str]) -> None:
        self.total = sum(map(_size, names))
        self.items = 0
        self.stopping = False
        self._begun = monotonic()
        self._before, self._last = 0, ""
        self._file: io.BufferedReader | None = None
        self._bar: ProgressBar[int] | None = None

    def watch(self, file: io.BufferedReader) -> None:
        """Count a file that is opened; the one before is read to its end."""
        self._before += _size(str(self._file.name)) if self._file else 0
        self._file = file

    def count(self, outcome: "Outcome") -> None:
        """Count what was done with some items. Stopped where a person asked for that."""
        self.items, self._last = self.items + outcome.items, outcome.last
        if self._bar:
            self._bar.update(max(self._read - self._bar.pos, 0) if self.total else outcome.items)
        self.wait()

    def wait(self) -> None:
        """Let a person stop what others do. Stopped where that was asked for."""
        if self.stopping:
            raise Stopped(self._last)

    @contextmanager
    def shown(self, label: str) -> Iterator[None]:
        """Show a bar on stderr where that is a terminal: how much is done, the rate, and the time that is left."""
        iterable = None if self.total else (number for number in range(0))
        with click.progressbar(
            iterable,
            length=self.total or None,
            label=label,
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
            item_show_func=lambda _: self._rate,
        ) as self._bar:
            yield
        self._bar = None

    @contextmanager
    def stoppable(self) -> Iterator[None]:
        """Let the first Ctrl-C end the load after what has begun, and the second at once."""
        before = signal.signal(signal.SIGINT, self._stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self.stopping:
            signal.default_int_handler(number, frame)
        self.stopping = True
        click.echo("\nFinishing what has begun; Ctrl-C once more ends at once.", err=True)

    @property
    def _read(self) -> int:
        """Bytes of the files that were read."""
        if self._file is None:
            return 0
        return self._before + (_size(str(self._file.name)) if self._file.closed else self._file.tell())

    @property
    def _rate(self) -> str:
        """'1,200 articles, 35 a second'."""
        seconds = max(monotonic() - self._begun, 0.001)
        return f"{self.items:,} article{'s' if self.items != 1 else ''}, {self.items / seconds:.0f} a second"


def _size(name: str) -> int:
    """The bytes of a file, or of all files in a folder; none where that is not known, as of standard input."""
    path = Path(name)
    if name == "-" or not path.exists():
        return 0
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file()) if path.is_dir() else path.stat().st_size
