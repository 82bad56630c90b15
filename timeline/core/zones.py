"""Time zones: which there are, and what is written on one clock as another shows it."""

from dataclasses import replace
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from timeline.core import calendar
from timeline.core.article import ZoneFrom
from timeline.core.interval import Interval

UTC: Final = "UTC"


def known(zone: str) -> bool:
    """Whether this is the IANA name of a time zone."""
    return zone in _names()


def on_clocks(written: Interval, zone: str, *, zoned: bool) -> Interval:
    """What was written, as clocks in a zone show it.

    Words that name their own zone (zoned) are a known instant: it stays, and moves on the clock. All others are what
    some clock or calendar showed: that stays, and the instant moves.
    """
    if not zoned or zone == written.zone:
        return replace(written, zone=zone)
    if not written.bounded:
        start, end = (calendar.in_zone(at, written.zone, zone) for at in (written.start, written.end))
        return Interval(start, end, written.granularity, zone)
    start = calendar.in_zone(written.start, written.zone, zone)
    return Interval(start, start + (written.end - written.start), written.granularity, zone)


def counts(own: str | None, source: str | None, collection: str) -> tuple[str, ZoneFrom]:
    """The zone that counts for an article, and whose it is: its own, else that of its source, else the collection's."""
    if own is not None:
        return own, ZoneFrom.ARTICLE
    return (collection, ZoneFrom.COLLECTION) if source is None else (source, ZoneFrom.SOURCE)


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones()) - {"localtime"}
