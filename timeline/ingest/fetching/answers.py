"""What the head of an answer says, read with suspicion."""

from contextlib import suppress
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urljoin

from urllib3.response import HTTPResponse

from timeline.ingest.fetching.policy import Fetched, Refused
from timeline.ingest.fetching.targets import Target

_LONGEST: Final = 500
"""Characters of a header that is kept; ETag and Last-Modified need far less, and are sent back."""
_DAY: Final = 86_400.0


def head(target: Target, response: HTTPResponse) -> Fetched:
    """An answer without its body."""
    kind = Message()
    kind["Content-Type"] = _header(response, "Content-Type").partition(",")[0]
    return Fetched(
        url=target.url,
        status=response.status,
        media_type=kind["Content-Type"].partition(";")[0].strip().lower(),
        charset=kind.get_content_charset(""),
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
        date=_header(response, "Date"),
    )


def location(target: Target, response: HTTPResponse) -> str:
    """Where a redirect leads, unchecked; headers are bytes, and what is not ASCII in them is mostly UTF-8."""
    written = response.headers.get("Location", "").strip()
    if not written:
        raise Refused(f"{target.host} redirects without saying where to")
    with suppress(UnicodeError):
        written = written.encode("latin-1").decode()
    try:
        return urljoin(target.url, written.replace(" ", "%20"))
    except ValueError as error:
        raise Refused(f"{target.host} redirects to '{written[:200]}', which is not an address") from error


def retry_after(response: HTTPResponse) -> float | None:
    """Seconds that a host asks to wait, at most a day; a date counts from the host's own clock (RFC 9110, 10.2.3)."""
    written = _header(response, "Retry-After")
    if written.isascii() and written.isdigit():
        return min(float(written), _DAY)
    try:
        wait = parsedate_to_datetime(written) - parsedate_to_datetime(_header(response, "Date"))
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(wait.total_seconds(), 0.0), _DAY)


def _header(response: HTTPResponse, name: str) -> str:
    """A header, or nothing where it is longer or stranger than such a header can be."""
    written = response.headers.get(name, "").strip()
    return written if len(written) <= _LONGEST and written.isprintable() else ""
