"""Pages of a timeline: the order, the filters and the counts."""

import math
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.builders import a_day, events_of
from timeline.core import calendar
from timeline.core.collection import CollectionView
from timeline.core.event import Contradiction, Entity
from timeline.core.granularity import Granularity
from timeline.core.interval import UNKNOWN, Interval, second, since, unit_at, until
from timeline.core.line import Match, TimelinePage, TimelineQuery
from timeline.core.mention import Status
from timeline.storage import collections, events, lines
from timeline.storage.database import Database

NOVEMBER = unit_at(calendar.at(2024, 11), Granularity.MONTH)
ANN = (Entity("Ann Lee", "person"),)
TOLD: tuple[tuple[str, Interval, dict[str, Any]], ...] = (
    ("The war began.", unit_at(calendar.at(1950, 6, 25), Granularity.DAY), {}),
    ("Ann Lee spoke.", a_day("2024-11-04"), {"entities": ANN}),
    ("Prices rose.", NOVEMBER, {"contradictions": (Contradiction("the day", ()),)}),
    ("The council votes.", a_day("2024-11-05", "America/New_York"), {"status": Status.PLANNED}),
    ("Somebody voted.", a_day("2024-11-05", "Asia/Seoul"), {}),
    ("It rained before.", until(a_day("2024-11-06")), {}),
    ("It is closed.", since(a_day("2024-11-07")), {}),
    ("A ship was seen.", UNKNOWN, {}),
    ("Ann Lee was born.", UNKNOWN, {"entities": ANN}),
)
ORDER = [
    "The war began", "Prices rose", "Ann Lee spoke", "Somebody voted", "The council votes", "It rained before",
    "It is closed",
]  # fmt: skip


@pytest.fixture
def line(database: Database) -> Database:
    with database.begin() as session:
        events.replace(session, "port", events_of(session, "port", *TOLD))
    return database


def page(database: Database, **asked: Any) -> TimelinePage:
    with database.begin() as session:
        return lines.page(session, replace(TimelineQuery("port"), **asked))


def titles(found: TimelinePage) -> list[str]:
    return [event.title for event in found.events]


def test_the_line_is_ordered_by_beginning_end_and_title(line: Database) -> None:
    found = page(line)
    assert titles(found) == sorted(ORDER, key=ORDER.index)
    assert (found.total, found.undated, found.possible, found.after) == (7, 2, 0, None)


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
def test_pages_follow_each_other_without_gap_or_repetition(line: Database, limit: int) -> None:
    found = page(line, limit=limit)
    seen = titles(found)
    while found.after is not None:
        found = page(line, limit=limit, after=found.after)
        assert 1 <= len(found.events) <= limit
        seen += titles(found)
    assert seen == ORDER


def test_an_event_that_vanishes_does_not_disturb_the_next_page(line: Database) -> None:
    after = page(line, limit=3).after
    with line.begin() as session:
        kept = [event for event in events.whole(session, "port") if event.title != "Ann Lee spoke"]
        events.replace(session, "port", kept)
    assert titles(page(line, after=after)) == ORDER[3:]


def test_the_undated_stand_on_their_own_shelf(line: Database) -> None:
    with line.begin() as session:
        found = lines.undated(session, TimelineQuery("port", limit=1))
        rest = lines.undated(session, TimelineQuery("port", limit=1, after=found.after))
        named = lines.undated(session, TimelineQuery("port", entity="ann lee", within=a_day()))
    assert titles(found) + titles(rest) == ["A ship was seen", "Ann Lee was born"]
    assert (found.total, found.undated, rest.after) == (2, 2, None)
    assert (titles(named), named.total) == (["Ann Lee was born"], 1)


@pytest.mark.parametrize(
    ("within", "may", "must"),
    [
        (a_day("2024-11-05"), ["Prices rose", "Somebody voted", "The council votes", "It rained before"],
         ["Somebody voted", "The council votes"]),
        (a_day("2024-11-04", "Asia/Seoul"), ["Prices rose", "Ann Lee spoke", "It rained before"], ["Ann Lee spoke"]),
        (NOVEMBER, ORDER[1:], ORDER[1:5]),
        (until(a_day("1999-12-31")), ["The war began", "It rained before"], ["The war began"]),
        (since(a_day("2030-01-01")), ["It is closed"], []),
        (unit_at(calendar.at(-43), Granularity.YEAR), ["It rained before"], []),
        # 23:00 on 4 November in UTC is 18:00 of that day in New York and 8:00 of the next in Seoul.
        (second(datetime(2024, 11, 4, 23, tzinfo=UTC), "UTC"),
         ["Prices rose", "Ann Lee spoke", "Somebody voted", "It rained before"], []),
        # Two hours in New York in which it is the next day in UTC already.
        (Interval(calendar.at(2024, 11, 5) + 79_200, calendar.at(2024, 11, 6), Granularity.HOUR, "America/New_York"),
         ["Prices rose", "The council votes", "It rained before"], []),
    ],
)  # fmt: skip
def test_events_that_may_and_that_must_lie_within_an_interval(
    line: Database, within: Interval, may: list[str], must: list[str]
) -> None:
    possible, certain = page(line, within=within), page(line, within=within, match=Match.MUST)
    assert (titles(possible), possible.total) == (may, len(may))
    assert (titles(certain), certain.total) == (must, len(must))
    assert possible.possible == certain.possible == len(may) - len(must)
    assert possible.undated == 2


def test_the_database_answers_as_the_intervals_themselves_do(line: Database) -> None:
    with line.begin() as session:
        dated = [event for event in events.whole(session, "port") if event.date.dated]
    for start in range(0, 4 * 86400, 7200):
        within = Interval(calendar.at(2024, 11, 3) + start, calendar.at(2024, 11, 3) + start + 7200, Granularity.HOUR)
        expected = [event.title for event in dated if event.date.interval.overlaps(within)]
        assert titles(page(line, within=within)) == expected


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("vote", ["Somebody voted", "The council votes"]),
        ("voting -council", ["Somebody voted"]),
        ('"council votes"', ["The council votes"]),
        ("war or prices", ["The war began", "Prices rose"]),
        ("nothing", []),
        ("\"'&|!():*", []),
    ],
)
def test_search_is_in_the_words_of_a_search_engine(line: Database, q: str, expected: list[str]) -> None:
    assert titles(page(line, q=q)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"entity": "ann LEE"}, ["Ann Lee spoke"]),
        ({"entity": "Ann"}, []),
        ({"source": "the courier"}, ORDER),
        ({"source": "Courier"}, []),
        ({"status": Status.PLANNED}, ["The council votes"]),
        ({"status": Status.OCCURRED, "q": "votes"}, ["Somebody voted"]),
    ],
)
def test_filters_narrow_the_line(line: Database, asked: dict[str, Any], expected: list[str]) -> None:
    found = page(line, **asked)
    assert (titles(found), found.total) == (expected, len(expected))


def test_undated_events_are_counted_under_the_same_filters(line: Database) -> None:
    assert page(line, entity="Ann Lee", within=NOVEMBER).undated == 1


def test_a_collection_counts_what_is_in_it(line: Database) -> None:
    span = Interval(calendar.at(1950, 6, 25), calendar.at(2024, 12), Granularity.INTERVAL)
    with line.begin() as session:
        found = collections.get(session, "port")
        assert collections.listed(session) == (found,)
    assert found == CollectionView("port", "The story of port", "", "UTC", 1, 1, 7, 2, 1, span)


def test_civil_times_are_whole_seconds_or_open(line: Database) -> None:
    ends = {type(end) for event in page(line).events for end in (event.date.interval.start, event.date.interval.end)}
    assert ends == {int, float}
    assert page(line).events[-1].date.interval.end == math.inf
