"""The words of a date as an interval, with its time of day and zone; figures go by the language of the page."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.ingest import dates
from timeline.ingest.heads import printed
from timeline.ingest.heads.lexicon import MONTH_FIRST, UNCLEAR, ZONES

_EPOCH: Final = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d{1,6})?")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_MIDNIGHT: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:[.,]0{1,9})?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_ZONED: Final = re.compile(r"\d[:.hH]?\d\d.*?(?:Z|[+-]\d\d:?\d\d|\b(?!AM\b|PM\b)[A-Z]{2,5})\)?$")
_BRACKET: Final = re.compile(r"\s?[\[(][^\])]{1,40}[\])]$")
_FIGURES: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D?")
_HOUR_SIGN: Final = re.compile(r"\s?[hH時.]\s?(?=\d\d)")
_MONTHS: Final = 12
_VALUE: Final = 60
"""Code points of a value that is a date and nothing else; longer ones are searched for one."""


@dataclass(frozen=True, slots=True)
class Locale:
    """What a page's dates are read by: the zone of clocks without one, and the language of figures."""

    zone: str
    language: str = ""


def stated(words: str, by: Locale) -> tuple[Interval, bool] | None:
    """A value that is a date: its interval and whether it names its zone; None for anything else.

    Midnight to the second stands for the whole day: systems write it where they know no time of day.
    """
    words = " ".join(words.split())[: dates.LONGEST]
    if midnight := _MIDNIGHT.fullmatch(words):
        words = midnight[1]
    found = _published(_plain(words), by.zone) if len(words) <= _VALUE else None
    if found is not None:
        zoned = _EPOCH.fullmatch(words) or (found.granularity.within_day and _ZONED.search(words))
        return midnight_as_day(found), bool(zoned)
    return next((read for one in printed.find(words) if (read := in_line(one, by))), None)


def in_line(found: printed.Printed, by: Locale) -> tuple[Interval, bool] | None:
    """A date found in a line, with its time of day where that can be read."""
    day = _figures(found.date, by)
    clock = _HOUR_SIGN.sub(":", found.clock, count=1).replace("分", "").removesuffix("Uhr").strip()
    zone = found.zone.strip(" ()")
    read = _on_clock(f"{day} {clock}", zone, by) if clock else None
    if read is None:
        whole = _published(day, by.zone)
        return (whole, False) if whole else None
    return midnight_as_day(read), bool(zone)


def _on_clock(moment: str, zone: str, by: Locale) -> Interval | None:
    """A time of day by its zone: a region's name, the zone's own at that date, or one that dateparser knows."""
    local = _published(moment, ZONES.get(zone, by.zone))
    if local is None or not local.granularity.within_day:
        return None
    if zone in ZONES:
        return local.seen_from(replace(local, zone=by.zone))
    if not zone or calendar.to_instant(local.start, by.zone).astimezone(ZoneInfo(by.zone)).tzname() == zone:
        return local
    return _published(f"{moment} {zone}", by.zone) or local


def _published(words: str, zone: str) -> Interval | None:
    try:
        return dates.published(words, zone)
    except (ValueError, OverflowError):
        return None


def _plain(words: str) -> str:
    """Seconds since 1970 and compact forms in ISO 8601; what stands in brackets at the end only repeats the zone."""
    if epoch := _EPOCH.fullmatch(words):
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(epoch[1]))).isoformat()
    if compact := _COMPACT.fullmatch(words):
        year, month, day, hour, minute, second, zone = compact.groups("")
        return f"{year}-{month}-{day}T{hour}:{minute}{f':{second}' if second else ''}{zone}"
    return _BRACKET.sub("", words)


def _figures(day: str, by: Locale) -> str:
    """A date in figures as ISO 8601, where the language says which figure is the month; other dates as they are."""
    if whole := _YEAR_FIRST.fullmatch(day):
        return f"{whole[1]}-{int(whole[2]):02}-{int(whole[3]):02}"
    if not (found := _FIGURES.fullmatch(day)) or (by.language in UNCLEAR and "." not in day):
        return day
    first, second, year = (int(part) for part in found.groups())
    if second > _MONTHS or (by.language in MONTH_FIRST and first <= _MONTHS):
        first, second = second, first
    return f"{year}-{second:02}-{first:02}"


def midnight_as_day(found: Interval) -> Interval:
    """The day, for a moment that is midnight on the zone's clocks."""
    exact = found.granularity in {G.SECOND, G.MINUTE} and found.start % calendar.DAY == 0
    return unit_at(found.start, G.DAY, found.zone) if exact else found
