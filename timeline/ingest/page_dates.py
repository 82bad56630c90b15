"""When a saved page appeared, by what the page itself says: every candidate, where it came from and why it ranks there.

None of it is a guess from running text, and a copyright year is never a date.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from timeline.core import calendar
from timeline.core.interval import until
from timeline.ingest.heads import elements, json_ld, ranking, reading, regions, shown, trees, urls
from timeline.ingest.heads.found import Found
from timeline.ingest.heads.lexicon import UNCLEAR
from timeline.ingest.heads.reading import Locale
from timeline.ingest.heads.regions import Layout
from timeline.ingest.heads.stated import Rank, Statement, Where
from timeline.ingest.heads.trees import Element

_AHEAD: Final = calendar.DAY
_READ: Final = 40
"""Statements that are read at all, so that a page of nothing but odd dates does not take seconds."""
_LINES: Final = 12
_SHOWN: Final = 100
"""Code points of words that are kept with a candidate."""


def candidates(
    html: str | bytes,
    url: str = "",
    headers: Mapping[str, str] | None = None,
    zone: str = "UTC",
    *,
    feed: str = "",
    now: datetime | None = None,
) -> tuple[Found, ...]:
    """Every date that a page gives for itself, the best first; () where it gives none.

    url is where it was, headers what the server sent, zone where clocks without one are, feed the date of its entry;
    what lies after now, or else after the Date that the server sent, comes last and says so.
    """
    sent = {name.lower(): value for name, value in (headers or {}).items()}
    root = trees.parse(html)
    shape, by = regions.layout(root), Locale(zone, _language(root))
    stated = [*_sent(sent, feed), *_addressed(url, root), *_stated(shape, url)]
    read = filter(None, (_read(one, by) for one in stated[:_READ]))
    return ranking.ranked([*read, *_printed(shape, by)], _limit(now, sent, by))


def _language(root: Element) -> str:
    """The language that the page names, as exactly as it does: 'en-us' where it says 'en' and its locale en_US."""
    named = [one.get("lang", "") or one.get("xml:lang", "") for one in (root, *root.iter("body"))]
    named += [one.get("content", "") for one in root.iter("meta") if one.get("property", "") == "og:locale"]
    found = [one.replace("_", "-").lower() for one in named if one]
    return next((one for one in found if one.startswith(found[0]) and one not in UNCLEAR), *found[:1] or [""])


def _stated(shape: Layout, url: str) -> Iterator[Statement]:
    """What is stated for machines, and the <time> elements."""
    root = shape.root
    scripts = [one.text or "" for one in root.iter("script") if "ld+json" in one.get("type", "").lower()]
    yield from json_ld.read(scripts, json_ld.Page((url, *_addresses(root)), tuple(_titles(root))))
    yield from elements.meta(root)
    yield from elements.marked(shape)
    yield from (Statement(Where.TIME, one.line, one.rank, one.words) for one in shown.times(shape))


def _addresses(root: Element) -> Iterator[str]:
    yield from (one.get("href", "") for one in root.iter("link") if one.get("rel", "").lower() == "canonical")
    yield from (one.get("content", "") for one in root.iter("meta") if one.get("property", "") == "og:url")


def _titles(root: Element) -> Iterator[str]:
    yield from (one.get("content", "") for one in root.iter("meta") if one.get("property", "") == "og:title")
    yield from (trees.words(one) for one in root.iter("title", "h1"))


def _addressed(url: str, root: Element) -> list[Statement]:
    """The date in the address, else in one that the page gives for itself."""
    return next(filter(None, map(urls.read, (url, *_addresses(root)))), [])


def _sent(sent: Mapping[str, str], feed: str) -> Iterator[Statement]:
    """What the feed and the server said."""
    if feed:
        yield Statement(Where.FEED, "", Rank.FEED, feed)
    for name in ("Last-Modified", "Date"):
        if name.lower() in sent:
            yield Statement(Where.HTTP_HEADER, name, Rank.SERVED, sent[name.lower()])
    if "date" not in sent and (captured := sent.get("warc-date")):
        yield Statement(Where.CAPTURE, "WARC-Date", Rank.SERVED, captured)


def _read(one: Statement, by: Locale) -> Found | None:
    read = reading.stated(one.words, by)
    if read is None:
        return None
    interval, zoned = read
    if one.rank is Rank.SERVED:
        interval = until(interval)
    return Found(one.where, one.name, one.rank, " ".join(one.words.split())[:_SHOWN], interval, zoned)


def _printed(shape: Layout, by: Locale) -> Iterator[Found]:
    """The bylines that give a date."""
    for one in shown.lines(shape)[:_LINES]:
        if one.printed and (read := reading.in_line(one.printed, by)):
            yield Found(Where.BYLINE, one.line[:_SHOWN], one.rank, one.words, *read)


def _limit(now: datetime | None, sent: Mapping[str, str], by: Locale) -> float:
    """The civil time after which nothing can have been published; the open end where nothing says."""
    served = reading.stated(sent.get("date") or sent.get("warc-date", ""), by)
    if now is not None:
        return calendar.from_instant(now, by.zone) + _AHEAD
    return served[0].end + _AHEAD if served else calendar.END
