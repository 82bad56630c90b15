"""Loading many articles at once: what is good is loaded, what is bad is named."""

from collections.abc import Iterator

import pytest

from tests.builders import NOW
from timeline.core import edtf
from timeline.errors import Invalid, Unavailable
from timeline.services import batches, collections, library, timelines
from timeline.services.batches import Failure, Item, Outcome, State
from timeline.settings import Settings
from timeline.storage.database import Database

MILL = Item("a:1", {"id": "mill", "text": "The council closed the mill on Monday.", "published": "2024-11-06"})
PORT = Item("a:2", {"id": "port", "text": "Anna Berg closed the port on Monday."})


def load(database: Database, settings: Settings, *items: Item, slug: str = "story", **defaults: object) -> Outcome:
    return batches.load(database, batches.Batch(slug, items, defaults, NOW, settings.max_text), settings.model)


def test_a_collection_is_made_where_there_is_none(database: Database, settings: Settings) -> None:
    assert load(database, settings, MILL, PORT) == Outcome({State.NEW: 2}, last=PORT.where)
    assert collections.get(database, "story").articles == 2
    assert [event.date.edtf for event in timelines.whole(database, "story")] == ["2024-11-04", "../.."]


def test_a_collection_that_is_there_keeps_its_title_and_gives_its_zone(database: Database, settings: Settings) -> None:
    collections.create(database, "story", "A story", zone="Asia/Seoul")
    load(database, settings, MILL)
    assert collections.get(database, "story").title == "A story"
    assert library.get(database, "mill").zone == "Asia/Seoul"


def test_each_item_counts_as_new_changed_or_unchanged(database: Database, settings: Settings) -> None:
    load(database, settings, MILL, PORT)
    other = Item("a:3", {**PORT.fields, "text": "Anna Berg closed the port on Friday."})
    assert load(database, settings, MILL, other) == Outcome({State.UNCHANGED: 1, State.CHANGED: 1}, last=other.where)


def test_defaults_speak_where_an_item_does_not(database: Database, settings: Settings) -> None:
    load(database, settings, MILL, PORT, published="2024-11-05", source="Desk")
    found = {article.id: article for article in library.listed(database, "story")}
    assert {name: edtf.write(one.publication.interval) for name, one in found.items()} == {
        "mill": "2024-11-06",
        "port": "2024-11-05",
    }
    assert {one.source for one in found.values()} == {"Desk"}


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Item("b:1", {}, "is not JSON"), "is not JSON"),
        (Item("b:1", {"id": "bad"}), "text is missing"),
        (Item("b:1", {"id": "bad", "text": "It rained.", "published": "soon"}), "published"),
        (Item("b:1", {"id": "bad", "text": "It rained." * 200_000}), "characters"),
        (Item("b:1", {"id": "bad", "text": "It rained.\0"}), "text"),
    ],
)
def test_a_bad_item_is_named_and_keeps_no_other_from_being_loaded(
    database: Database, settings: Settings, bad: Item, why: str
) -> None:
    outcome = load(database, settings, MILL, bad, PORT)
    (failure,) = outcome.failures
    assert (failure.where, outcome.states) == ("b:1", {State.NEW: 2})
    assert why in failure.why
    assert [article.id for article in library.listed(database, "story")] == ["mill", "port"]
    assert len(timelines.whole(database, "story")) == 2


def test_a_batch_of_nothing_but_bad_items_leaves_an_empty_collection(database: Database, settings: Settings) -> None:
    outcome = load(database, settings, Item("b:1", {}, "is not JSON"))
    assert outcome == Outcome({}, (Failure("b:1", "is not JSON"),), "b:1")
    assert collections.get(database, "story").articles == 0


def test_a_name_that_no_collection_can_have_is_refused(database: Database, settings: Settings) -> None:
    with pytest.raises(Invalid) as refused:
        load(database, settings, MILL, slug="No such!")
    assert refused.value.field == "collection"
    assert collections.listed(database) == ()


def test_what_was_stored_before_the_input_broke_is_read_by_the_next_load(
    database: Database, settings: Settings
) -> None:
    def broken() -> Iterator[Item]:
        yield MILL
        raise Unavailable("The disk is gone.")

    with pytest.raises(Unavailable):
        batches.load(database, batches.Batch("story", broken(), {}, NOW, settings.max_text), settings.model)
    assert [article.id for article in library.listed(database, "story")] == ["mill"]
    assert timelines.whole(database, "story") == ()
    load(database, settings, PORT, published="2024-11-06")
    assert [event.date.edtf for event in timelines.whole(database, "story")] == ["2024-11-04", "2024-11-04"]
