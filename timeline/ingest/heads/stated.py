"""What a page says of a date, and the order in which such sayings are believed."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Where(StrEnum):
    """The kind of place where a date was found."""

    JSON_LD = "json_ld"
    META = "meta"
    MICRODATA = "microdata"
    FEED = "feed"
    TIME = "time"
    BYLINE = "byline"
    URL = "url"
    HTTP_HEADER = "http_header"
    CAPTURE = "capture"
    """What a web archive says of when it took the page."""


class Rank(IntEnum):
    """How far a statement speaks of the publication itself, the best first."""

    ARTICLE = 1
    DECLARED = 2
    MARKED = 3
    FEED = 4
    TIME = 5
    PRINTED = 6
    PAGE = 7
    ADDRESS = 8
    VAGUE = 9
    CREATED = 10
    MONTH = 11
    MODIFIED = 12
    SERVED = 13

    @property
    def publication(self) -> bool:
        """Whether it speaks of the publication, and not of a draft, a change or a copy."""
        return self < Rank.CREATED or self is Rank.MONTH


@dataclass(frozen=True, slots=True)
class Statement:
    """A date as written: the kind of place, the name it has there, and its rank."""

    where: Where
    name: str
    rank: Rank
    words: str
