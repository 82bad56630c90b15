"""HTML as plain lines: the words of a fragment, a paragraph a line."""

import re
from typing import Any, Final

from timeline.errors import Invalid

_DROPPED: Final = ("script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object")
_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
        *("table", "td", "th", "tr", "ul"),
    )
)
_BLANKS: Final = re.compile(r"\s+")
_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[1-9]|2\d|3[01])|x0*(?:[0-8b-f]|1[0-9a-f]));"
)
"""What no element can hold; lxml takes references to them, and then fails on its own text."""

_TAG: Final = re.compile(r"<[A-Za-z/!][^<>]*>|&#?\w+;")


def tree(text: str) -> Any:
    """The root element of a page; Invalid for what holds nothing or is nested deeper than pages are."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(_CONTROL.sub(" ", text).encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as error:
        raise Invalid("has nothing in it") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Invalid("is nested too deep")
    return root


def lines(text: str) -> str:
    """The words of a fragment of HTML, a paragraph a line; what has no tags is left as it is."""
    if not _TAG.search(text):
        return text.strip()
    from lxml import etree

    root = tree(text)
    etree.strip_elements(root, etree.Comment, *_DROPPED, with_tail=False)
    for element in root.iter():
        edge = "\n" if element.tag in _BLOCKS else ""
        element.text = edge + _BLANKS.sub(" ", element.text or "")
        element.tail = edge + _BLANKS.sub(" ", element.tail or "")
    found = (_BLANKS.sub(" ", line).strip() for line in str(root.text_content()).split("\n"))
    return "\n".join(line for line in found if line)
