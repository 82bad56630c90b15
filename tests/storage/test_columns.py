"""Intervals as PostgreSQL writes ranges of instants."""

import math

import pytest
from sqlalchemy import text

from tests.builders import a_day
from timeline.core import calendar
from timeline.core.granularity import Granularity
from timeline.core.interval import UNKNOWN, Interval, unit_at
from timeline.storage.columns import written
from timeline.storage.database import Database

SKIPPED = Interval(
    calendar.at(2024, 3, 31) + 9000, calendar.at(2024, 3, 31) + 10800, Granularity.MINUTE, "Europe/Paris"
)
"""From 2:30, which the clocks of Paris skipped, to 3:00."""


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (a_day("2024-11-05"), "[2024-11-05 00:00:00+00,2024-11-06 00:00:00+00]"),
        (a_day("2024-11-05", "America/New_York"), "[2024-11-05 05:00:00+00,2024-11-06 05:00:00+00]"),
        (UNKNOWN, "[,]"),
        (Interval(-math.inf, calendar.at(2024)), "[,2024-01-01 00:00:00+00]"),
        (unit_at(calendar.at(-43), Granularity.YEAR), "[0044-01-01 00:00:00+00 BC,0043-01-01 00:00:00+00 BC]"),
        (unit_at(calendar.at(0), Granularity.YEAR), "[0001-01-01 00:00:00+00 BC,0001-01-01 00:00:00+00]"),
        (Interval(calendar.at(-9999), calendar.at(12000)), "[,12000-01-01 00:00:00+00]"),
        (Interval(calendar.at(1, 1, 1), calendar.at(1, 1, 2), zone="Asia/Tokyo"),
         "[0001-01-01 00:00:00+00,0001-01-02 00:00:00+00]"),
        (SKIPPED, "[2024-03-31 01:00:00+00,2024-03-31 01:30:00+00]"),
    ],
)  # fmt: skip
def test_an_interval_is_written_as_a_range(interval: Interval, expected: str) -> None:
    assert written(interval) == expected


@pytest.mark.parametrize("year", [-4711, -43, 0, 1, 2024, 199_999])
def test_postgresql_reads_every_year_that_is_written(database: Database, year: int) -> None:
    range_ = written(unit_at(calendar.at(year), Granularity.YEAR))
    with database.begin() as session:
        found = session.scalar(text("SELECT CAST(:range AS tstzrange)::text"), {"range": range_})
    assert found is not None
    assert found.replace('"', "") == range_.replace("[,", "(,")
