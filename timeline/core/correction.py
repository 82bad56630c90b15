"""What a person corrected of what was loaded, and who published it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.core.interval import Interval


class Corrected(StrEnum):
    """What can be corrected: the first three of an article, the zone and the others of a source."""

    PUBLISHED = "published"
    ZONE = "zone"
    SOURCE = "source"
    DOMAIN = "domain"
    COUNTRY = "country"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that a person gave in place of another; value is None where it is not known.

    interval and zoned are what the words of a publication mean, as Draft.published and Draft.zoned.
    """

    what: Corrected
    value: str | None
    who: str
    why: str
    recorded: datetime
    interval: Interval | None = None
    zoned: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes articles: country is an ISO 3166 code of two letters, zone an IANA name; None is not known."""

    collection: str
    name: str
    domain: str | None = None
    country: str | None = None
    zone: str | None = None
    owner: str | None = None
    articles: int = 0
    corrections: tuple[Correction, ...] = ()
