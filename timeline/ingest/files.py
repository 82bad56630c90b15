"""Articles in files: plain text, one JSON object or an array of them, or one JSON object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

_LINES: Final = {".ndjson", ".jsonl"}


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a file as it was found: where, and its fields, or the problem that kept it from being read."""

    where: str
    fields: Mapping[str, object]
    problem: str = ""


def items(name: str, content: Iterable[bytes]) -> Iterator[Item]:
    """The articles of a file, read line by line where it is of lines; name decides the form, '-' is NDJSON.

    A text file is one article, with the file's name as its id. What cannot be read is an item with a problem.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _LINES or name == "-":
        yield from _lines("stdin" if name == "-" else name, content)
        return
    try:
        text = b"".join(content).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Item(name, {}, f"is not UTF-8: byte {error.start} cannot be read")
        return
    if suffix == ".json":
        yield from _objects(name, text)
    else:
        yield Item(name, {"id": PurePath(name).stem, "text": text})


def _lines(name: str, content: Iterable[bytes]) -> Iterator[Item]:
    for number, line in enumerate(content, start=1):
        if line.strip():
            yield from _objects(f"{name}:{number}", line)


def _objects(where: str, text: str | bytes) -> Iterator[Item]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Item(where, {}, f"is not JSON: {error}")
        return
    for one in found if isinstance(found, list) else [found]:
        yield Item(where, one) if isinstance(one, dict) else Item(where, {}, "is not a JSON object")
