"""The corpus: one line, one promise. published | text with the [expression] marked | value; value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
_MARKED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """A promise: where is file:line; about is the rule, refiner or rejection that the file is named after."""

    where: str
    about: str
    published: date
    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[str, ...]


def lines(folder: Path = FOLDER) -> Iterator[Line]:
    """Every line of every file of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield _read(f"{path.name}:{number}", path.stem, line)


def _read(where: str, about: str, line: str) -> Line:
    published, marked, *values = (part.strip() for part in line.split(" | "))
    spans = tuple((m.start() - 2 * n, m.end() - 2 * (n + 1)) for n, m in enumerate(_MARKED.finditer(marked)))
    text = _MARKED.sub(r"\1", marked)
    found = tuple(value.strip() for value in values[0].split(";")) if values else ()
    return Line(where, about, date.fromisoformat(published), text, spans, found)
