"""Deriving in portions, each in a transaction of its own: what is stored in between, what others do meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from tests.builders import NOW, a_day, an_article
from tests.events.test_stories import COMET, HARBOUR
from tests.services.test_rebuild import ALL, plain
from timeline.core.article import Draft
from timeline.language.pipeline import DEFAULT
from timeline.services import articles, collections, reading, rebuild, timelines
from timeline.services.rebuild import Plan
from timeline.storage import stories
from timeline.storage.database import Database

IDS: Final = [draft.id for draft in ALL]
LINKING: Final = an_article("c3", text=f"{HARBOUR[0]} {COMET[0]}", source="c3", published=a_day("2024-11-06"))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every story is a portion of its own."""
    monkeypatch.setattr(rebuild, "_AT_ONCE", 1)


@pytest.fixture
def read(database: Database) -> Database:
    """A collection of two stories, read, and nothing of it derived."""
    collections.create(database, "port")
    kept(database, *ALL)
    return database


def kept(database: Database, *drafts: Draft) -> None:
    """Store and read articles, and derive nothing."""
    for draft in drafts:
        articles.store(database, "port", draft, NOW)
    reading.read(database, "port", [draft.id for draft in drafts], NOW, DEFAULT)


def begun(database: Database) -> Plan:
    """Derive the first story, as whoever is interrupted then; what is left."""
    with database.begin() as session:
        return rebuild.derive_next(session, rebuild.plan(session, "port"))[0]


def holds(database: Database, plan: Plan) -> bool:
    """Whether it can be gone on with as it was planned."""
    with database.begin() as session:
        return rebuild.resumed(session, plan).now is plan.now


def equal_to_one_in_peace(database: Database, *drafts: Draft) -> bool:
    """Whether the collection is as if these had been loaded at once."""
    collections.create(database, "again")
    articles.load(database, "again", drafts, NOW)
    return plain(timelines.whole(database, "port")) == plain(timelines.whole(database, "again"))


def test_what_is_derived_stays_and_the_rest_goes_on(read: Database) -> None:
    left = begun(read)
    assert {len(portion) for portion in left.portions} == {3}
    assert {r.article for e in timelines.whole(read, "port") for r in e.reports} == set(IDS) - left.portions[0]
    with read.begin() as session:
        assert stories.waiting(session, "port") == left.portions[0]
    reading.derive(read, "port")
    assert equal_to_one_in_peace(read, *ALL)


def test_a_plan_holds_while_nobody_changes_what_it_is_of(read: Database) -> None:
    left = begun(read)
    kept(read, an_article("x", text="The mill in Aarhus closed on Monday.", published=a_day("2024-11-06")))
    assert holds(read, left)


def _derived(database: Database) -> None:
    reading.derive(database, "port")


def _redated(database: Database) -> None:
    for draft in ALL:
        articles.store(database, "port", replace(draft, published=a_day("2024-11-15")), NOW)


def _rewritten(database: Database) -> None:
    for draft in ALL:
        articles.store(database, "port", replace(draft, text=f"{draft.text} Nobody was hurt."), NOW)


def _read_again(database: Database) -> None:
    kept(database, *(replace(draft, text=f"{draft.text} Nobody was hurt.") for draft in ALL))


@pytest.mark.parametrize("changed", [_derived, _redated, _rewritten, _read_again])
def test_a_plan_holds_no_more_when_its_articles_have_changed(
    read: Database, changed: Callable[[Database], None]
) -> None:
    left = begun(read)
    changed(read)
    assert not holds(read, left)


def test_an_article_that_links_what_was_planned_apart_is_followed_up(read: Database) -> None:
    left = begun(read)
    kept(read, LINKING)
    with read.begin() as session:
        rebuild.derive_next(session, left)
    reading.derive(read, "port")
    assert equal_to_one_in_peace(read, *ALL, LINKING)
