"""Articles, their revisions, and when they were published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.core.correction import Corrected, Correction
from timeline.core.derivation import Derivation, Step
from timeline.core.interval import UNKNOWN, Interval


class Trust(StrEnum):
    """Where a publication date comes from, the most trusted first."""

    CORRECTED = "corrected"
    """What a person said in place of all others."""
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


class ZoneFrom(StrEnum):
    """Who says in which time zone an article was written, the most trusted first."""

    ARTICLE = "article"
    SOURCE = "source"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An interval in which an article may have appeared, and why."""

    interval: Interval
    trust: Trust
    derivation: Derivation
    zoned: bool = False
    """Whether what was written names its zone, so that the instant stays when the article's zone is corrected."""
    future: bool = False
    """Whether it lay in the future when the article was loaded, so that it dates nothing."""


class DoubtKind(StrEnum):
    """Why a publication date may be wrong."""

    FUTURE = "future"
    """A date in the future was stated."""
    BEFORE_ITS_EVENTS = "before_its_events"
    """What is told as past lies after it."""
    CLOCK = "clock"
    """The text calls another day today."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to doubt a publication date, and the step that makes it: gave is what speaks against it."""

    kind: DoubtKind
    step: Step


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared, with the evidence for it, every candidate that lost, and what makes it doubtful."""

    interval: Interval = UNKNOWN
    trust: Trust = Trust.NONE
    derivation: Derivation = ()
    lost: tuple[Candidate, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a loader hands it over, checked; published is what the loader was told, or None.

    id is the loader's own, or is made from the URL or the text; zone is an IANA name, by which the page was read.
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
    zoned: bool = False
    """Whether published names its zone; it is on the clocks of UTC then, and else on those of no zone in particular."""
    zone_from: ZoneFrom = ZoneFrom.ARTICLE
    """Whose the zone is: the article's own, or the collection's, where nothing says the article's."""
    domain: str | None = None
    """The domain under which its source publishes, as far as the URL tells."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as stored: its latest revision and its publication as far as it is known.

    source, zone and owner are those that count; given, zoned and stated what was loaded, as in Draft, so that a zone
    that is corrected can be applied to them (core.zones).
    """

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
    zoned: bool = False
    zone_from: ZoneFrom = ZoneFrom.ARTICLE
    owner: str | None = None
    """Who owns its source."""
    corrections: tuple[Correction, ...] = ()
    """What a person corrected of it, oldest first; the last of a kind counts."""

    def corrected(self, what: Corrected) -> Correction | None:
        """The correction that counts; None where there is none of this kind."""
        return next((one for one in reversed(self.corrections) if one.what is what), None)
