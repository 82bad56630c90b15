"""JSON: one object, at its head what was asked, then the events in the form of the API."""

import json
from collections.abc import Iterator
from typing import Any, Final

from timeline.services import written
from timeline.services.exports.taken import Entry, Taken, account

_BREAKS: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def write(taken: Taken) -> Iterator[str]:
    """The object in pieces; those without a date come last, and their precision is 'unknown'."""
    head = account(taken) | {"links": {"html": taken.page, "self": taken.address("json")}}
    yield dumped(head)[:-1] + ', "events": ['
    for number, entry in enumerate(taken.entries):
        yield (",\n" if number else "\n") + dumped(event(entry, taken))
    yield "\n]}\n"


def event(entry: Entry, taken: Taken) -> dict[str, Any]:
    """An event as the API writes it, with addresses that hold elsewhere too."""
    found = written.event(entry.event, taken.collection.slug, entry.articles, entry.after)
    return found | {"links": {name: _absolute(link, taken.base) for name, link in found["links"].items()}}


def dumped(value: object) -> str:
    """A value as JSON on one line, whatever counts as a line somewhere."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)


def _absolute(link: Any, base: str) -> Any:
    if isinstance(link, list):
        return [_absolute(one, base) for one in link]
    return f"{base}{link}" if link else link
