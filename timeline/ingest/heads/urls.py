"""Dates in addresses: '/2024/11/05/', '/2024/nov/05/', '2024-11-05-', '20241105'; '/2024/11/' is a month."""

import calendar as months
import re
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from timeline.ingest.heads.stated import Rank, Statement, Where

_ARCHIVE: Final = re.compile(r"^https?://[^/]{1,200}/web/\d{4,14}[a-z_]{0,4}/(?=https?:)")
_MONTHS: Final = {name.lower(): number for number, name in enumerate(months.month_abbr) if name}
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = re.compile(
    rf"(?<!\d){_YEAR}(?P<sign>[-/_.]?)(?P<month>\d\d|[a-z]{{3}})(?P=sign)(?P<day>\d\d)(?![\d.]\d|\d)"
)
_SHORT: Final = re.compile(rf"/{_YEAR}/(?P<month>\d|[a-z]{{3}}|\d\d)/(?P<day>\d\d?)(?=/)")
_MIXED: Final = re.compile(rf"/{_YEAR}[-/](?P<month>\d\d)[-/]?(?P<day>\d\d)(?=/)")
_MONTH: Final = re.compile(r"/((?:19|20)\d\d)[-/](\d\d|[a-z]{3})(?=/)")
_LONGEST: Final = 2_000


def read(address: str) -> list[Statement]:
    """The date in the path, a day before a month; the stamp of a web archive is when it was copied, and is none."""
    try:
        path = urlsplit(_ARCHIVE.sub("", address[:_LONGEST])).path.lower()
    except ValueError:
        return []
    for found in (*_DAY.finditer(path), *_SHORT.finditer(path), *_MIXED.finditer(path)):
        if words := _day(*found.group("year", "month", "day")):
            return [Statement(Where.URL, found[0].strip("/"), Rank.ADDRESS, words)]
    for found in _MONTH.finditer(path):
        if words := _day(found[1], found[2], "1"):
            return [Statement(Where.URL, found[0].strip("/"), Rank.MONTH, words[:7])]
    return []


def _day(year: str, month: str, day: str) -> str:
    """The day in ISO 8601, empty where there is none."""
    number = int(month) if month.isdecimal() else _MONTHS.get(month, 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""
