"""iCalendar, read back with icalendar and held against RFC 5545 line by line."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tests.services.exported import BASE, happened, hostile_taken, taken, written
from timeline.core import edtf
from timeline.core.event import Event
from timeline.core.interval import UNKNOWN
from timeline.core.line import TimelineQuery
from timeline.core.mention import Status
from timeline.services.exports import ical
from timeline.services.exports.taken import LeftOut, Taken

LINE = re.compile(r"[A-Z][A-Z0-9-]*(?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*:[^\x00-\x08\x0a-\x1f\x7f]*")


def calendar(found: Taken) -> Calendar:
    """The calendar, after what every line of it has to be."""
    text = written("ics", found)
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert [line for line in lines if len(line.encode()) > 75] == []
    unfolded = text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")
    assert [line for line in unfolded if not LINE.fullmatch(line)] == []
    return Calendar.from_ical(text)


def only(event: Event) -> Any:
    """The one event of a calendar."""
    (found,) = calendar(taken(event)).walk("VEVENT")
    return found


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2024-11-05", date(2024, 11, 5), date(2024, 11, 6)),
        ("2024-11-04/2024-11-08", date(2024, 11, 4), date(2024, 11, 9)),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("199X", date(1990, 1, 1), date(2000, 1, 1)),
        ("2024-11-05T14:05", datetime(2024, 11, 5, 14, 5, tzinfo=UTC), datetime(2024, 11, 5, 14, 6, tzinfo=UTC)),
    ],
)
def test_days_are_whole_and_ends_exclusive(when: str, start: date, end: date) -> None:
    found = only(happened(when))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (start, end)


@pytest.mark.parametrize(
    ("when", "carried"), [("2024", True), ("../2024", False), ("2024/..", False), ("-0044", False)]
)
def test_what_has_no_end_or_no_date_of_four_figures_is_not_carried(when: str, carried: bool) -> None:
    assert ical.carries(edtf.read(when)) is carried
    assert not ical.carries(UNKNOWN)


def test_a_minute_in_another_zone_is_the_same_moment() -> None:
    interval = edtf.read("2024-11-05T23:05", "America/New_York")
    event = happened()
    moved = replace(event, date=replace(event.date, interval=interval))
    assert only(moved).decoded("dtstart") == datetime(2024, 11, 6, 4, 5, tzinfo=UTC)


def test_the_stamp_is_that_of_the_newest_article_and_ids_are_lasting() -> None:
    first, again = only(happened()), only(happened("2024-11-06"))
    assert first.decoded("dtstamp") == datetime(2024, 11, 6, 12, tzinfo=UTC)
    assert first["uid"] == again["uid"]
    assert first["url"] == f"{BASE}/events/event00000000001"


def test_what_did_not_happen_for_sure_is_tentative_and_says_so() -> None:
    found = only(happened(status=Status.PLANNED))
    assert (found["status"], found["summary"]) == ("TENTATIVE", "Planned: The council voted")


def test_the_calendar_says_what_was_asked_and_how_many_are_left_out() -> None:
    query = TimelineQuery("port", entity="The Council")
    found = calendar(taken(happened(), query=query, left_out=LeftOut(4, 2, 1)))
    assert str(found["description"]) == (
        "Asked for: entity The Council. 1 event is given, 7 left out: 4 by the filter, 2 without a date, "
        "1 without both ends."
    )
    assert found["url"] == f"{BASE}/collections/port?entity=The+Council"


def test_no_text_becomes_a_property() -> None:
    (found,) = calendar(hostile_taken()).walk("VEVENT")
    assert found.decoded("dtstart") == date(2024, 11, 5)
    assert str(found["summary"]).startswith("=HYPERLINK(1) </script><script>alert(1)")
    assert not set("\u202e\u2066\x0b\x85\ufffe") & set(written("ics", hostile_taken()))
