"""What flows through the readers of files: a source of bytes goes in, items come out."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from timeline.core.article import Candidate
from timeline.ingest.drafts import LONGEST
from timeline.ingest.forms import Form
from timeline.ingest.limits import Limits

Dates = Callable[[str, datetime], tuple[Candidate, ...]]
"""Publication candidates, for the zone of clocks that name none and the time at which the page is loaded."""
NO_TEXT: Final = "has only an address, and fetching is off; set TIMELINE_FETCH=on, or save the page and load that"


@dataclass(frozen=True, slots=True)
class Link:
    """An address that must be fetched for there to be an article (followed.py does); of is the list that names it.

    That is a feed or a sitemap, and '' where a person named it, whose other words then count more than the page's.
    """

    url: str
    of: str = ""
    lists: bool = False
    """Whether what it leads to may be a list itself, as in an index of sitemaps."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a file as it was found: where, and its fields, or the problem that kept it from being read."""

    where: str
    fields: Mapping[str, object]
    problem: str = ""
    dates: Dates | None = None
    """Gives the dates that a page states for itself."""
    follow: Link | None = None
    """What is to be fetched for it; it always has a problem then, which says why it was not."""
    again: float | None = None
    """After how many seconds, at least, following may succeed that failed just now; None where it never will."""


def of_fields(where: str, fields: Mapping[str, object]) -> Item:
    """An article whose fields a person wrote, as in a table; without a text its address is one to be fetched."""
    url = fields.get("url")
    if fields.get("text") or not url or not isinstance(url, str):
        return Item(where, fields)
    return Item(where, fields, NO_TEXT, follow=Link(url))


@dataclass(frozen=True, slots=True)
class Options:
    """What a person said about the files: their form, {our field: their column}, their encoding."""

    form: Form | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read: where they are for a person, their path below what was named ('' for stdin), their stream.

    level is how many archives they are in; url and headers (names in lower case) are what a server said of them, feed
    the date that the feed gave which led to them.
    """

    where: str
    path: str
    stream: io.BufferedReader
    level: int = 0
    url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    feed: str = ""

    def named(self, fields: Mapping[str, object]) -> dict[str, object]:
        """The fields of the one article in it; where they have neither id nor address, with its own.

        The id is the path without its ending, which stays the same when the folder is loaded again.
        """
        if fields.get("id") or fields.get("url"):
            return dict(fields)
        made = "-".join(PurePosixPath(self.path).with_suffix("").parts) if self.path else ""
        known = {"url": self.url} if self.url else {"id": made} if 0 < len(made) <= LONGEST["id"] else {}
        return {**known, **fields}

    def inside(self, path: str, stream: io.BufferedReader) -> "Source":
        """A member of this archive; what a server said of the whole does not hold for it."""
        return Source(f"{self.where}/{path}", path, stream, self.level + 1)
