"""Following: what addresses lead to, and the pages that feeds and sitemaps name, fetched and read like files."""

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urljoin, urlsplit

from timeline.errors import Invalid
from timeline.ingest import files, forms, streams
from timeline.ingest.fetching.policy import Failed, Fetched, Refused
from timeline.ingest.fetching.runs import Run
from timeline.ingest.forms import Form
from timeline.ingest.heads import trees
from timeline.ingest.item import NO_TEXT, Item, Link, Options, Source

LINKS: Final = 500
"""Addresses of one feed or sitemap that are followed: at one a second, what a person may wait for."""
ALL: Final = 10_000
"""Addresses of all lists that one leads to: an index may name fifty thousand sitemaps, and mean harm."""
LISTS: Final = 2
"""Lists that may lead from one to the next before there are pages: an index of indexes of sitemaps."""
_NAMING: Final = frozenset({Form.FEED, Form.JSON_FEED, Form.SITEMAP, Form.GZ})
_FEEDS: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_SHOWN: Final = 3
"""Feeds of a page that are named; others are of its sections and comments."""

_SILENT: Final = frozenset({"text/plain", "text/markdown", "text/csv", "text/tab-separated-values"})

_LEFT: Final = "is left for another time: it was enough for now"
_SPLIT: Final = "this and all later ones are left out, so load lists by their own addresses"
_NESTED: Final = f"is a list in more than {LISTS} others; load it by its own address"
_LIST: Final = "leads to another list of addresses, not to an article; load it by its own address"
_SEVERAL: Final = "leads to no article, or to several at once; load it by its own address"


def _never(*_: object) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reach:
    """How far links are followed: at most links of one list and all of them all, until enough is true, and none that
    were had before. Addresses that a person named count for neither."""

    links: int = LINKS
    all: int = ALL
    enough: Callable[[], bool] = _never
    had: Callable[[Item], bool] = _never


_DEFAULT: Final = Options()
_FAR: Final = Reach()


def items(url: str, run: Run, options: Options = _DEFAULT, reach: Reach = _FAR) -> Iterator[Item]:
    """The articles that an address leads to: a page, a file of any form, or what a feed or sitemap names."""
    first = Item(url, {}, NO_TEXT, follow=Link(url, lists=True))
    yield from _Following(run, options, reach).each([first], 0)


def answered(answer: Fetched, run: Run, options: Options = _DEFAULT, reach: Reach = _FAR) -> Iterator[Item]:
    """The same, of an answer that is there already."""
    found = files.read(_source(answer, answer.url), options)
    yield from _Following(run, options, reach).each(_named(found, answer.url), 1)


def listing(answer: Fetched) -> None:
    """Invalid where an answer is neither a feed nor a sitemap; for a page it says which feeds the page names."""
    source = _source(answer, answer.url)
    form = forms.recognise(source.path, source.stream.peek(streams.CHUNK))
    if form is Form.HTML and (named := _feeds(answer)):
        raise Invalid(f"is a page, not a feed or a sitemap; its feeds are {', '.join(named)}")
    if form not in _NAMING:
        raise Invalid("is not a feed or a sitemap; `timeline load` reads what it is")


def _feeds(answer: Fetched) -> list[str]:
    """The addresses of the feeds that a page names in its head."""
    named = (one for one in trees.parse(answer.body).iter("link") if one.get("type", "").lower() in _FEEDS)
    found = dict.fromkeys(one.get("href", "").strip() for one in named)
    with suppress(ValueError):
        return [urljoin(answer.url, href) for href in islice(found, _SHOWN) if href]
    return []


def each(found: Iterable[Item], run: Run, options: Options = _DEFAULT, reach: Reach = _FAR) -> Iterator[Item]:
    """Items of files, those that have only an address fetched, where it can be; options are for lists that they name.

    What failed but may yet succeed keeps its link, and has again set: it can be given here another time.
    """
    yield from _Following(run, options, reach).each(found, 1)


def step(item: Item, run: Run, options: Options = _DEFAULT, depth: int = 0) -> Iterator[Item]:
    """What the address of one item leads to, with the links that a list names there left to be followed; depth is in
    how many lists the item is. No more than LINKS of them, which is said."""
    links = 0
    for found in _Following(run, options, _FAR, deep=False).each([item], depth):
        links += bool(found.follow and found.again is None)
        if links <= LINKS or not found.follow:
            yield found
        elif links == LINKS + 1:
            yield Item(found.follow.of, {}, f"names more than {LINKS:,} addresses; those after them are left out")


class _Following:
    """What was followed so far, by one run; not deep where lists are not gone into."""

    def __init__(self, run: Run, options: Options, reach: Reach, *, deep: bool = True) -> None:
        self._run, self._options, self._reach, self._deep = run, options, reach, deep
        self._seen: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._total = 0

    def each(self, found: Iterable[Item], depth: int) -> Iterator[Item]:
        """The items, with what their links lead to in their place; depth is in how many lists they are."""
        for item in found:
            link = item.follow
            if link is None:
                yield item
            elif link.url not in self._seen and not self._reach.had(item):
                self._seen.add(link.url)
                yield from self._counted(item, link, depth)

    def _counted(self, item: Item, link: Link, depth: int) -> Iterator[Item]:
        """A link, if its list and all of them have not named too many, which is said once of each."""
        self._counts[link.of] += 1
        over = self._counts[link.of] - self._reach.links if link.of else 0
        self._total += bool(link.of and over <= 0)
        if over == 1:
            yield Item(link.of, {}, f"names more than {self._reach.links:,} addresses; those after them are left out")
        elif over <= 0 and (not link.of or self._total <= self._reach.all):
            yield from self._fetched(item, link, depth)
        elif over <= 0 and self._total == self._reach.all + 1:
            yield Item(link.of, {}, f"is the list with address {self._total:,}; {_SPLIT}")

    def _fetched(self, item: Item, link: Link, depth: int) -> Iterator[Item]:
        if link.lists and depth > LISTS:
            yield Item(link.url, item.fields, _NESTED)
            return
        if self._reach.enough():
            yield replace(item, where=link.url, problem=_LEFT, again=0.0)
            return
        try:
            answer = self._run.fetch(link.url)
        except Refused as error:
            yield Item(link.url, item.fields, error.message)
        except Failed as error:
            yield replace(item, where=link.url, problem=error.message, again=error.retry_after or 0.0)
        else:
            yield from self._read(answer, item, link, depth)

    def _read(self, answer: Fetched, item: Item, link: Link, depth: int) -> Iterator[Item]:
        if link.lists:
            found = files.read(_source(answer, link.url), _encoded(answer, self._options))
            named = _named(found, link.url)
            yield from self.each(named, depth + 1) if self._deep else named
        else:
            options = Options(limits=self._options.limits)
            yield _page(answer, item, link, _encoded(answer, options))


def _named(found: Iterable[Item], where: str) -> Iterator[Item]:
    """Items of an answer: what is named in it was named by no person here, also in a table."""
    for item in found:
        link = item.follow
        yield replace(item, follow=replace(link, of=where)) if link and not link.of else item


def _source(answer: Fetched, where: str, feed: str = "") -> Source:
    """An answer as the readers of files take it."""
    kind = f"{answer.media_type}; charset={answer.charset}" if answer.charset else answer.media_type
    sent = {"content-type": kind, "last-modified": answer.last_modified, "date": answer.date}
    headers = {name: value for name, value in sent.items() if value}
    path = PurePosixPath(urlsplit(answer.url).path).name
    return Source(where, path, streams.opened(io.BytesIO(answer.body)), url=answer.url, headers=headers, feed=feed)


def _encoded(answer: Fetched, options: Options) -> Options:
    """With the encoding that the server says, for texts that cannot say it themselves, unless a person said another."""
    if options.encoding or answer.media_type not in _SILENT:
        return options
    with suppress(UnicodeDecodeError):
        answer.body.decode()
        return options
    return replace(options, encoding=answer.charset)


def _page(answer: Fetched, item: Item, link: Link, options: Options) -> Item:
    """The one article that a link leads to, with what the entry says that named it."""
    if _front(answer.url) and not _front(link.url):
        return Item(link.url, item.fields, f"leads to the front page {answer.url}, so the article is gone")
    published = item.fields.get("published")
    feed = published if link.of and isinstance(published, str) else ""
    found = list(islice(files.read(_source(answer, link.url, feed), options), 2))
    if len(found) != 1:
        return Item(link.url, item.fields, _SEVERAL)
    (page,) = found
    if page.follow:
        return Item(link.url, item.fields, _LIST)
    return replace(page, where=link.url, fields=_joined(page, item, link, urlsplit(answer.url).netloc))


def _front(url: str) -> bool:
    """Whether an address is a site's first page: many sites redirect there from articles that they have removed."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in {"", "/"} and not parts.query


def _joined(page: Item, entry: Item, link: Link, host: str) -> Mapping[str, object]:
    """The fields of a page and those of its entry, which count more where a person named the address.

    What a feed says of the publication of a page is one of the page's candidates, not a field; its name is a better
    source than a host, which a page has that names none.
    """
    own = {name: value for name, value in page.fields.items() if value}
    said = {name: value for name, value in entry.fields.items() if value}
    if not link.of:
        return {**own, **said}
    if page.dates:
        said.pop("published", None)
    if said.get("source") and host.endswith(str(own.get("source"))):
        own.pop("source", None)
    return {**said, **own}
