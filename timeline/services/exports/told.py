"""What every format says of an event in words: its title, its date, its sources, without signs that do harm."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from timeline.core import rfc3339
from timeline.core.article import Article
from timeline.core.event import Event
from timeline.core.mention import Status
from timeline.services import because
from timeline.services.exports.taken import Entry, Taken

_STATUS: Final = {Status.PLANNED: "Planned", Status.DENIED: "Denied", Status.POSSIBLE: "Claimed, not confirmed"}
_UNSEEN: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe-\U0001ffff]")
"""Signs that turn the direction of what follows them, beyond their own text, and code points that are none."""
_CONTROLS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_NAMESPACE: Final = uuid.UUID("7b8d35a5-0b4e-5c53-9a35-6f1e1bbf4d0e")
"""Of the ids of events; made once, never to be changed: calendars and feed readers remember what they have seen."""
_NOT_IN_ADDRESSES: Final = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f-\xa0\u2028-\u202e\u2066-\u2069]')
_NOT_IN_PATHS: Final = re.compile(rf"{_NOT_IN_ADDRESSES.pattern}|[\[\]]")
"""A host may be [::1]."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An article that reports an event, once: who published it, its title, its address, when, and what it says."""

    source: str
    title: str
    url: str
    published: str | None
    quote: str


def plain(text: str) -> str:
    """A text on one line, without control characters and without signs that turn what stands behind it."""
    return _CONTROLS.sub(" ", _UNSEEN.sub("", text)).strip()


def title(event: Event) -> str:
    """The title; what is not told as having happened says so."""
    status = _STATUS.get(event.status)
    return f"{status}: {plain(event.title)}" if status else plain(event.title)


def when(event: Event) -> str:
    """'5 November 2024, certain'; 'date not known'."""
    shown = because.display(event.date)
    return f"{shown}, {event.date.certainty.value}" if event.date.dated else shown


def corroboration(event: Event) -> str:
    """'3 articles, 2 independent'."""
    counts = event.corroboration
    return f"{counted(counts.articles, 'article')}, {counts.origins} independent"


def cited(entry: Entry) -> tuple[Cited, ...]:
    """The articles that report an event, each once with its first sentence, in the order of the reports."""
    first = {report.article: report for report in reversed(entry.event.reports)}
    ordered = dict.fromkeys(report.article for report in entry.event.reports)
    return tuple(_cited(first[own].source, first[own].mention.text, entry.articles.get(own)) for own in ordered)


def text(entry: Entry) -> Iterator[str]:
    """An event as lines for a reader: its date, what is reported and by whom, the reasons of its date."""
    yield f"{when(entry.event)} ({corroboration(entry.event)})"
    for one in cited(entry):
        yield f"“{one.quote}” {one.source}" + (f", {one.url}" if one.url else "")
    yield "Why this date? " + " ".join(plain(found.text) for found in because.told(entry.event) if found.parts)


def asked(taken: Taken) -> str:
    """'Asked for: from 2024-10-01, entity Kursk.', or that all was asked for."""
    parts = [f"{name} {plain(value)}" for name, value in taken.asked.items()]
    return f"Asked for: {', '.join(parts)}." if parts else "All events were asked for."


def left_out(taken: Taken) -> str:
    """'12 events are given, 3 are left out: 2 by the filter, 1 without a date.'"""
    left = taken.left_out
    given = f"{counted(taken.given, 'event')} {'is' if taken.given == 1 else 'are'} given"
    if not left.total:
        return f"{given}, none is left out."
    reasons = {
        "by the filter": left.filtered,
        "without a date": left.undated,
        "without both ends": left.unplaced,
        "on other pages": left.elsewhere,
    }
    why = ", ".join(f"{count:,} {reason}" for reason, count in reasons.items() if count)
    return f"{given}, {left.total:,} left out: {why}."


def counted(count: int, noun: str) -> str:
    """'1 article', '1,267 articles'."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def identifier(event: Event) -> str:
    """A UUID for an event: the same in every format, from every address of the service."""
    return str(uuid.uuid5(_NAMESPACE, event.id))


def added(entry: Entry, otherwise: datetime) -> datetime:
    """When the newest article that reports an event was added."""
    known = [entry.articles[report.article].added for report in entry.event.reports if report.article in entry.articles]
    return max(known, default=otherwise)


def outside(url: str | None) -> str:
    """An address that may become a link, http or https, with what no address may have in it encoded; else nothing."""
    parts = urlsplit(url or "")
    if parts.scheme not in {"http", "https"}:
        return ""
    host, rest = f"{parts.scheme}://{parts.netloc}", urlunsplit(parts._replace(scheme="", netloc=""))
    return _NOT_IN_ADDRESSES.sub(_encoded, host) + _NOT_IN_PATHS.sub(_encoded, rest)


def places(event: Event) -> Mapping[str, tuple[str, ...]]:
    """The names in an event by their kind."""
    kinds = dict.fromkeys(entity.kind for entity in event.entities)
    return {kind: tuple(plain(one.name) for one in event.entities if one.kind == kind) for kind in kinds}


def _encoded(sign: re.Match[str]) -> str:
    return quote(sign[0])


def _cited(source: str, quoted: str, article: Article | None) -> Cited:
    name = plain(source) or "Source not named"
    if article is None:
        return Cited(name, "", "", None, plain(quoted))
    published = rfc3339.moment(article.publication.interval)
    return Cited(name, plain(article.title), outside(article.url), published, plain(quoted))
