"""Feeds: RSS, Atom and JSON Feed, an item an entry; entries without a text are links to be fetched."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from timeline.errors import Invalid
from timeline.ingest import encodings, markup, records, streams
from timeline.ingest.item import NO_TEXT, Item, Link, Options, Source

_CLOSED: Final = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf|item|entry)\s*>\s*(?:<!--[^>]*-->\s*)*$", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]+)")

_WEB: Final = re.compile(r"https?://", re.IGNORECASE).match
_TAIL: Final = 1000
"""What may follow the last entry: its feed's end and a remark."""


def read(source: Source, options: Options) -> Iterator[Item]:
    """The entries of an RSS or Atom feed, in its order, and a problem where it breaks off."""
    import feedparser

    raw = streams.whole(source.stream, options.limits.item)
    found = _DECLARED.match(raw[:200])
    text = encodings.decode(raw, found[1].decode("ascii", "replace") if found else "", options.encoding)
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": source.url}
    feed = feedparser.parse(io.BytesIO(text.encode("utf-8", "replace")), response_headers=headers)
    sound = feed.entries if _CLOSED.search(text[-_TAIL:]) else feed.entries[:-1]
    for number, entry in enumerate(sound, start=1):
        yield _item(source, number, _entry(entry, feed.feed.get("title", "")))
    if len(sound) < len(feed.entries):
        yield Item(f"{source.where}:{len(feed.entries)}", {}, "is cut off: the feed ends in this entry")
    elif feed.bozo and not sound:
        yield Item(source.where, {}, f"is not a feed that can be read: {feed.bozo_exception}")


def json_feed(source: Source, options: Options) -> Iterator[Item]:
    """The entries of a JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    text = encodings.decode(streams.whole(source.stream, options.limits.item), told=options.encoding)
    feed = records.parse(text, options.limits)
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(entries, list):
        raise Invalid("is not a JSON Feed: it has no list of items")
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, dict):
            yield _item(source, number, _json_entry(entry, feed.get("title")))
        else:
            yield Item(f"{source.where}:{number}", {}, "is not a JSON object")


def _item(source: Source, number: int, found: Mapping[str, object]) -> Item:
    where, fields = f"{source.where}:{number}", {name: value for name, value in found.items() if value}
    url = fields.get("url")
    if url:
        fields.pop("id", None)  # drafts makes one from the address, the same as for the page itself
    if fields.get("text"):
        return Item(where, fields)
    if isinstance(url, str):
        return Item(where, fields, NO_TEXT, follow=Link(url, source.where))
    return Item(where, fields, "has neither a text nor a link")


def _entry(entry: Any, title: str) -> dict[str, object]:
    """What an entry says, its longest content as the text."""
    texts = [content.get("value", "") for content in entry.get("content", ())] or [entry.get("summary", "")]
    source = entry.get("source", {}).get("title") or title
    return {
        "id": entry.get("id"),
        "title": " ".join(markup.lines(entry.get("title", "")).split()),
        "text": markup.lines(max(texts, key=len)),
        "source": " ".join(markup.lines(source).split()),
        "url": next(filter(_WEB, (entry.get("link", ""), entry.get("id", ""))), None),
        "published": dict.get(entry, "published") or dict.get(entry, "updated"),
    }


def _json_entry(entry: Mapping[str, Any], title: object) -> dict[str, object]:
    html = entry.get("content_html")
    text = entry.get("content_text") or entry.get("summary")
    return {
        "id": str(entry["id"]) if "id" in entry else None,
        "title": entry.get("title"),
        "text": markup.lines(html) if isinstance(html, str) and html else text,
        "source": title,
        "url": entry.get("url") or entry.get("external_url"),
        "published": entry.get("date_published") or entry.get("date_modified"),
    }
