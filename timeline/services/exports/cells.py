"""CSV (RFC 4180): every cell quoted, lines that end in CR LF, and nothing that a spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator

from timeline.ingest import formulas


def written(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The rows as lines, header included."""
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow(map(_cell, row))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _cell(value: object) -> str:
    """None is empty; a number is no formula, whatever its sign."""
    if isinstance(value, str):
        return formulas.marked(value)
    return "" if value is None else str(value)
