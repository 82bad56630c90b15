"""NDJSON: an event a line in the form of the API; each line, which may be read alone, says what was asked for."""

from collections.abc import Iterator
from urllib.parse import urlencode

from timeline.services.exports.document import dumped, event
from timeline.services.exports.taken import Taken


def write(taken: Taken) -> Iterator[str]:
    """The lines; those without a date come last, and their precision is 'unknown'."""
    own = {"asked": urlencode(taken.asked), "given": taken.given, "left_out": taken.left_out.total}
    for entry in taken.entries:
        yield dumped(event(entry, taken) | {"export": own}) + "\n"
