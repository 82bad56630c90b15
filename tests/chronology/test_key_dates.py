"""Key dates: what most articles tell of, counted once for each origin, and the event that stands for it."""

import random
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import a_day, a_mention, a_report, an_event
from timeline.chronology import key_dates
from timeline.core import edtf
from timeline.core.event import Certainty, Event, EventDate
from timeline.core.interval import UNKNOWN, Interval
from timeline.core.mention import Status

PUBLISHED = {"a": "2024-11-05", "b": "2024-11-05", "c": "2024-11-06", "d": "2024-11-09", "e": "2024-11-20"}
APPEARED = {article: a_day(day) for article, day in PUBLISHED.items()}


def told(date: str, *articles: str, said: str = "", **fields: Any) -> Event:
    """An event of a date that these articles tell, each in words of its own unless they are given."""
    interval = edtf.read(date)
    mentions = [(article, a_mention(said or f"On {date} {article} saw it.")) for article in articles]
    return an_event(*(a_report(article, mention, interval) for article, mention in mentions), **fields)


def dates(*events: Event, count: int = 9, published: dict[str, Interval] = APPEARED) -> list[tuple[str, int]]:
    """The key dates in the order of time, each with its rank."""
    return [(key.event.date.edtf, key.rank) for key in key_dates.choose(events, published, count)]


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


def test_the_event_that_most_articles_tell_stands_for_its_date() -> None:
    few, many = told("2024-11-04", "a", title="Few"), told("2024-11-04", "b", "c", "d")
    (key,) = key_dates.choose([few, many], APPEARED, 1)
    assert key.event is many


def test_what_happened_stands_before_what_is_only_possible() -> None:
    possible, occurred = told("2024-11-04", "a", status=Status.POSSIBLE), told("2024-11-04", "a")
    (key,) = key_dates.choose([possible, occurred], APPEARED, 1)
    assert key.event is occurred


def test_the_words_in_which_a_date_is_told_choose_among_its_events() -> None:
    words = {"a": "vote port council", "b": "vote port", "c": "vote council", "d": "choir sing hymn"}
    events = [
        an_event(
            a_report(article, a_mention(f"Said by {article}.", stems=frozenset(said.split())), a_day("2024-11-04"))
        )
        for article, said in words.items()
    ]
    (key,) = key_dates.choose(events, APPEARED, 1)
    assert key.event.reports[0].article in "abc"


def test_the_order_of_the_events_does_not_matter() -> None:
    events = [told(f"2024-11-{day:02}", *("abcde"[: day % 4 + 1])) for day in range(1, 10) for _ in range(2)]
    expected = key_dates.choose(events, APPEARED, 5)
    shuffled = random.Random(1).sample(events, len(events))
    assert key_dates.choose(shuffled, APPEARED, 5) == expected


def test_a_collection_without_events_has_no_key_dates() -> None:
    assert key_dates.choose([], {}, 3) == ()
