"""Publication dates as feeds and pages print them."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.core import edtf, zones
from timeline.core.granularity import Granularity as G
from timeline.ingest import dates

LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("text", "written", "granularity"),
    [
        ("2024-11-05T14:05:00Z", "2024-11-05T14:05:00", G.SECOND),
        ("2024-11-05t14:05:00z", "2024-11-05T14:05:00", G.SECOND),
        ("2024-11-05 14:05:00.25+02:00", "2024-11-05T12:05:00", G.SECOND),
        ("2024-11-05T14:05Z", "2024-11-05T14:05", G.MINUTE),
        ("2024-11-05T14:05", "2024-11-05T14:05", G.MINUTE),
        ("2024-11-05", "2024-11-05", G.DAY),
        (" 2024-11-05 ", "2024-11-05", G.DAY),
        ("2024/11/5", "2024-11-05", G.DAY),
        ("2024.11.05", "2024-11-05", G.DAY),
        ("20241105", "2024-11-05", G.DAY),
        ("2024-11", "2024-11", G.MONTH),
        ("2024", "2024", G.YEAR),
        ("2024-11-04/2024-11-05", "2024-11-04/2024-11-05", G.INTERVAL),
        ("../2024-11-05", "../2024-11-05", G.INTERVAL),
        ("Tue, 05 Nov 2024 14:05:00 GMT", "2024-11-05T14:05:00", G.SECOND),
        ("Tue, 05 Nov 2024 14:05:00 -0500", "2024-11-05T19:05:00", G.SECOND),
        ("5 November 2024", "2024-11-05", G.DAY),
        ("Published: 5 November 2024", "2024-11-05", G.DAY),
        ("Last modified on Nov 5, 2024", "2024-11-05", G.DAY),
        ("Tuesday 5 November 2024 at 14.05 GMT", "2024-11-05T14:05", G.MINUTE),
        ("Nov 5, 2024 2:05 pm EST", "2024-11-05T19:05", G.MINUTE),
        ("5 novembre 2024", "2024-11-05", G.DAY),
        ("5. November 2024, 14:05 Uhr", "2024-11-05T14:05", G.MINUTE),
        ("November 2024", "2024-11", G.MONTH),
        ("13/11/2024", "2024-11-13", G.DAY),
        ("11/11/2024", "2024-11-11", G.DAY),
    ],
)
def test_a_date_is_read_at_its_own_precision(text: str, written: str, granularity: G) -> None:
    found = dates.published(text, LONDON)
    assert edtf.write(found) == written
    assert (found.granularity, found.zone) == (granularity, LONDON)


@pytest.mark.parametrize(
    "text",
    ["", "fish", "yesterday", "5 November", "Tuesday", "10", "5.11.24", "2024-02-30", "2024-13", "31 June 2024",
     "2024-11-05T25:00:00Z", "2024-11-06/2024-11-05", "0001-01-01T00:00:00+14:00", "99999999999", "5 November " * 20],
)  # fmt: skip
def test_what_is_no_date_with_a_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|calendar|begins"):
        dates.published(text, LONDON)


def test_a_numeric_date_with_two_readings_is_refused() -> None:
    with pytest.raises(ValueError, match="day or the month first"):
        dates.published("05/11/2024", LONDON)


ZONES = ("UTC", "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati")


@pytest.mark.parametrize("zone", ZONES)
@given(st.integers(157_766_400, 1_893_456_000), st.integers(-12, 14), st.booleans())
def test_a_date_seen_from_a_zone_is_what_reading_it_there_at_once_gives(
    zone: str, seconds: int, hours: int, zoned: bool
) -> None:
    local = datetime.fromtimestamp(seconds, timezone(timedelta(hours=hours)) if zoned else ZoneInfo(zone))
    text = (local if zoned else local.replace(tzinfo=None)).isoformat()
    clock = local.astimezone(ZoneInfo(zone))
    assert edtf.write(dates.published(text, zone)) == clock.replace(tzinfo=None).isoformat()
    assert dates.read(text).zoned is zoned


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("text", ["2024-11-05T14:05:00Z", "2024-11-05T14:05", "2024-11-05", "2024-11", "../2024-11-05"])
def test_what_is_moved_to_another_zone_and_back_is_what_it_was(text: str, zone: str) -> None:
    found = dates.read(text)
    there = zones.on_clocks(found.interval, zone, zoned=found.zoned)
    assert zones.on_clocks(there, "UTC", zoned=found.zoned) == found.interval
