"""Publication dates as they come from the wild: RFC 3339, EDTF, and what pages and feeds print."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from dateparser.date import DateData, DateDataParser

from timeline.core import calendar, edtf, zones
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at

LONGEST: Final = 100
"""Code points of a date as printed; longer ones are sentences, and reading those in every language takes seconds."""

_LABEL: Final = re.compile(r"(?:first )?(?:published|posted|updated|last modified)(?: on)?\s*:?\s+", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))")
_ISO: Final = re.compile(r"[Y-]?\d{4}[\dTtXZz:.,+~?%/-]*")
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{4}(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SECONDS: Final = re.compile(r"\d[:.]\d\d[:.]\d\d")
_MONTHS: Final = 12
_UNITS: Final = {"day": G.DAY, "week": G.WEEK, "month": G.MONTH, "year": G.YEAR}


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written: on the clocks of UTC where its words name their zone, else on those of no zone."""

    interval: Interval
    zoned: bool


def published(text: str, zone: str) -> Interval:
    """The interval in which an article appeared, on the zone's clocks; ValueError with a sentence for what has no date.

    An instant keeps its second or minute, a date stays a date, '2024-11' a month. Refused are dates without a year,
    relative ones, and numeric ones that have two readings.
    """
    found = read(text)
    return zones.on_clocks(found.interval, zone, zoned=found.zoned)


def read(text: str) -> Written:
    """The date and whether it names its zone, so that it can be seen on any clock (core.zones); fails as published."""
    written = _LABEL.sub("", text.strip(), count=1)
    if not written or len(written) > LONGEST:
        raise ValueError(f"a date has 1 to {LONGEST} characters")
    return _instant(written) or _edtf(written) or _printed(written)


def to_the_second(text: str) -> bool:
    """Whether a time of day is written to the second; a count of seconds is."""
    return bool(_SECONDS.search(text)) or ":" not in text


def _instant(text: str) -> Written | None:
    """RFC 3339 and its relatives in ISO 8601: a date with a time of day."""
    try:
        found = datetime.fromisoformat(text.upper()) if ":" in text else None
    except ValueError:
        return None
    return _at(found, text) if found else None


def _edtf(text: str) -> Written | None:
    """A date by its notation: figures that are none are refused here, and not guessed at."""
    if whole := _YEAR_FIRST.fullmatch(text):
        text = f"{whole[1]}-{int(whole[3] or whole[5]):02}-{int(whole[4] or whole[6]):02}"
    return Written(edtf.read(text), zoned=False) if text.startswith("..") or _ISO.fullmatch(text) else None


def _printed(text: str) -> Written:
    """What dateparser reads as an absolute date, in any of its languages."""
    if (numeric := _NUMERIC.search(text)) and _ambiguous(int(numeric[1]), int(numeric[2])):
        raise ValueError(f"'{text}' can be read with the day or the month first; write it as 2024-11-05")
    found = _parser().get_date_data(text) if _YEAR.search(text) else DateData()
    if not isinstance(found.date_obj, datetime):
        raise ValueError(f"'{text}' is not a date with a year, such as 2024-11-05T14:05:00Z, 2024-11-05 or 2024-11")
    if found.period == "time":
        return _at(found.date_obj, text)
    day = found.date_obj
    whole = unit_at(calendar.at(day.year, day.month, day.day), _UNITS[found.period or "day"])
    return Written(whole, zoned=False)


def _ambiguous(first: int, second: int) -> bool:
    return first != second and max(first, second) <= _MONTHS


def _at(moment: datetime, text: str) -> Written:
    """The second or, where none is written, the minute."""
    zoned = moment.tzinfo is not None
    try:
        civil = calendar.from_instant(moment if zoned else moment.replace(tzinfo=UTC), zones.UTC)
    except OverflowError as error:
        raise ValueError(f"{moment} is a date outside the years 1 to 9999") from error
    return Written(unit_at(civil, G.SECOND if _SECONDS.search(text) else G.MINUTE), zoned)


@cache
def _parser() -> DateDataParser:
    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year"], "RETURN_TIME_AS_PERIOD": True}
    return DateDataParser(settings=settings)
