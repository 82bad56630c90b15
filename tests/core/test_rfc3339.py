"""The ends of intervals as the API writes them."""

import pytest

from timeline.core import calendar, edtf, rfc3339
from timeline.core.interval import Interval


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-11-05", "2024-11-05", "2024-11-05"),
        ("2024-11", "2024-11-01", "2024-11-30"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("../2024-11-05", None, "2024-11-05"),
        ("2024-10-23/..", "2024-10-23", None),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("2024-11-05T14:05", "2024-11-05T14:05:00+02:00", "2024-11-05T14:05:59+02:00"),
        ("../..", None, None),
    ],
)
def test_start_and_end_are_days_or_instants_inside_the_interval(text: str, start: str | None, end: str | None) -> None:
    found = rfc3339.bounds(edtf.read(text, "Europe/Kyiv"))
    assert (found.start, found.end) == (start, end)


def test_earliest_and_latest_bound_the_moment_on_the_clocks_of_the_zone() -> None:
    found = rfc3339.bounds(edtf.read("2024-11-05", "America/New_York"))
    assert (found.earliest, found.latest) == ("2024-11-05T00:00:00-05:00", "2024-11-05T23:59:59-05:00")


def test_a_day_that_is_cut_has_instants_for_ends() -> None:
    start = edtf.read("2024-11-05").start
    found = rfc3339.bounds(Interval(start, start + 14 * calendar.HOUR))
    assert (found.start, found.end) == ("2024-11-05T00:00:00+00:00", "2024-11-05T13:59:59+00:00")


@pytest.mark.parametrize("text", ["-0044-03-15", "9999-01-01", "../.."])
def test_what_python_cannot_hold_has_no_instant(text: str) -> None:
    assert rfc3339.bounds(edtf.read(text)).earliest is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2024-11-05T14:05:00", "2024-11-05T14:05:00+00:00"),
        ("2024-11-05", "2024-11-05"),
        ("2024-11", "2024-11"),
        ("../..", None),
    ],
)
def test_a_publication_is_an_instant_or_edtf(text: str, written: str | None) -> None:
    assert rfc3339.moment(edtf.read(text)) == written
