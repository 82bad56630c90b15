"""Atom (RFC 4287): an entry an event, in the order of the timeline.

updated is when the newest article that tells of it was added, not when it happened: that stands in the summary and, in
EDTF, as a category. No text of an article is markup here: every text is of the type "text".
"""

import xml.etree.ElementTree as ET  # nosec B405 # it only writes here
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from timeline.services.exports import told
from timeline.services.exports.taken import Entry, Taken

_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
_EDTF: Final = "https://www.loc.gov/standards/datetime/"


def write(taken: Taken) -> Iterator[str]:
    """The feed in pieces, an entry each."""
    yield _HEAD
    for element in _feed(taken):
        yield _printed(element)
    for entry in taken.entries:
        yield _printed(_entry(entry, taken))
    yield "</feed>\n"


def _feed(taken: Taken) -> Iterator[ET.Element]:
    yield _text("id", f"urn:uuid:{uuid5(NAMESPACE_URL, taken.address('atom'))}")
    yield _text("title", taken.title)
    yield _text("subtitle", f"{told.asked(taken)} {told.left_out(taken)}")
    yield _text("updated", _moment(taken.newest))
    author = ET.Element("author")
    author.append(_text("name", "timeline"))
    yield author
    if taken.base:
        yield ET.Element("link", rel="self", type="application/atom+xml", href=taken.address("atom"))
        yield ET.Element("link", rel="alternate", type="text/html", href=taken.page)


def _entry(entry: Entry, taken: Taken) -> ET.Element:
    found, event = ET.Element("entry"), entry.event
    found.append(_text("id", f"urn:uuid:{told.identifier(event)}"))
    found.append(_text("title", told.title(event)))
    found.append(_text("updated", _moment(told.added(entry, taken.newest))))
    if taken.base:
        found.append(ET.Element("link", rel="alternate", type="text/html", href=taken.event(event)))
    for url in dict.fromkeys(one.url for one in told.cited(entry) if one.url):
        found.append(ET.Element("link", rel="via", href=url))
    if event.date.dated:
        found.append(ET.Element("category", term=event.date.edtf, scheme=_EDTF))
    for entity in event.entities:
        found.append(ET.Element("category", term=told.plain(entity.name)))
    found.append(_text("summary", "\n".join(told.text(entry))))
    return found


def _text(name: str, text: str) -> ET.Element:
    """An element with a text, each of its lines without what XML does not allow."""
    element = ET.Element(name)
    element.text = "\n".join(map(told.plain, text.split("\n")))
    return element


def _moment(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _printed(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode") + "\n"
