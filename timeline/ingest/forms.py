"""The form of a file, by its content first, and by the ending of its name where the content leaves several."""

import json
import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from timeline.errors import Invalid
from timeline.ingest import encodings, headers


class Form(StrEnum):
    """The forms in which articles come."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    FEED = "feed"
    JSON_FEED = "jsonfeed"
    SITEMAP = "sitemap"
    NEWSML = "newsml"
    WARC = "warc"
    MAIL = "mail"
    MAILBOX = "mailbox"
    PDF = "pdf"
    ZIP = "zip"
    TAR = "tar"
    GZ = "gz"


ARCHIVES: Final = frozenset({Form.ZIP, Form.TAR, Form.GZ})
"""Forms whose members have forms of their own."""

_NAMES: Final = {
    Form.JSON: ".json",
    Form.NDJSON: ".ndjson .jsonl",
    Form.CSV: ".csv .tsv",
    Form.TEXT: ".txt",
    Form.MARKDOWN: ".md .markdown",
    Form.HTML: ".html .htm .xhtml",
    Form.FEED: ".rss .atom",
    Form.NEWSML: ".newsml .nitf",
    Form.WARC: ".warc",
    Form.MAIL: ".eml",
    Form.MAILBOX: ".mbox",
    Form.PDF: ".pdf",
    Form.ZIP: ".zip",
    Form.TAR: ".tar",
    Form.GZ: ".gz .tgz",
}
ENDINGS: Final = {ending: form for form, endings in _NAMES.items() for ending in endings.split()}
_MAGIC: Final = (
    (0, b"\x1f\x8b", Form.GZ),
    (0, b"PK\x03\x04", Form.ZIP),
    (0, b"PK\x05\x06", Form.ZIP),
    (257, b"ustar", Form.TAR),
    (0, b"WARC/", Form.WARC),
    (0, b"%PDF-", Form.PDF),
)
_FOREIGN: Final = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office document; save it as text, HTML or PDF",
    b"BZh": "packed with bzip2; unpack it, or pack it with gzip or zip",
    b"\xfd7zXZ": "packed with xz; unpack it, or pack it with gzip or zip",
    b"7z\xbc\xaf": "a 7-Zip archive; unpack it, or pack it with zip",
    b"\x28\xb5\x2f\xfd": "packed with zstd; unpack it, or pack it with gzip or zip",
    b"Rar!": "a RAR archive; unpack it, or pack it with zip",
    b"SQLite format 3": "a database; export it as CSV or NDJSON",
    b"PAR1": "a Parquet table; export it as CSV or NDJSON",
}
_OFFICE: Final = (b"[Content_Types].xml", b"mimetypeapplication/")

_PROLOGUE: Final = re.compile(
    r"(?:\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.IGNORECASE
)
_ROOT: Final = re.compile(r"<([A-Za-z_][\w:.-]*)")
_ROOTS: Final = {
    **dict.fromkeys(("rss", "feed", "rdf:rdf", "atom:feed"), Form.FEED),
    **dict.fromkeys(("urlset", "sitemapindex"), Form.SITEMAP),
    **dict.fromkeys(("newsmessage", "newsitem", "packageitem", "newsml", "nitf"), Form.NEWSML),
    **dict.fromkeys(
        ("html", "head", "body", "article", "main", "section", "div", "p", "h1", "title", "meta"), Form.HTML
    ),
}
_PAGE: Final = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_JSON: Final = re.compile(r"\s*(?:\{\s*(?:[\"}]|$)|\[\s*(?:[{\[\]]|$))")
_JSON_FEED: Final = re.compile(r"\s*\{[^{\[]{0,400}\"version\"\s*:\s*\"https?:(?:\\?/){2}jsonfeed\.org")
_FRONT: Final = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY: Final = 0.05
"""The share of control characters that no text has."""


def recognise(path: str, head: bytes) -> Form:
    """The form of a file that begins with head; Invalid, saying what it is, for one that is not read.

    The ending decides between JSON, one object a line and plain text, and where a file is empty or damaged.
    """
    ending = ENDINGS.get(PurePosixPath(path).suffix.lower())
    magic = signed(head)
    if magic is Form.ZIP and any(sign in head[30:80] for sign in _OFFICE):
        raise Invalid("is an Office document or an e-book; save it as text, HTML or PDF")
    if magic:
        return magic
    if foreign := next((what for sign, what in _FOREIGN.items() if head.startswith(sign)), None):
        raise Invalid(f"is {foreign}")
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    return _written(head.decode(encodings.mark(head) or "utf-8", "replace").lstrip("\ufeff"), ending)


def signed(head: bytes) -> Form | None:
    """The form that the first bytes are the sign of."""
    return next((form for at, sign, form in _MAGIC if head.startswith(sign, at)), None)


def _written(text: str, ending: Form | None) -> Form:
    """The form of what is text."""
    if text.lstrip().startswith("<") and (found := _markup(text, ending)):
        return found
    if ending not in {Form.NDJSON, Form.MARKDOWN} and _JSON.match(text):
        return _json(text, ending)
    if ending in {None, Form.TEXT, Form.CSV, Form.MARKDOWN, Form.MAIL, Form.MAILBOX} and (found := _lines(text)):
        return found
    if ending is None and len(_CONTROL.findall(text)) > _BINARY * len(text):
        raise Invalid("is not text, and no other form that is read here")
    return ending or (Form.HTML if _PAGE.search(text) else Form.TEXT)


def _markup(text: str, ending: Form | None) -> Form | None:
    """What the root of a document makes of it; Invalid for XML that nobody reads."""
    start = _PROLOGUE.match(text)
    root = _ROOT.match(text, start.end()) if start else None
    name = root[1].lower() if root else ""
    if form := _ROOTS.get(name) or _ROOTS.get(name.rpartition(":")[2]):
        return form
    if _PAGE.search(text):
        return Form.HTML
    if text.lstrip().startswith("<?xml") and name:
        raise Invalid(f"is XML of a kind that is not read here (<{name}>)")
    return ending


def _json(text: str, ending: Form | None) -> Form:
    """A feed, one document, or an object a line: the first line is whole, and another one follows or none is named."""
    if _JSON_FEED.match(text):
        return Form.JSON_FEED
    first, _, rest = text.strip().partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return Form.JSON
    if rest.lstrip().startswith("{"):
        return Form.NDJSON
    return Form.NDJSON if ending is None and first.startswith("{") else Form.JSON


def _lines(text: str) -> Form | None:
    """What the first lines tell: a mailbox, a message, front matter, the header of a table."""
    if headers.mailbox(text):
        return Form.MAILBOX
    if headers.mail(text):
        return Form.MAIL
    if _FRONT.match(text):
        return Form.MARKDOWN
    return Form.CSV if headers.delimiter(text) else None
