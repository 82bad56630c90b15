"""Key dates: what most articles themselves tell of, counted once for each origin."""

import random
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import a_day, a_mention, a_report, an_event
from timeline.chronology import key_dates
from timeline.chronology.key_dates import Key
from timeline.core import edtf
from timeline.core.event import Certainty, Event, EventDate
from timeline.core.interval import UNKNOWN, Interval
from timeline.core.outline import Outline

PUBLISHED = {"a": "2024-11-05", "b": "2024-11-05", "c": "2024-11-06", "d": "2024-11-09", "e": "2024-11-20"}
APPEARED = {article: a_day(day) for article, day in PUBLISHED.items()}


def told(date: str, *articles: str, said: str = "", **fields: Any) -> Event:
    """An event of a date that these articles tell, each in words of its own unless they are given."""
    interval = edtf.read(date)
    mentions = [(article, a_mention(said or f"On {date} {article} saw it.")) for article in articles]
    return an_event(*(a_report(article, mention, interval) for article, mention in mentions), **fields)


def choose(*events: Event, count: int = 9, published: dict[str, Interval] = APPEARED) -> tuple[Key, ...]:
    return key_dates.choose([Outline.of(event) for event in events], published, count)


def dates(*events: Event, count: int = 9, published: dict[str, Interval] = APPEARED) -> list[tuple[str, int]]:
    """The key dates in the order of time, each with its rank."""
    found = choose(*events, count=count, published=published)
    return [(edtf.write(key.outline.interval), key.rank) for key in found]


def test_a_date_that_more_articles_tell_of_matters_more() -> None:
    events = told("2024-11-04", "a"), told("2024-11-05", "a", "b", "c"), told("2024-11-06", "b", "c")
    assert dates(*events) == [("2024-11-04", 3), ("2024-11-05", 1), ("2024-11-06", 2)]
    assert dates(*events, count=2) == [("2024-11-05", 1), ("2024-11-06", 2)]


def test_an_article_counts_once_for_a_date_however_many_of_its_events_it_tells() -> None:
    events = (
        told("2024-11-04", "a"),
        told("2024-11-04T10:00:00", "a"),
        told("2024-11-04", "a"),
        told("2024-11-05", "a", "b"),
    )
    assert [rank for _, rank in dates(*events)] == [2, 1]


def test_an_article_of_two_days_later_looks_back_and_counts_twice() -> None:
    assert dates(told("2024-11-04", "a", "b"), told("2024-11-05", "d", "e")) == [("2024-11-04", 2), ("2024-11-05", 1)]
    assert dates(told("2024-11-04", "a"), told("2024-11-05", "c")) == [("2024-11-04", 1), ("2024-11-05", 2)]


def test_an_article_without_a_publication_counts_once() -> None:
    events = told("2024-11-04", "a", "b"), told("2024-11-05", "x", "y", "z")
    for published in (APPEARED, APPEARED | dict.fromkeys("xyz", UNKNOWN)):
        assert dates(*events, published=published) == [("2024-11-04", 2), ("2024-11-05", 1)]


def test_a_sentence_that_is_printed_again_at_once_counts_once_and_later_as_a_look_back() -> None:
    copied = told("2024-11-04", "a", "b", "c", said="The port closed.")
    assert dates(copied, told("2024-11-05", "a", "b")) == [("2024-11-04", 2), ("2024-11-05", 1)]
    recalled = told("2024-11-04", "a", "d", "e", said="The port closed.")
    assert dates(recalled, told("2024-11-05", "a", "b", "c")) == [("2024-11-04", 1), ("2024-11-05", 2)]


@pytest.mark.parametrize("date", ["../2024-11-05", "2024-11-05/..", "../.."])
def test_a_date_with_an_open_end_is_no_key_date(date: str) -> None:
    assert dates(told(date, "a", "b")) == []


def test_a_disputed_date_is_no_key_date() -> None:
    claimed = (a_day("2024-11-04"), a_day("2024-11-05"))
    disputed = EventDate(claimed[0].hull(claimed[1]), Certainty.DISPUTED, (), claimed)
    assert dates(replace(told("2024-11-04", "a", "b"), date=disputed)) == []


def test_longer_dates_come_after_all_days() -> None:
    events = told("2024", "a", "b", "c"), told("2024-11", "a", "b"), told("2024-11-20", "e")
    assert dates(*events) == [("2024", 2), ("2024-11", 3), ("2024-11-20", 1)]


def test_hours_and_nights_are_of_their_day() -> None:
    assert len(dates(told("2024-11-04T10:00:00", "a"), told("2024-11-04T20:00:00", "b"), told("2024-11-04", "c"))) == 1


def test_the_order_of_the_events_does_not_matter() -> None:
    events = [told(f"2024-11-{day:02}", *("abcde"[: day % 4 + 1])) for day in range(1, 10) for _ in range(2)]
    expected = choose(*events, count=5)
    assert choose(*random.Random(1).sample(events, len(events)), count=5) == expected


def test_a_collection_without_events_has_no_key_dates() -> None:
    assert key_dates.choose([], {}, 3) == ()


def test_an_article_counts_for_the_day_that_it_gives_itself_whatever_its_event_has() -> None:
    days = {"a": "2024-11-04", "b": "2024-11-04", "c": "2024-11-05"}
    reports = [a_report(article, a_mention(f"{article} saw it."), a_day(day)) for article, day in days.items()]
    merged = an_event(*reports, interval=a_day("2024-11-05"))
    assert dates(merged, told("2024-11-04", "x")) == [("2024-11-04", 1), ("2024-11-05", 2)]


def test_what_a_sentence_only_names_in_passing_counts_half() -> None:
    passing = an_event(
        *(a_report(name, a_mention(f"{name} saw it.", told=False), a_day("2024-11-04")) for name in "xyz")
    )
    assert dates(passing, told("2024-11-05", "u", "v")) == [("2024-11-04", 2), ("2024-11-05", 1)]
    assert dates(passing, told("2024-11-05", "u")) == [("2024-11-04", 1), ("2024-11-05", 2)]


def test_what_was_only_said_on_a_day_does_not_count() -> None:
    said = an_event(
        *(a_report(name, a_mention(f"{name} said so.", statement=True), a_day("2024-11-04")) for name in "xyz")
    )
    assert dates(said, told("2024-11-05", "u")) == [("2024-11-04", 2), ("2024-11-05", 1)]


def test_what_is_announced_counts_little_before_the_day_and_fully_after_it() -> None:
    assert dates(told("2024-11-07", "a", "b", "c"), told("2024-11-04", "x")) == [("2024-11-04", 1), ("2024-11-07", 2)]
    assert dates(told("2024-11-07", "a", "b"), told("2024-11-08", "c")) == [("2024-11-07", 1), ("2024-11-08", 2)]
    assert dates(told("2024-11-07", "d"), told("2024-11-04", "x")) == [("2024-11-04", 2), ("2024-11-07", 1)]


def test_a_date_that_no_report_gives_comes_last() -> None:
    settled = an_event(a_report("a", a_mention(), UNKNOWN), interval=a_day("2024-11-01"))
    assert dates(settled, told("2024-11-04", "b")) == [("2024-11-01", 2), ("2024-11-04", 1)]


def test_a_day_that_only_a_night_joins_to_what_is_asked_for_is_no_key_date() -> None:
    night = told("2024-11-04T22:00:00", "a", "b")
    long = replace(night.date, interval=Interval(night.date.interval.start, a_day("2024-11-05").start + 3600))
    outlines = [Outline.of(event) for event in (replace(night, date=long), told("2024-11-05", "c"))]
    found = key_dates.choose(outlines, APPEARED, 9, a_day("2024-11-05"))
    assert [edtf.write(key.outline.interval) for key in found] == ["2024-11-05"]
    assert len(key_dates.choose(outlines, APPEARED, 9)) == 2
