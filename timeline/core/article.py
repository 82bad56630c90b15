"""Articles, their revisions, and when they were published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.core.derivation import Derivation
from timeline.core.interval import UNKNOWN, Interval


class Trust(StrEnum):
    """Where a publication date comes from, the most trusted first."""

    GIVEN = "given"
    PAGE = "page"
    """What the saved page says of its publication."""
    TEXT = "text"
    DATELINE = "dateline"
    BYLINE = "byline"
    HINT = "hint"
    """What its address, a change or the server tells of it."""
    OTHERS = "others"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An interval in which an article may have appeared, and why."""

    interval: Interval
    trust: Trust
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared, with the evidence for it, and every candidate that lost."""

    interval: Interval = UNKNOWN
    trust: Trust = Trust.NONE
    derivation: Derivation = ()
    lost: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a loader hands it over, checked; published is what the loader was told, or None.

    id is the loader's own, or is made from the URL or the text; zone is an IANA name.
    """

    id: str
    title: str
    text: str
    source: str
    url: str | None
    published: Interval | None
    zone: str
    address: str | None = None
    """What stands for all URLs that lead to the article: tracked, mobile and AMP ones too."""
    stated: tuple[Candidate, ...] = ()
    """The dates that the saved page gives for itself, the best first."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as stored: its latest revision and its publication as far as it is known."""

    collection: str
    id: str
    title: str
    text: str
    source: str
    url: str | None
    given: Interval | None
    zone: str
    revision: int
    digest: str
    added: datetime
    publication: Publication = Publication()
    stated: tuple[Candidate, ...] = ()
