"""Collections, timelines, events and articles as the interfaces get them."""

import pytest

from tests.builders import (
    NOW,
    a_collection,
    a_day,
    a_mention,
    a_record,
    a_report,
    an_article,
    an_event,
    an_expression,
    store,
)  # fmt: skip
from timeline.core.article import Publication, Trust
from timeline.core.expression import Reading, Rejected
from timeline.errors import Conflict, Invalid, NotFound
from timeline.services import collections, events, library, timelines
from timeline.services.timelines import TimelineQuery
from timeline.storage import events as stored
from timeline.storage import publications, readings
from timeline.storage.database import Database


@pytest.fixture
def story(database: Database) -> Database:
    with database.begin() as session:
        store(session, "port", [an_article()])
        reading = Reading((an_expression(),), (Rejected(0, 3, "may", "a verb"),))
        readings.add(session, "port", a_record("a1", a_mention(), reading=reading), NOW)
        publications.put(session, "port", "a1", Publication(a_day(), Trust.GIVEN))
        stored.replace(session, "port", [an_event(a_report("a1", a_mention()))])
    return database


def test_a_collection_is_made_once(database: Database) -> None:
    made = collections.create(database, "port", about="A story.", zone="Europe/Paris")
    assert (made.slug, made.title, made.about, made.zone) == ("port", "port", "A story.", "Europe/Paris")
    with pytest.raises(Conflict):
        collections.create(database, "port")
    assert collections.listed(database) == (made,)


def test_a_collection_can_be_described_anew(database: Database) -> None:
    collections.create(database, "port")
    assert collections.describe(database, "port", "The port", "A story.").title == "The port"
    with pytest.raises(NotFound):
        collections.describe(database, "mill", "The mill", "")


@pytest.mark.parametrize(
    ("slug", "zone", "field"),
    [("", "UTC", "collection"), ("Port", "UTC", "collection"), ("a" * 65, "UTC", "collection"),
     ("-a", "UTC", "collection"),
     ("port\n", "UTC", "collection"), ("port", "Mars/Olympus", "zone"), ("port", "", "zone")],
)  # fmt: skip
def test_what_makes_no_collection_is_refused(database: Database, slug: str, zone: str, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        collections.create(database, slug, zone=zone)
    assert refused.value.field == field


def test_what_is_asked_of_an_unknown_collection_is_not_found(database: Database) -> None:
    for ask in (collections.get, library.listed, timelines.whole):
        with pytest.raises(NotFound, match="nowhere"):
            ask(database, "nowhere")
    for page in (timelines.page, timelines.undated):
        with pytest.raises(NotFound, match="nowhere"):
            page(database, TimelineQuery("nowhere"))


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_one_to_a_thousand_events(story: Database, limit: int) -> None:
    with pytest.raises(Invalid):
        timelines.page(story, TimelineQuery("port", limit=limit))


def test_a_timeline_is_the_same_in_pages_and_whole(story: Database) -> None:
    assert timelines.page(story, TimelineQuery("port")).events == timelines.whole(story, "port")


def test_an_event_knows_its_collection(story: Database) -> None:
    (event,) = timelines.whole(story, "port")
    assert events.get(story, event.id) == (event, "port")


def test_expressions_are_resolved_for_the_publication(story: Database) -> None:
    (resolution,), (rejected,) = library.expressions(story, "a1")
    assert (resolution.text, resolution.value) == ("today", "2024-11-05")
    assert rejected.reason == "a verb"


def test_an_article_that_was_not_read_has_no_expressions_yet(database: Database) -> None:
    a_collection(database, "port", an_article())
    assert library.expressions(database, "a1") == ((), ())


def test_an_id_that_two_collections_have_needs_a_collection(story: Database) -> None:
    a_collection(story, "mill", an_article())
    with pytest.raises(Conflict, match="mill and port"):
        library.get(story, "a1")
    assert library.get(story, "a1", "mill").collection == "mill"


def test_an_unknown_article_is_not_found(story: Database) -> None:
    for collection in (None, "port"):
        with pytest.raises(NotFound):
            library.get(story, "a2", collection)
