"""Loader input checked into drafts: the one place where a field is refused, and told why."""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, urlsplit

from timeline.core import calendar, zones
from timeline.core.article import Draft, ZoneFrom
from timeline.errors import Invalid, TooLarge
from timeline.ingest import addresses, dates
from timeline.ingest.dates import Written

FIELDS: Final = ("id", "title", "text", "source", "url", "published", "zone")
MAX_TEXT: Final = 1_000_000
LONGEST: Final = {"id": 200, "title": 1000, "source": 200, "url": 2000, "owner": 200, "domain": 253, "why": 1000}
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
    own = _zone(fields)
    published = _published(fields, own, now)
    return Draft(
        id=_id(fields, url, text),
        title=" ".join(line(fields, "title").split()),
        text=text,
        source=line(fields, "source") or (_host(urlsplit(url)) if url else ""),
        url=url,
        published=published.interval if published else None,
        zone=own or zone,
        address=addresses.canonical(url) if url else None,
        zoned=published is not None and published.zoned,
        zone_from=ZoneFrom.ARTICLE if own else ZoneFrom.COLLECTION,
        domain=_domain(_host(urlsplit(url))) if url else None,
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


def line(fields: Mapping[str, object], name: str, longest: int | None = None) -> str:
    """The field as one line without blanks around it; a title may be broken over several. Invalid for anything else."""
    value, most = _string(fields, name).strip(), longest or LONGEST[name]
    if len(value) > most:
        raise Invalid(f"{name} has {len(value):,} characters, more than {most:,}", field=name)
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
    url = line(fields, "url")
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


def _zone(fields: Mapping[str, object]) -> str | None:
    zone = _string(fields, "zone").strip()
    return known_zone(zone) if zone else None


def known_zone(zone: str) -> str:
    """The same; Invalid where there is no such time zone."""
    if not zones.known(zone):
        raise Invalid(f"'{zone[:80]}' is not a time zone such as Europe/London", field="zone")
    return zone


def _published(fields: Mapping[str, object], zone: str | None, now: datetime) -> Written | None:
    written = _string(fields, "published").strip()
    return publication(written, zone, now) if written else None


def publication(written: str, zone: str | None, now: datetime) -> Written:
    """What a date means that an article is said to have; Invalid for what is none, or cannot be one now.

    zone is that of its clock, None where that is not known: then it may be the one furthest ahead.
    """
    try:
        found = dates.read(written)
    except ValueError as error:
        raise Invalid(f"published: {error}", field="published") from error
    if found.interval.start < calendar.at(1):
        raise Invalid(f"published: '{written}' is before any article", field="published")
    if found.interval.start > _latest(found, zone, now):
        raise Invalid(f"published: '{written}' lies in the future", field="published")
    return found


def _latest(found: Written, zone: str | None, now: datetime) -> float:
    """The last civil time at which what has appeared can begin."""
    if found.interval.granularity.within_day and (found.zoned or zone):
        return calendar.from_instant(now, zones.UTC if found.zoned else zone or zones.UTC) + _SKEW
    return calendar.from_instant(now, zones.UTC) + _AHEAD


def _id(fields: Mapping[str, object], url: str | None, text: str) -> str:
    """The loader's own id, else one made from what stands for all addresses of the article, else from the text."""
    given = line(fields, "id")
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


@lru_cache(maxsize=10_000)
def _domain(host: str) -> str:
    """'cnn.com' for 'edition.cnn.com': what a publisher has registered; the host where that cannot be told."""
    from courlan import extract_domain

    return extract_domain(f"https://{host}/") or host
