"""Zones: whose counts, and what is written on one clock as another shows it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.core import calendar, countries, zones
from timeline.core.article import ZoneFrom
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at

FINE = st.sampled_from([G.SECOND, G.MINUTE, G.HOUR])
NAMES = st.sampled_from(["UTC", "Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"])
TIMES = st.integers(calendar.at(1972), calendar.at(2035))


@given(TIMES, FINE, NAMES, NAMES)
def test_an_instant_stays_and_moves_on_the_clock(at: int, unit: G, here: str, there: str) -> None:
    written = unit_at(at, unit, "UTC")
    seen = zones.on_clocks(written, there, zoned=True)
    assert seen.end - seen.start == written.end - written.start
    assert (seen.granularity, seen.zone) == (unit, there)
    assert calendar.from_instant(calendar.to_instant(written.start, "UTC"), there) == seen.start
    assume(calendar.in_zone(seen.start, there, "UTC") == written.start)  # not in an hour that clocks show twice
    back = zones.on_clocks(zones.on_clocks(seen, here, zoned=True), there, zoned=True)
    assume(calendar.in_zone(zones.on_clocks(seen, here, zoned=True).start, here, "UTC") == written.start)
    assert back == seen


@given(TIMES, st.sampled_from([G.MINUTE, G.DAY, G.MONTH, G.YEAR]), NAMES, NAMES)
def test_a_clock_time_or_a_day_stays_and_changes_its_zone(at: int, unit: G, here: str, there: str) -> None:
    written = unit_at(at, unit, here)
    seen = zones.on_clocks(written, there, zoned=False)
    assert (seen.start, seen.end, seen.zone) == (written.start, written.end, there)
    assert zones.on_clocks(seen, here, zoned=False) == written


def test_the_known_end_of_an_open_interval_moves_too() -> None:
    written = Interval(calendar.BEGINNING, calendar.at(2024, 11, 5), zone="UTC")
    seen = zones.on_clocks(written, "Asia/Tokyo", zoned=True)
    assert (seen.start, seen.end) == (calendar.BEGINNING, written.end + 9 * calendar.HOUR)


@pytest.mark.parametrize(
    ("own", "source", "counts"),
    [
        ("Asia/Tokyo", "Europe/Paris", ("Asia/Tokyo", ZoneFrom.ARTICLE)),
        (None, "Europe/Paris", ("Europe/Paris", ZoneFrom.SOURCE)),
        (None, None, ("UTC", ZoneFrom.COLLECTION)),
    ],
)
def test_the_nearest_zone_counts(own: str | None, source: str | None, counts: tuple[str, ZoneFrom]) -> None:
    assert zones.counts(own, source, "UTC") == counts


def test_zones_and_countries_are_known_by_their_names() -> None:
    assert zones.known("Europe/London")
    assert not any(map(zones.known, ("Europe", "localtime", "../etc/passwd", "", "Mars/Base")))
    assert countries.known("SE")
    assert not any(map(countries.known, ("se", "XX", "SWE", "")))
