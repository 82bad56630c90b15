"""The clock of a stamp, checked by what the text calls today."""

from dataclasses import replace

import pytest

from tests.readings import read
from timeline.chronology import publication, recompute
from timeline.chronology.publication import Page
from timeline.core import edtf
from timeline.core.anchoring import anchor
from timeline.core.article import Candidate, DoubtKind, Publication, Trust, ZoneFrom
from timeline.core.derivation import Kind, Step
from timeline.ingest import dates
from timeline.language import imprint
from timeline.resolve import read as read_time
from timeline.services.derive import derive

PORT = "Earlier today, on November 5, Anna Berg closed the port of Bergen. The ferries had left yesterday."
NIGHT = "2024-11-06T02:10Z"


def page(text: str, given: str | None, zone: str = "UTC", *, zoned: bool = True, by: str = "collection") -> Page:
    """An article with what it was given, on the clocks of a zone."""
    interval = dates.published(given, zone) if given else None
    marks, expressions = imprint.find(text), read_time(text).expressions
    return Page("a", text, zone, interval, expressions, marks, (), zoned, ZoneFrom(by))


def solved(
    text: str, given: str | None, zone: str = "UTC", *, zoned: bool = True, by: str = "collection"
) -> Publication:
    """When that article appeared."""
    return publication.solve(page(text, given, zone, zoned=zoned, by=by))


def assumed(found: Publication) -> str:
    """The zone whose clock was assumed; empty where none was."""
    return found.interval.zone if any(step.rule == "assumed_clock" for step in found.derivation) else ""


@pytest.mark.parametrize(
    ("text", "given", "zone", "clock"),
    [
        (PORT, NIGHT, "UTC", "Etc/GMT+3"),
        (PORT, "2024-11-06T00:00Z", "UTC", "Etc/GMT+1"),
        (PORT, "2024-11-06T11:59Z", "UTC", "Etc/GMT+12"),
        (PORT, "2024-11-04T22:30Z", "UTC", "Etc/GMT-2"),
        (PORT, "2024-11-04T10:00Z", "UTC", "Etc/GMT-14"),
        (PORT, "2024-11-06T02:10Z", "Asia/Kolkata", "Etc/GMT+3"),
        (PORT, "2024-11-04T23:30:00-05:00", "America/New_York", "Etc/GMT+4"),
        (PORT, "2024-11-05T23:30Z", "Europe/Oslo", "UTC"),
        ("Today, Tuesday, November 5, Anna Berg closed the port.", NIGHT, "UTC", "Etc/GMT+3"),
        ("Today (5 November 2024) Anna Berg closed the port.", NIGHT, "UTC", "Etc/GMT+3"),
        ("On November 5, earlier today, Anna Berg closed the port.", NIGHT, "UTC", "Etc/GMT+3"),
        ("Today, December 31, Anna Berg closed the port.", "2025-01-01T01:00Z", "UTC", "Etc/GMT+2"),
        ("“Close it,” Berg said today, November 5.", NIGHT, "UTC", "Etc/GMT+3"),
    ],
)
def test_an_assumed_zone_gives_way_to_the_nearest_that_makes_the_text_true(
    text: str, given: str, zone: str, clock: str
) -> None:
    found = solved(text, given, zone)
    assert (assumed(found), found.doubts, found.trust) == (clock, (), Trust.GIVEN)
    assert recompute.date(found.derivation) == found.interval


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (PORT, "2024-11-05T23:59Z"),
        (PORT, "2024-11-05"),
        (PORT, "2024-11"),
        (PORT, "../2024-11-30"),
        ("OSLO, Nov. 5 (Northern Wire) - Anna Berg closed the port.", NIGHT),
        ("Published 5 November 2024\nAnna Berg closed the port.", NIGHT),
        ("The port is shut today. On November 5 Anna Berg closed it.", NIGHT),
        ("The council meets today and November 9.", NIGHT),
        ("Anna Berg wrote: “I closed the port today, November 1, for good.”", NIGHT),
        ('"It ends today, November 1," Anna Berg had written.', NIGHT),
        ("On this day, November 1, the port was founded.", NIGHT),
        ("Earlier today, on November 5, it rained. Today, November 6, the port reopened.", NIGHT),
        (PORT, None),
    ],
)
def test_a_stamp_that_the_text_does_not_speak_against_stays(text: str, given: str | None) -> None:
    found = solved(text, given)
    assert (assumed(found), found.doubts) == ("", ())


@pytest.mark.parametrize(
    ("given", "zoned", "by", "rule", "clock"),
    [
        (NIGHT, True, "article", "another_clock", ("zone=Etc/GMT+3",)),
        (NIGHT, True, "source", "another_clock", ("zone=Etc/GMT+3",)),
        ("2024-11-07T13:00Z", True, "collection", "no_clock", ()),
        ("2024-11-06T12:00Z", True, "collection", "no_clock", ()),
        ("2024-11-04T09:59Z", True, "article", "no_clock", ()),
        ("2024-11-06T02:10", False, "collection", "dated_otherwise", ()),
        ("2024-11-06", False, "collection", "dated_otherwise", ()),
        ("2024-12", True, "collection", "dated_otherwise", ()),
    ],
)
def test_a_stamp_is_doubted_where_no_zone_may_be_assumed(
    given: str, zoned: bool, by: str, rule: str, clock: tuple[str, ...]
) -> None:
    found = solved(PORT, given, zoned=zoned, by=by)
    assert found.interval == dates.published(given, "UTC")
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.step.rule, doubt.step.arguments) == (DoubtKind.CLOCK, rule, clock)
    assert doubt.step.gave is not None
    assert edtf.write(doubt.step.gave) == "2024-11-05"
    assert doubt.step.evidence is not None
    assert doubt.step.evidence.text == "Earlier today, on November 5"


def test_two_days_that_a_text_calls_today_prove_no_clock() -> None:
    found = solved("Today, November 4, it rained. Earlier today, on November 5, the port shut.", NIGHT)
    assert ([one.step.rule for one in found.doubts], assumed(found)) == (["no_clock"], "")


def test_what_is_relative_counts_from_the_assumed_clock() -> None:
    given = page(PORT, NIGHT)
    found = publication.solve(given)
    assert edtf.write(found.interval) == "2024-11-05T23:10"
    days = {one.text: edtf.write(one.interval) for one in anchor(given.expressions, found.interval)}
    assert days["yesterday"] == "2024-11-04"


def test_the_dates_of_events_on_an_assumed_clock_follow_from_their_steps() -> None:
    told = replace(read("a", PORT), page=page(PORT, NIGHT))
    found = derive([told])
    assert found.publications == (publication.solve(told.page),)
    assert [(event.date.edtf, event.title) for event in found.events] == [
        ("2024-11-04", "The ferries had left"),
        ("2024-11-05", "Anna Berg closed the port of Bergen"),
    ]
    for event in found.events:
        assert recompute.date(event.date.derivation) == event.date.interval


def test_the_clock_of_a_page_is_checked_too() -> None:
    moment = dates.published(NIGHT, "UTC")
    stated = Candidate(moment, Trust.PAGE, (Step(Kind.ANCHOR, "meta", moment),), zoned=True)
    own = read("a", PORT).page
    found = publication.solve(Page("a", PORT, "UTC", None, own.expressions, own.imprint, (stated,)))
    assert (found.trust, assumed(found)) == (Trust.PAGE, "Etc/GMT+3")


def test_the_day_that_the_text_proves_is_kept_beside_a_doubted_stamp() -> None:
    found = solved(f"{PORT}\n© 2024 The Mail", NIGHT, by="article")
    assert [(edtf.write(one.interval), one.trust) for one in found.lost] == [("2024-11-05", Trust.TEXT)]
