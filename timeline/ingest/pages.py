"""HTML pages: the text of the report without the page's furniture, and what the page says of itself."""

import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from timeline.core.article import Candidate, Trust
from timeline.errors import Invalid
from timeline.ingest import encodings, markup, streams
from timeline.ingest.heads.found import Found
from timeline.ingest.heads.stated import Rank
from timeline.ingest.item import Item, Options, Source

_HEAD: Final = 4096
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]+)")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_SAVED: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]+)|^\s*url: (https?://\S+)", re.MULTILINE)
_TWINS: Final = ("www.", "m.", "amp.", "mobile.")

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read(source: Source, options: Options) -> Iterator[Item]:
    """The article of a page; a problem where a page has no text."""
    raw = streams.whole(source.stream, options.limits.item)
    text = encodings.decode(raw, declared(raw, source), options.encoding)
    saved = _SAVED.search(text[:_HEAD])
    url = source.url or (saved[1] or saved[2] if saved else "")
    fields = article(text, url)
    problem = "" if fields["text"] else "has no text that a reader would find"
    yield Item(source.where, source.named(fields), problem, partial(_dates, text, url, source.headers))


def _dates(html: str, url: str, headers: Mapping[str, str], zone: str, now: datetime) -> tuple[Candidate, ...]:
    """The dates that a page gives for itself, those that lie after now left out."""
    from timeline.ingest import page_dates

    found = page_dates.candidates(html, url, headers, zone, now=now)
    return tuple(Candidate(one.interval, _trust(one), (one.step,)) for one in found if not one.future)


def _trust(found: Found) -> Trust:
    stated = found.rank <= Rank.PAGE and found.interval.bounded
    return Trust.PAGE if stated else Trust.HINT


def article(html: str, url: str = "") -> dict[str, object]:
    """The fields of the article on a page; url is where the page was, if that is known.

    published is not among them: a page may state several dates, which ingest/page_dates.py ranks.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it could not fetch through SOCKS, which is not asked of it
        from trafilatura.core import bare_extraction
        from trafilatura.settings import Document

    try:
        found = bare_extraction(
            markup.tree(html),
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


def declared(raw: bytes, source: Source) -> str:
    """The encoding that the server, or else the page, declares."""
    if sent := _CHARSET.search(source.headers.get("content-type", "")):
        return sent[1]
    found = _META.search(raw[:_HEAD]) or _XML.match(raw[:_HEAD])
    return found[1].decode("ascii", "replace") if found else ""


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
