"""Deriving touches the stories that an article joins and no others, and leads to what deriving all at once does."""

import random
from dataclasses import replace
from typing import Final

import pytest

from tests.builders import NOW, a_day, an_article
from tests.events.test_stories import COMET, HARBOUR
from timeline.core.article import Draft
from timeline.core.event import Event
from timeline.language.pipeline import DEFAULT
from timeline.services import articles, collections, reading, rebuild, timelines
from timeline.storage import articles as stored
from timeline.storage import readings
from timeline.storage.database import Database

DAYS: Final = ("2024-11-05", "2024-11-06", "2024-11-07")


def drafts(texts: tuple[str, ...], first: str) -> list[Draft]:
    """Articles of a story from outlets of their own, published on days in a row."""
    told = zip(texts, DAYS, strict=False)
    return [
        an_article(f"{first}{i}", text=text, source=f"{first}{i}", published=a_day(day))
        for i, (text, day) in enumerate(told)
    ]


ALL: Final = [*drafts(HARBOUR, "h"), *drafts(COMET, "c")]


def concerned(database: Database, draft: Draft) -> frozenset[str]:
    """Store and read an article; the articles of the stories that were derived anew."""
    articles.store(database, "port", draft, NOW)
    with database.begin() as session:
        (record,) = reading.read_all([stored.get(session, "port", draft.id)], DEFAULT)
        readings.add(session, "port", record, NOW)
        return rebuild.rebuild(session, "port")


def loaded(database: Database) -> Database:
    collections.create(database, "port")
    articles.load(database, "port", ALL, NOW)
    return database


def plain(events: tuple[Event, ...]) -> list[Event]:
    """Events without the ids that are drawn for them."""
    return [replace(event, id="", fulfilled_by=None, fulfils=()) for event in events]


@pytest.mark.parametrize("seed", range(4))
def test_one_by_one_in_any_order_is_the_same_as_all_at_once(database: Database, seed: int) -> None:
    loaded(database)
    collections.create(database, "again")
    for draft in random.Random(seed).sample(ALL, len(ALL)):
        articles.add(database, "again", draft, NOW)
    assert plain(timelines.whole(database, "again")) == plain(timelines.whole(database, "port"))


def test_an_article_more_touches_only_the_story_that_it_joins(database: Database) -> None:
    more = an_article("h9", text="Anna Berg told the union that the port of Bergen opened.", published=a_day(DAYS[2]))
    assert concerned(loaded(database), more) == {"h0", "h1", "h2", "h9"}


def test_a_new_text_touches_the_story_that_its_article_leaves_and_the_one_that_it_joins(database: Database) -> None:
    moved = an_article("h2", text=COMET[0], source="h2", published=a_day(DAYS[2]))
    assert concerned(loaded(database), moved) == {article.id for article in ALL}


def test_a_corrected_date_touches_one_story(database: Database) -> None:
    corrected = replace(ALL[0], published=a_day("2024-11-12"))
    assert concerned(loaded(database), corrected) == {"h0", "h1", "h2"}


def test_a_corrected_date_is_followed_up_as_if_it_had_always_been_so(database: Database) -> None:
    corrected = replace(ALL[0], published=a_day("2024-11-12"))
    articles.add(loaded(database), "port", corrected, NOW)
    collections.create(database, "again")
    articles.load(database, "again", [corrected, *ALL[1:]], NOW)
    assert plain(timelines.whole(database, "again")) == plain(timelines.whole(database, "port"))


def test_story_by_story_is_the_same_as_all_at_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(database)
    collections.create(database, "again")
    moved = an_article("h2", text=COMET[0], source="h2", published=a_day(DAYS[2]))
    articles.add(database, "port", moved, NOW)
    monkeypatch.setattr(rebuild, "_AT_ONCE", 1)
    articles.load(database, "again", ALL, NOW)
    articles.add(database, "again", moved, NOW)
    assert plain(timelines.whole(database, "again")) == plain(timelines.whole(database, "port"))


def test_nothing_new_derives_nothing(database: Database) -> None:
    with loaded(database).begin() as session:
        assert rebuild.rebuild(session, "port") == frozenset()
