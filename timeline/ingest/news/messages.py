"""Messages, items and documents of agencies, read one article after another."""

import io
from collections.abc import Iterator
from typing import Any, Final

from timeline.errors import Invalid, TimelineError, TooLarge
from timeline.ingest import encodings, streams
from timeline.ingest.item import NO_TEXT, Item, Link, Options, Source
from timeline.ingest.limits import size
from timeline.ingest.news import statements, texts

_ARTICLES: Final = frozenset({"newsItem", "NewsItem", "nitf"})
"""NewsML-G2, NewsML 1.2 and NITF; one in another is part of it, except in NewsML 1.2, where items may hold items."""

_NOTHING: Final = "has no article in it, only pictures, packages or plans"
_HELD_BACK: Final = frozenset({"withheld", "canceled", "cancelled"})
_OTHER_MEDIA: Final = frozenset({"picture", "photo", "graphic", "video", "audio", "animation", "composite"})


def read(source: Source, options: Options) -> Iterator[Item]:
    """The articles in their order, and a problem where the file breaks off; pictures and packages are passed over."""
    from lxml import etree

    number, nothing = 0, True
    try:
        for element in _articles(source, options):
            number += 1
            if found := _item(source, number, element):
                nothing = False
                yield found
    except etree.XMLSyntaxError as error:
        raise Invalid(_broken(error, number)) from error
    if nothing:
        yield Item(source.where, {}, _NOTHING)


def _articles(source: Source, options: Options) -> Iterator[Any]:
    """The elements that are articles, each freed when the next one is asked for; names are without namespaces."""
    from lxml import etree

    meter = _Meter(options.limits.item)
    content, encoding = streams.counted(source.stream, meter.spend), None
    if options.encoding:
        text = encodings.decode(streams.whole(source.stream, options.limits.item), told=options.encoding)
        content, encoding = streams.opened(io.BytesIO(text.encode("utf-8", "replace"))), "utf-8"
    safe = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    for _, element in etree.iterparse(content, encoding=encoding, remove_comments=True, remove_pis=True, **safe):
        if _name(element) in _ARTICLES and not any(_name(one) in _ARTICLES for one in element.iterancestors()):
            meter.spent = 0
            yield from _plain(element)
            _forget(element)


def _plain(article: Any) -> Iterator[Any]:
    """The article with plain names, then those that were in it."""
    for element in article.iter("*"):
        element.tag = _name(element)
    inner = article.findall(".//NewsItem")
    for one in inner:
        one.getparent().remove(one)
    yield article
    yield from inner


def _item(source: Source, number: int, article: Any) -> Item | None:
    """The article; None for a picture that is sent with it."""
    where = f"{source.where}:{number}"
    try:
        fields = statements.of(article)
        text = texts.of(article, fields.get("title", ""))
    except TimelineError as error:
        return Item(where, {}, error.message)
    if (status := statements.status(article)) in _HELD_BACK:
        return Item(where, fields, f"is {status} by its provider, and so not published")
    if text:
        return Item(where, {**fields, "text": text})
    if statements.media(article) & _OTHER_MEDIA:
        return None
    url = fields.get("url")
    return Item(where, fields, NO_TEXT, follow=Link(url, source.where)) if url else Item(where, fields, "has no text")


def _broken(error: Exception, number: int) -> str:
    why = str(error).partition(" (<string>")[0]
    if "Excessive depth" in why:
        return "is nested too deep"
    advice = "; name its encoding with --encoding" if "encoding" in why else ""
    return f"is not sound XML after {number} articles, or cut off: {why}{advice}"


def _name(element: Any) -> str:
    """An element's name without its namespace; entities have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _forget(element: Any) -> None:
    """Free what was read, or the whole file would stay in memory."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


class _Meter:
    """The bytes since the last article, which an article may not have more of than any item."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self.spent = 0

    def spend(self, count: int) -> None:
        """Count bytes; TooLarge where an article has too many."""
        self.spent += count
        if self.spent > self._limit:
            raise TooLarge(f"has an article larger than {size(self._limit)}")
