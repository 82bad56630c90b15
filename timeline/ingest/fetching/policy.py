"""What fetching may do, what it gives, and how it fails."""

import re
from dataclasses import dataclass
from typing import Final

from timeline.errors import Invalid, TimelineError

NAME: Final = "timeline"
"""The name by which robots.txt knows this service."""

TYPES: Final = frozenset(
    {
        *("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/csv", "text/tab-separated-values"),
        *("text/xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        *("application/json", "application/feed+json", "application/ld+json", "application/x-ndjson"),
        *("application/pdf", "message/rfc822", "application/warc", "application/zip", "application/x-zip-compressed"),
        *("application/gzip", "application/x-gzip", "application/x-tar"),
        # Servers of dumps and web archives often know no better; the form is recognised by content afterwards.
        "application/octet-stream",
    }
)
"""Media types that hold articles."""

_CONTACT: Final = re.compile(r"[!-'*-~]*")


class Refused(Invalid):
    """An address that is not fetched, now or later: the policy, the host or the answer forbids it.

    status is what a host answered that has nothing to give, 404 or 410 and the like; 0 where it was not that.
    """

    def __init__(self, message: str, *, field: str | None = None, status: int = 0) -> None:
        super().__init__(message, field=field)
        self.status = status


class Failed(TimelineError):
    """An address that could not be fetched now; retry_after is the number of seconds that the host asked to wait."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Policy:
    """What fetching may do; times are seconds. The defaults are what the open web is met with."""

    contact: str = ""
    """A page or mail address of whoever runs the service, told to every host."""
    ports: frozenset[int] = frozenset({80, 443})
    loopback: bool = False
    """Whether 127.0.0.0/8 and ::1 may be reached, as in tests; other private addresses never may."""
    redirects: int = 5
    connect: float = 10.0
    read: float = 20.0
    """The longest silence in the middle of an answer."""
    total: float = 60.0
    """The longest that one address may take, with its redirects and robots.txt, and without the waiting between."""
    most: int = 20 * 1024 * 1024
    """Bytes of an answer, unpacked."""
    types: frozenset[str] = TYPES
    robots: bool = True
    delay: float = 1.0
    """Between two requests to one host, where its robots.txt asks for no more."""
    longest_delay: float = 30.0

    def __post_init__(self) -> None:
        if not _CONTACT.fullmatch(self.contact):
            raise Invalid("the contact for fetching must be an address of mail or the web, without blanks")

    @property
    def agent(self) -> str:
        return f"{NAME} (+{self.contact})" if self.contact else NAME


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer is known by; url is the address that gave it, which alone can be asked about it."""

    url: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address after all redirects, the headers that matter, as sent, and the body, unpacked."""

    url: str
    status: int
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    date: str = ""
    body: bytes = b""

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def validators(self) -> Validators:
        """What to ask with next time."""
        return Validators(self.url, self.etag, self.last_modified)
