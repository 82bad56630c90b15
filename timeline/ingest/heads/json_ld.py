"""JSON-LD in pages: what it says of the article itself, read leniently (https://schema.org/NewsArticle)."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from timeline.ingest.heads.lexicon import ARTICLES, PAGES, WAYS
from timeline.ingest.heads.stated import Rank, Statement, Where

LONGEST: Final = 500_000
_NODES: Final = 2_000
_FENCE: Final = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}(?:<!\[CDATA\[|\]\]>)(?:\s{0,9}\*/)?")
_SPARE: Final = re.compile(r'("(?:[^"\\]|\\.)*")|/\*[^*]*\*/|//[^\n]*|,(?=\s{0,200}[}\]])', re.DOTALL)
_GAP: Final = re.compile(r"[\s;,]*")
_BARE: Final = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"\\]{4,60})"')
_RANKS: Final = {"datePublished": 0, "dateCreated": Rank.CREATED, "dateModified": Rank.MODIFIED}
_TAIL: Final = re.compile(r"([^/?#]+)/?(?:amp/?)?(?:[?#].*)?$")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is called and where it is, to know its own node from those of other articles."""

    addresses: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def read(scripts: list[str], page: Page) -> Iterator[Statement]:
    """The dates of the article, then those of the page; of scripts that cannot be read, the one that all agree on."""
    nodes = [node for text in scripts for root in _roots(text[:LONGEST]) for node in _walk(root)]
    articles = [node for node in nodes if _types(node) & ARTICLES]
    own = [node for node in articles if _concerns(node, page) is True]
    likely = own or [node for node in articles if _concerns(node, page) is None]
    for node in likely:
        yield from _dates(node, Rank.ARTICLE)
    for node in nodes:
        if _types(node) & PAGES and _concerns(node, page) is not False:
            yield from _dates(node, Rank.PAGE)
    broken = {found for text in scripts if not list(_roots(text[:LONGEST])) for found in _BARE.findall(text[:LONGEST])}
    if len(broken) == 1:
        yield Statement(Where.JSON_LD, "datePublished", Rank.PAGE, broken.pop())


def _roots(text: str) -> Iterator[Any]:
    """The values of a script, one after the other, as far as they can be read."""
    text = _FENCE.sub(" ", html.unescape(text) if text.lstrip().startswith(("{&", "[&")) else text).strip()
    decoder = json.JSONDecoder(strict=False)
    for attempt in (text, _SPARE.sub(lambda m: m[1] or " ", text)):
        found, at = list[Any](), 0
        try:
            while at < len(attempt) and len(found) < _NODES:
                value, at = decoder.raw_decode(attempt, at)
                found.append(value)
                at = gap.end() if (gap := _GAP.match(attempt, at)) else at
        except (ValueError, RecursionError):
            pass
        if found:
            yield from found
            return


def _walk(root: Any) -> Iterator[Node]:
    """The nodes that are the page or its article: through arrays and the ways down that stay with them."""
    stack, seen = [root], 0
    while stack and seen < _NODES:
        value, seen = stack.pop(), seen + 1
        if isinstance(value, list):
            stack += reversed(value[:_NODES])
        elif isinstance(value, dict):
            yield value
            stack += [below for key, below in value.items() if key.lower() in WAYS]


def _types(node: Node) -> frozenset[str]:
    """'https://schema.org/NewsArticle' as 'newsarticle'; a node without a type may be a page."""
    found = node.get("@type", "WebPage")
    named = found if isinstance(found, list) else [found]
    return frozenset(re.split(r"[/:#]", one)[-1].lower() for one in named if isinstance(one, str))


def _dates(node: Node, rank: Rank) -> Iterator[Statement]:
    for name, other in _RANKS.items():
        value = node.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@value")
        if isinstance(value, str | int) and not isinstance(value, bool):
            yield Statement(Where.JSON_LD, name, Rank(other or rank), str(value))


def _concerns(node: Node, page: Page) -> bool | None:
    """Whether a node is of this page, by its address, else by its headline; None where neither says.

    An address on another site says nothing: many pages have kept the one of the documentation's example.
    """
    ours = {_tail(one): _site(one) for one in page.addresses}
    said = {_tail(one): _site(one) for one in _addresses(node)}
    if (said.keys() & ours.keys()) - {""}:
        return True
    headline = _plain(node.get("headline") or node.get("name"))
    if headline and any(headline in title or title in headline for title in map(_plain, page.titles) if title):
        return True
    sites = {site for tail, site in said.items() if tail} & {site for tail, site in ours.items() if tail}
    return False if sites and headline and any(page.titles) else None


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and "/" in value:
            yield value.partition("#")[0]


def _tail(address: str) -> str:
    """The last part of an address's path, which AMP and mobile twins share; empty for a home page."""
    path = address[:2_000].partition("://")[2].partition("/")[2]
    found = _TAIL.search(path.removesuffix("/").removesuffix("/amp"))
    return found[1].lower().removesuffix(".amp") if found else ""


def _site(address: str) -> str:
    """The host without what twins of a page differ in."""
    host = address[:2_000].partition("://")[2].partition("/")[0].lower()
    return re.sub(r"^(?:(?:www|m|mobile|amp)\.)+", "", host)


def _plain(title: Any) -> str:
    return " ".join(re.findall(r"\w+", html.unescape(title[:500]).lower())) if isinstance(title, str) else ""
