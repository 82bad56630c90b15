"""The text of an article of an agency, a paragraph a line."""

import html
from collections.abc import Iterator
from typing import Any, Final

from timeline.errors import Invalid
from timeline.ingest import markup
from timeline.ingest.wrapping import unwrapped

_HOLDERS: Final = ("inlineXML", "DataContent", "inlineData")
"""What holds the content: text with paragraphs first, then text without."""

_BESIDE: Final = ("media", "note", "body.head", "body.end", "body.headline")
"""What stands in the body and is not of the text: pictures with their captions, remarks to editors."""

_AS_HTML: Final = {"hl1": "h1", "hl2": "h2", "bq": "blockquote", "block": "div", "body.content": "div", "dateline": "p"}
"""Elements of NITF that begin a paragraph and that HTML has under another name."""


def of(article: Any, title: str) -> str:
    """The text without its headline, empty where there is none; of several renditions the longest."""
    if article.tag == "nitf":
        return _nitf(article)
    for kind in _HOLDERS:
        if found := max((_held(holder) for holder in article.iter(kind)), key=len, default=""):
            first, _, rest = found.partition("\n")
            return rest if rest and first.strip() == title else found
    return ""


def words(element: Any) -> str:
    """The words of an element on one line, whatever marks them."""
    return " ".join("".join(_pieces(element)).split())


def _held(holder: Any) -> str:
    """What an element holds: NITF, a page, other markup, or plain text."""
    inner = next(holder.iterchildren("*"), None)
    if inner is None:
        text = "".join(_pieces(holder))
        plain = holder.tag == "inlineData" and "html" not in holder.get("contenttype", "")
        return unwrapped(text).strip() if plain else markup.lines(unwrapped(text))
    if inner.tag == "nitf":
        return _nitf(inner)
    body = inner.find("body") if inner.tag == "html" else holder
    return _lines(body) if body is not None else ""


def _nitf(document: Any) -> str:
    return "\n".join(filter(None, map(_lines, document.findall("body/body.content"))))


def _lines(body: Any) -> str:
    """The paragraphs of a body; Invalid where it has an entity that only its own document knows."""
    from lxml import etree

    for entity in body.iter(etree.Entity):
        _resolved(entity.text)
    etree.strip_elements(body, *_BESIDE, with_tail=False)
    for element in body.iter("*"):
        element.tag = _AS_HTML.get(element.tag, element.tag)
    return markup.lines(str(etree.tostring(body, method="html", encoding="unicode", with_tail=False)))


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _pieces(child) if isinstance(child.tag, str) else [_resolved(child.text)]
        yield child.tail or ""


def _resolved(entity: str) -> str:
    """The character that a standard name stands for: '&mdash;' is a dash."""
    if (found := html.unescape(entity)) == entity:
        raise Invalid(f"has the entity {entity[:50]}, which is not resolved; write out what it stands for")
    return found
