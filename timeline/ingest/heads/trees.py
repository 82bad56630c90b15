"""Pages as trees, read with nothing that reaches out, and the part of lxml's elements that the readers use."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, Protocol

LONGEST: Final = 4_000_000
"""Bytes of a page that are read for dates; heads stand at the beginning."""
_PIECES: Final = 60


class Element(Protocol):
    """An element of lxml, as far as dates need it."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str, default: str) -> str: ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def iterancestors(self) -> "Iterator[Element]": ...
    def itertext(self) -> Iterator[str]: ...
    def getparent(self) -> "Element | None": ...
    def getprevious(self) -> "Element | None": ...


def parse(html: str | bytes) -> Element:
    """The page's root. Comments and instructions are left out, nothing is fetched, what is no page has no elements."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    data = html[:LONGEST] if isinstance(html, bytes) else html[:LONGEST].encode("utf-8", "replace")
    named = {"encoding": "utf-8"} if isinstance(html, str) else {}
    parser = HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, **named)
    try:
        root: Element = document_fromstring(data.replace(b"\0", b""), parser=parser)
    except ParserError:
        root = document_fromstring(b"<html></html>")
    return root


def words(element: Element, longest: int = 300) -> str:
    """The text of an element on one line; empty where it is longer, so that whole articles are never joined."""
    pieces = list(islice(element.itertext(), _PIECES))
    found = " ".join(" ".join(pieces).split()) if sum(map(len, pieces)) < 4 * longest else ""
    return found if len(found) <= longest else ""


def name(element: Element) -> str:
    """Its class and id."""
    return f"{element.get('class', '')} {element.get('id', '')}"
