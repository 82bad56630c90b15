"""Doubts about publications, told to people and counted."""

from dataclasses import replace

import pytest

from tests.builders import a_collection, an_article
from tests.chronology.test_clock import NIGHT, PORT, solved
from timeline.core.article import Candidate, Doubt, DoubtKind, Publication, Trust
from timeline.core.derivation import Kind, Step
from timeline.ingest import dates, page_dates
from timeline.services import because, clocks, doubts
from timeline.services.doubts import Doubtful
from timeline.storage import publications
from timeline.storage.database import Database

SAYS = "The text says “Earlier today, on November 5”, but "


@pytest.mark.parametrize(
    ("given", "zone", "by", "why"),
    [
        (NIGHT, "UTC", "source", "02:10 UTC on 6 November can be 5 November only west of UTC−2"),
        (
            "2024-11-04T23:30Z",
            "Europe/London",
            "article",
            "23:30 in Europe/London on 4 November can be 5 November only ",
        ),
        ("2024-11-04T18:00Z", "Asia/Kolkata", "article", "23:30 in Asia/Kolkata on 4 November can be 5 November only "),
    ],
)
def test_a_clock_that_the_text_speaks_against_is_told(given: str, zone: str, by: str, why: str) -> None:
    (told,) = doubts.told(solved(PORT, given, zone, by=by))
    assert told.text.startswith(SAYS + why)
    assert told.text.endswith(": its date is wrong, or its time zone.")


def test_a_clock_that_the_text_agrees_with_is_not_doubted() -> None:
    assert doubts.told(solved(PORT, "2024-11-04T19:30Z", "Asia/Kolkata", by="article")) == ()


def test_a_day_that_it_was_nowhere_is_told() -> None:
    (told,) = doubts.told(solved(PORT, "2024-11-07T13:00Z"))
    assert told.text == f"{SAYS}it was 5 November 2024 on no clock at 13:00 UTC on 7 November: its date is wrong."


def test_a_day_that_the_text_speaks_against_is_told() -> None:
    (sentence,) = doubts.told(solved(PORT, "2024-11-07", zoned=False))
    assert sentence.text == f"{SAYS}it was published on Thursday, 7 November 2024: one of the two is wrong."
    assert [part.text for part in sentence.parts if part.marked] == ["Earlier today, on November 5"]


@pytest.mark.parametrize(
    ("given", "zone", "known", "clock"),
    [
        (NIGHT, "UTC", "02:10 UTC on 6 November can be 5 November only west of UTC−2", "UTC−3: 5 November 2024, 23:10"),
        ("2024-11-04T22:30Z", "UTC", "22:30 UTC on 4 November can be 5 November only east of UTC+1", "UTC+2: "),
        ("2024-11-05T23:30Z", "Europe/Oslo", "00:30 in Europe/Oslo on 6 November can be 5 November only ", "UTC: "),
    ],
)
def test_a_clock_that_was_assumed_is_told(given: str, zone: str, known: str, clock: str) -> None:
    told = [one.text for one in because.of_steps(solved(PORT, given, zone).derivation) if one.parts]
    assert told[1] == "The text says: “Earlier today, on November 5”."
    assert told[2].startswith(known)
    assert f". Either its date is wrong or, as is assumed here, its clock is that of {clock}" in told[2]


def test_a_date_in_the_future_is_told_as_the_page_has_it() -> None:
    meta = '<meta property="article:published_time" content="2031-02-03">'
    (found,) = page_dates.candidates(meta)
    assert [one.text for one in doubts.told(Publication(doubts=(Doubt(DoubtKind.FUTURE, found.step),)))] == [
        f"{found.subject}. That lay in the future when it was loaded, so it was not used."
    ]


def test_a_zone_that_is_only_an_offset_is_named_by_it() -> None:
    zones = ("Etc/GMT+3", "Etc/GMT-14", "UTC", "Asia/Seoul")
    assert [clocks.named(zone) for zone in zones] == ["UTC−3", "UTC+14", "UTC", "Asia/Seoul"]


def test_the_doubtful_articles_of_a_collection_are_counted(database: Database) -> None:
    a_collection(database, "port", *(an_article(name) for name in ("a1", "a2", "a3")))
    a_collection(database, "mill", an_article("a1"))
    moment = dates.published(NIGHT, "UTC")
    ahead = Candidate(moment, Trust.PAGE, (Step(Kind.ANCHOR, "meta", moment),), future=True)
    doubt = Doubt(DoubtKind.FUTURE, ahead.derivation[0])
    clock = replace(doubt, kind=DoubtKind.CLOCK)
    with database.begin() as session:
        for article, own in {"a1": (doubt,), "a2": (doubt, doubt, clock), "a3": ()}.items():
            publications.put(session, "port", article, Publication(doubts=own))
    assert doubts.summary(database, "port") == Doubtful(2, {DoubtKind.FUTURE: 2, DoubtKind.CLOCK: 1})
    assert doubts.summary(database, "port", ["a1", "a3"]) == Doubtful(1, {DoubtKind.FUTURE: 1})
    assert doubts.summary(database, "mill") == Doubtful(0, {})
