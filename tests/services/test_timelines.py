"""Key dates from the database: what is chosen lightly is what is chosen from the whole events."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests import databases
from tests.builders import NOW
from timeline.chronology import key_dates
from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.line import TimelineQuery
from timeline.core.mention import Status
from timeline.core.outline import Outline
from timeline.errors import Invalid, NotFound
from timeline.services import batches, timelines
from timeline.settings import Settings
from timeline.storage import articles, lines
from timeline.storage.database import Database
from timeline.storage.embedded import Server

TEXTS = {
    "2024-10-28": "The ferry Alma sank off Stavanger on Monday with 40 people. Anna Berg will meet Tom Holm on Friday.",
    "2024-10-29": "The Alma, a ferry with 45 people, sank off Stavanger on Monday. Divers found the wreck on Tuesday.",
    "2024-10-31": "Divers found the wreck of the ferry Alma on Tuesday. Anna Berg closed the port in May 2019.",
    "2024-11-02": "Tom Holm met Anna Berg on Friday. The Alma sank off Stavanger on October 28, 2024.",
}


@pytest.fixture(scope="module")
def told(server: Server, home: Path) -> Iterator[str]:
    """The name of a database with a collection of four articles."""
    items = [batches.Item(day, {"id": day, "text": text, "published": day}) for day, text in TEXTS.items()]

    def tell(database: Database) -> None:
        batch = batches.Batch("story", items, {}, NOW, 10_000)
        assert not batches.load(database, batch, Settings(home=home).model).failures

    with databases.told(server, tell) as name:
        yield name


@pytest.fixture
def story(server: Server, told: str) -> Iterator[Database]:
    """A database of its own with these articles."""
    with databases.opened(server, told) as found:
        yield found


def from_whole_events(database: Database, query: TimelineQuery, count: int) -> list[tuple[Event, int]]:
    """The same by the pure function, from the events as a page of the line has them."""
    with database.begin() as session:
        events = lines.page(session, replace(query, limit=timelines.LONGEST_PAGE)).events
        published = {one.id: one.publication.interval for one in articles.listed(session, query.slug)}
    by_outline = {Outline.of(event): event for event in events}
    keys = key_dates.choose(tuple(by_outline), published, count, query.within)
    return [(by_outline[key.outline], key.rank) for key in keys]


@pytest.mark.parametrize("count", [1, 3, 99])
@pytest.mark.parametrize(
    "query",
    [
        TimelineQuery("story"),
        TimelineQuery("story", status=Status.OCCURRED, limit=1),
        TimelineQuery("story", Interval(calendar.at(2024, 10, 28), calendar.at(2024, 10, 30))),
        TimelineQuery("story", q="ferry"),
        TimelineQuery("story", entity="Anna Berg"),
    ],
)
def test_the_light_way_chooses_what_the_whole_events_give(story: Database, query: TimelineQuery, count: int) -> None:
    page = timelines.top(story, query, count)
    assert list(zip(page.events, page.ranks, strict=True)) == from_whole_events(story, query, count)
    whole = timelines.page(story, query)
    assert (page.total, page.undated, page.possible) == (whole.total, whole.undated, whole.possible)


def test_the_day_of_which_most_articles_tell_is_the_first(story: Database) -> None:
    page = timelines.top(story, TimelineQuery("story"), 1)
    assert [(event.date.edtf, rank) for event, rank in zip(page.events, page.ranks, strict=True)] == [("2024-10-28", 1)]
    assert page.after is None


def test_key_dates_are_at_least_one_and_of_a_collection_that_exists(story: Database) -> None:
    with pytest.raises(Invalid):
        timelines.top(story, TimelineQuery("story"), 0)
    with pytest.raises(NotFound):
        timelines.top(story, TimelineQuery("nowhere"), 1)
