"""Loader input checked into drafts: the one place where a field is refused, and told why."""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Final
from urllib.parse import SplitResult, urlsplit
from zoneinfo import available_timezones

from timeline.core import calendar
from timeline.core.article import Draft
from timeline.core.interval import Interval
from timeline.errors import Invalid, TooLarge
from timeline.ingest import addresses, dates

FIELDS: Final = ("id", "title", "text", "source", "url", "published", "zone")
MAX_TEXT: Final = 1_000_000
LONGEST: Final = {"id": 200, "title": 1000, "source": 200, "url": 2000}
"""Code points of a field; ids and addresses end up in paths, which servers cut at a few thousand bytes."""

_UNREADABLE: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_BREAKS: Final = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
_AHEAD: Final = 14 * calendar.HOUR
"""The first zone to begin a day is fourteen hours ahead of UTC: a day that has begun there is not in the future."""
_SKEW: Final = 5 * calendar.MINUTE
_DIGEST: Final = 12


def draft(fields: Mapping[str, object], now: datetime, zone: str = "UTC", max_text: int = MAX_TEXT) -> Draft:
    """The article that the fields describe; Invalid or TooLarge, naming the field, for what cannot be taken.

    zone is what counts where the fields name none. Fields other than FIELDS are left alone.
    """
    text, url = _text(fields, max_text), _url(fields)
    own = _zone(fields, zone)
    return Draft(
        id=_id(fields, url, text),
        title=" ".join(_line(fields, "title").split()),
        text=text,
        source=_line(fields, "source") or (_host(urlsplit(url)) if url else ""),
        url=url,
        published=_published(fields, own, now),
        zone=own,
        address=addresses.canonical(url) if url else None,
    )


def _string(fields: Mapping[str, object], name: str) -> str:
    """The field as text, empty where it is missing or null."""
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Invalid(f"{name} must be text, not {type(value).__name__}", field=name)
    if bad := _UNREADABLE.search(value):
        raise Invalid(f"{name} has the character U+{ord(bad[0]):04X} at position {bad.start()}", field=name)
    return value


def _line(fields: Mapping[str, object], name: str) -> str:
    """One line without blanks around it; a title may be broken over several."""
    value = _string(fields, name).strip()
    if len(value) > LONGEST[name]:
        raise Invalid(f"{name} has {len(value):,} characters, more than {LONGEST[name]:,}", field=name)
    if name != "title" and _BREAKS.search(value):
        raise Invalid(f"{name} must be one line", field=name)
    return value


def _text(fields: Mapping[str, object], longest: int) -> str:
    """The text as it came, so that offsets hold."""
    value = fields.get("text")
    if isinstance(value, str) and len(value) > longest:
        raise TooLarge(f"text has {len(value):,} characters, more than {longest:,}", field="text")
    text = _string(fields, "text")
    if not text.strip():
        raise Invalid("text is missing" if "text" not in fields else "text is empty", field="text")
    return text


def _url(fields: Mapping[str, object]) -> str | None:
    """An absolute http or https address, or None."""
    url = _line(fields, "url")
    if not url:
        return None
    try:
        parts = urlsplit(url)
        port_fits = parts.port is None or parts.port > 0
    except ValueError as error:
        raise Invalid("url is not an address", field="url") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or not port_fits or " " in url:
        raise Invalid("url must be an address that begins with http:// or https://", field="url")
    if parts.username is not None or parts.password is not None:
        raise Invalid("url must not carry a name or password", field="url")
    return url


def _zone(fields: Mapping[str, object], default: str) -> str:
    zone = _string(fields, "zone").strip() or default
    if zone not in _zones():
        raise Invalid(f"'{zone[:80]}' is not a time zone such as Europe/London", field="zone")
    return zone


def _published(fields: Mapping[str, object], zone: str, now: datetime) -> Interval | None:
    written = _string(fields, "published").strip()
    if not written:
        return None
    try:
        found = dates.published(written, zone)
    except ValueError as error:
        raise Invalid(f"published: {error}", field="published") from error
    if found.start < calendar.at(1):
        raise Invalid(f"published: '{written}' is before any article", field="published")
    if found.start > _latest(found, now):
        raise Invalid(f"published: '{written}' lies in the future", field="published")
    return found


def _latest(found: Interval, now: datetime) -> float:
    """The last civil time at which what has appeared can begin."""
    if found.granularity.within_day:
        return calendar.from_instant(now, found.zone) + _SKEW
    return calendar.from_instant(now, "UTC") + _AHEAD


def _id(fields: Mapping[str, object], url: str | None, text: str) -> str:
    """The loader's own id, else one made from what stands for all addresses of the article, else from the text."""
    given = _line(fields, "id")
    if given in {".", ".."}:
        raise Invalid("id must not be a dot", field="id")
    if given or url is None:
        return given or f"text-{_digest(text)}"
    address = addresses.canonical(url)
    return f"{_host(urlsplit(address))}-{_digest(address)}"


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones()) - {"localtime"}
