"""HTML pages: the text of the report without the page's furniture, and what the page says of itself."""

import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

from timeline.core.article import Candidate
from timeline.errors import Invalid, TooLarge
from timeline.ingest import encodings, markup, streams
from timeline.ingest.heads import kept
from timeline.ingest.item import Item, Options, Source

_HEAD: Final = 4096
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]+)")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_SAVED: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]+)|^\s*url: (https?://\S+)", re.MULTILINE)
_BEGUN: Final = re.compile(r"<body[\s>]", re.IGNORECASE)
_ENDED: Final = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_TWINS: Final = ("www.", "m.", "amp.", "mobile.")

_SECOND_OPINION: Final = 5000
"""Elements up to which trafilatura may ask its fallbacks, which take time with the square of them: of as many list
items in each other 2 s, of six times as many 30 s."""

_MOST: Final = 25_000
"""Elements of a page: a long live blog has ten thousand; this many take 2 s, in one row of a table 5 s."""

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of a page; a problem where a page has no text."""
    raw = streams.whole(source.stream, options.limits.item)
    text = encodings.decode(raw, declared(raw, source), options.encoding)
    if _cut_off(text):
        raise Invalid("is cut off: the page ends in the middle of its text")
    saved = _SAVED.search(text[:_HEAD])
    url = source.url or (saved[1] or saved[2] if saved else "")
    fields = article(text, url)
    problem = "" if fields["text"] else "has no text that a reader would find"
    yield Item(source.where, source.named(fields), problem, partial(_dates, text, url, source.headers, source.feed))


def _dates(
    html: str, url: str, headers: Mapping[str, str], feed: str, zone: str, now: datetime
) -> tuple[Candidate, ...]:
    """The dates that a page gives for itself; those that lie after now are the last, and say so."""
    from timeline.ingest import page_dates

    found = page_dates.candidates(html, url, headers, zone, feed=feed, now=now)
    return tuple(map(kept.candidate, found))


def article(html: str, url: str = "") -> dict[str, object]:
    """The fields of the article on a page; url is where the page was, if that is known. TooLarge for what no page has.

    published is not among them: a page may state several dates, which ingest/page_dates.py ranks.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it could not fetch through SOCKS, which is not asked of it
        from trafilatura.core import bare_extraction
        from trafilatura.settings import Document

    root = markup.tree(html)
    try:
        found = bare_extraction(
            root,
            fast=_elements(root) > _SECOND_OPINION,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (LookupError, TypeError, AttributeError) as error:
        raise Invalid(f"is a page that cannot be read: {error}") from error
    if not isinstance(found, Document):
        return {"text": "", **({"url": url} if url else {})}
    title, text = found.title or "", _body(found.title or "", found.text or "")
    known = {"title": title, "source": found.sitename or "", "url": _address(found.url or "", url)}
    return {**{name: value for name, value in known.items() if value}, "text": text}


def _elements(root: Any) -> int:
    """How many elements a page has; TooLarge where it would take long to find the article among them."""
    count = sum(1 for _ in islice(root.iter(), _MOST + 1))
    if count > _MOST:
        raise TooLarge(
            f"has more than {_MOST:,} elements, as no page of one article has; load its text, or a part of it"
        )
    return count


def declared(raw: bytes, source: Source) -> str:
    """The encoding that the server, or else the page, declares."""
    if sent := _CHARSET.search(source.headers.get("content-type", "")):
        return sent[1]
    found = _META.search(raw[:_HEAD]) or _XML.match(raw[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


def _cut_off(text: str) -> bool:
    """Whether a page with a body that never ends stops in a word or a tag; others may only leave end tags out."""
    stops = not text.rstrip().endswith(">")
    return stops and bool(_BEGUN.search(text)) and not _ENDED.search(text)


def _body(title: str, text: str) -> str:
    """The text without the heading that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest if rest and first.strip() == title.strip() else text


def _address(own: str, known: str) -> str:
    """The page's own address, except where it names another site's: a copy is not the article that it copies."""
    return own if own and (not known or _host(own) == _host(known)) else known


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return next((host.removeprefix(twin) for twin in _TWINS if host.startswith(twin)), host)
