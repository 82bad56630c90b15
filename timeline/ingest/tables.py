"""Tables: CSV and its relatives, a row an article, with columns known by name or mapped by a person."""

import csv
from collections.abc import Iterator, Mapping
from typing import Final

from timeline.errors import Invalid, TooLarge
from timeline.ingest import columns, encodings, formulas, headers
from timeline.ingest.item import Item, Options, Source, of_fields
from timeline.ingest.limits import size

_SHOWN: Final = 300


def read(source: Source, options: Options) -> Iterator[Item]:
    """An item a row, by the number of its first line; a row that does not fit its header is a problem."""
    csv.field_size_limit(max(csv.field_size_limit(), options.limits.item))
    lines = _Lines(source, options)
    header = next((line for line in lines if line.strip()), "")
    names = headers.row(header, sign := headers.likeliest(header))
    places = _places(names, options.columns)
    for where, row in _rows(source.where, lines, sign):
        if isinstance(row, str):
            yield Item(where, {}, row)
        elif any(cell.strip() for cell in row):
            yield _item(where, row, names, places, cut=lines.ended)


def _rows(where: str, lines: "_Lines", sign: str) -> Iterator[tuple[str, list[str] | str]]:
    """Each row with the line in which it begins, or what is wrong with it."""
    rows = csv.reader(lines, delimiter=sign)
    while True:
        at = f"{where}:{lines.number + 1}"
        lines.taken()
        try:
            yield at, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield at, f"is not a row: {error}"


def _places(names: list[str], told: Mapping[str, str]) -> Mapping[str, int]:
    """{our field: the column's place}; Invalid where there is neither a text nor an address."""
    if bad := encodings.problem("".join(names)):
        raise Invalid(f"has a header that cannot be read: {bad}")
    found = {ours: names.index(theirs) for ours, theirs in columns.fields(names, told).items()}
    if not {"text", "url"} & set(found):
        shown = ", ".join(names)[:_SHOWN]
        raise Invalid(f"has no column for the text; name it with --column text=NAME. Its columns are: {shown}")
    return found


def _item(where: str, row: list[str], names: list[str], places: Mapping[str, int], cut: bool) -> Item:
    while len(row) > len(names) and not row[-1].strip():
        row.pop()
    if cut:
        return Item(where, {}, "has a quotation mark that is never closed; the file may be cut off")
    if bad := encodings.problem("".join(row)):
        return Item(where, {}, bad)
    if len(row) != len(names):
        return Item(where, {}, f"has {len(row)} cells where the header has {len(names)}")
    fields = {ours: formulas.unmarked(row[place].strip()) for ours, place in places.items()}
    return of_fields(where, fields)


class _Lines:
    """The lines of a table, counted, and bounded between two rows."""

    def __init__(self, source: Source, options: Options) -> None:
        self._lines = encodings.lines(source.stream, options.limits.item, options.encoding)
        self._limit = options.limits.item
        self._size = 0
        self.number = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.number += 1
        self._size += len(line)
        if self._size > self._limit:
            raise TooLarge(
                f"has a row larger than {size(self._limit)} that ends in line {self.number}, or an open quote"
            )
        return line

    def taken(self) -> None:
        """Begin another row."""
        self._size = 0
