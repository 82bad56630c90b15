"""Sitemaps and their indexes: addresses to be fetched, with what news sitemaps say of them."""

from collections.abc import Iterator
from typing import Any, Final

from timeline.errors import Invalid
from timeline.ingest import streams
from timeline.ingest.item import NO_TEXT, Item, Link, Options, Source

_INDEX: Final = "is another sitemap, of which there is only the address, and fetching is off; set TIMELINE_FETCH=on"
_ENTRIES: Final = {"url": NO_TEXT, "sitemap": _INDEX}
_MEANT: Final = {"loc": "url", "title": "title", "publication_date": "published", "name": "source"}
"""lastmod is no publication: it moves whenever the page is made anew."""


def read(source: Source, options: Options) -> Iterator[Item]:
    """An item with a problem for every address: a sitemap has no texts."""
    from lxml import etree

    stream = streams.counted(source.stream, streams.ceiling(options.limits))
    parsed = etree.iterparse(stream, resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    number = 0
    try:
        for _, element in parsed:
            if why := _ENTRIES.get(_name(element)):
                number += 1
                yield _item(source, number, _fields(element), why)
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise Invalid(f"is not sound XML after {number} addresses: {error}") from error


def _item(source: Source, number: int, fields: dict[str, str], why: str) -> Item:
    where, url = f"{source.where}:{number}", fields.get("url", "")
    if not url:
        return Item(where, fields, "has no address (<loc>)")
    return Item(where, fields, why, follow=Link(url, source.where, lists=why == _INDEX))


def _fields(entry: Any) -> dict[str, str]:
    found = ((_MEANT.get(_name(one)), (one.text or "").strip()) for one in entry.iter())
    return {ours: words for ours, words in reversed(list(found)) if ours and words}


def _name(element: Any) -> str:
    """An element's name without its namespace; entities and instructions have none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _forget(element: Any) -> None:
    """Free what was read, or the whole file would stay in memory."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
