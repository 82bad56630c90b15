"""The library form: a text read and anchored in one call."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from timeline.core import interval
from timeline.core.anchoring import anchor
from timeline.core.expression import Rejected, Resolution
from timeline.core.interval import Interval
from timeline.resolve import read
from timeline.resolve.reader import read_text


def resolve_text(text: str, published: date | datetime | None, zone: str) -> tuple[Resolution, ...]:
    """What `timeline.resolve` promises."""
    reading = read_text(text)
    return anchor(reading.expressions, publication(published, zone), post=reading.post)


def explain_text(
    text: str, published: date | datetime | None, zone: str
) -> tuple[tuple[Resolution, ...], tuple[Rejected, ...]]:
    """The same, and what was rejected and why."""
    reading = read(text)
    return anchor(reading.expressions, publication(published, zone), post=reading.post), reading.rejected


def publication(published: date | datetime | None, zone: str) -> Interval:
    """The interval of a publication: a day, a second, or open."""
    if published is None:
        return Interval(interval.UNKNOWN.start, interval.UNKNOWN.end, interval.UNKNOWN.granularity, zone)
    if isinstance(published, datetime):
        aware = published if published.tzinfo else published.replace(tzinfo=ZoneInfo(zone))
        return interval.second(aware.astimezone(UTC), zone)
    return interval.day(published, zone)
