"""Loading is idempotent, and no revision is ever lost."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.builders import NOW, a_collection, a_day, a_step, an_article
from timeline.core.article import Candidate, Doubt, DoubtKind, Draft, Publication, Trust
from timeline.core.interval import UNKNOWN
from timeline.errors import NotFound
from timeline.storage import articles, publications
from timeline.storage.articles import State, Stored
from timeline.storage.database import Database


def add(database: Database, draft: Draft) -> Stored:
    with database.begin() as session:
        return articles.add(session, "port", draft, NOW)


def test_a_new_article_is_stored_as_it_came(database: Database) -> None:
    a_collection(database)
    draft = an_article("a1", url="https://courier.example/1", published=a_day(), zone="Europe/Paris")
    assert add(database, draft) == Stored("a1", State.NEW, 1)
    with database.begin() as session:
        found = articles.get(session, "port", "a1")
    assert (found.title, found.text, found.source) == (draft.title, draft.text, draft.source)
    assert (found.url, found.given, found.zone) == (draft.url, a_day(), "Europe/Paris")
    assert (found.revision, found.added, found.publication) == (1, NOW, Publication())


def test_more_are_asked_for_at_once_than_a_statement_has_parameters(database: Database) -> None:
    a_collection(database)
    add(database, an_article("a7"))
    with database.begin() as session:
        found = articles.listed(session, "port", [f"a{number}" for number in range(70_000)])
    assert [article.id for article in found] == ["a7"]


def test_the_same_text_twice_is_nothing_new(database: Database) -> None:
    a_collection(database)
    add(database, an_article())
    assert add(database, an_article()) == Stored("a1", State.UNCHANGED, 1)


@pytest.mark.parametrize("article", ["a1", "made of the URL"])
def test_a_changed_text_under_a_known_id_or_url_is_a_revision(database: Database, article: str) -> None:
    a_collection(database)
    url = "https://courier.example/1"
    add(database, an_article("a1", url=url))
    assert add(database, an_article(article, url=url, text="Corrected.")) == Stored("a1", State.CHANGED, 2)
    with database.begin() as session:
        assert [found.text for found in articles.listed(session, "port")] == ["Corrected."]


def test_the_id_counts_before_the_url(database: Database) -> None:
    a_collection(database, "port", an_article("a1", url="https://one.example"), an_article("a2"))
    assert add(database, an_article("a2", url="https://one.example", text="New.")).article == "a2"


def test_articles_without_a_url_are_not_one(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    assert add(database, an_article("a2")).state is State.NEW


def test_both_versions_of_a_report_can_be_loaded_again_and_again(database: Database) -> None:
    a_collection(database)
    versions = [an_article(text="First."), an_article(text="Second.", source="The Courier, corrected")]
    for _ in range(2):
        states = [add(database, version).state for version in versions]
    assert states == [State.UNCHANGED, State.UNCHANGED]
    with database.begin() as session:
        found = articles.get(session, "port", "a1")
    assert (found.text, found.revision, found.source) == ("Second.", 2, "The Courier, corrected")


@pytest.mark.parametrize("said", [{"published": a_day()}, {"zone": "Asia/Seoul"}, {"source": "The Herald"}])
def test_what_is_said_beside_the_same_text_replaces_what_was_said(database: Database, said: dict[str, Any]) -> None:
    a_collection(database, "port", an_article())
    assert add(database, an_article(**said)) == Stored("a1", State.CHANGED, 1)
    assert add(database, an_article(**said)) == Stored("a1", State.UNCHANGED, 1)


def test_a_date_once_given_is_not_forgotten(database: Database) -> None:
    a_collection(database, "port", an_article(published=a_day()))
    assert add(database, an_article()).state is State.UNCHANGED
    with database.begin() as session:
        assert articles.get(session, "port", "a1").given == a_day()


def test_the_same_id_in_another_collection_is_another_article(database: Database) -> None:
    a_collection(database, "port", an_article())
    a_collection(database, "mill", an_article())
    with database.begin() as session:
        assert articles.located(session, "a1") == ("mill", "port")


def test_an_unknown_article_is_not_found(database: Database) -> None:
    a_collection(database)
    with pytest.raises(NotFound, match="a1"), database.begin() as session:
        articles.get(session, "port", "a1")


def test_a_publication_comes_back_with_every_candidate_that_lost_and_every_doubt(database: Database) -> None:
    a_collection(database, "port", an_article())
    lost = Candidate(UNKNOWN, Trust.BYLINE, (a_step(UNKNOWN),), zoned=True, future=True)
    doubts = tuple(Doubt(kind, a_step(a_day())) for kind in DoubtKind)
    first = Publication(a_day(), Trust.TEXT, (a_step(a_day()),), (lost,), doubts)
    for publication in (first, replace(first, trust=Trust.GIVEN)):
        with database.begin() as session:
            publications.put(session, "port", "a1", publication)
    with database.begin() as session:
        assert articles.get(session, "port", "a1").publication == replace(first, trust=Trust.GIVEN)


def test_articles_are_listed_by_id_whatever_the_order_of_arrival(database: Database) -> None:
    a_collection(database, "port", an_article("b"), an_article("a"), an_article("B"))
    with database.begin() as session:
        assert [article.id for article in articles.listed(session, "port")] == ["B", "a", "b"]


def test_a_later_load_does_not_change_when_an_article_was_added(database: Database) -> None:
    a_collection(database, "port", an_article())
    with database.begin() as session:
        articles.add(session, "port", an_article(text="New."), NOW + timedelta(days=1))
        assert articles.get(session, "port", "a1").added == NOW
