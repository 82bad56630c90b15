"""Lists that a client has already: they are not read again, and whatever they tell is seen when it changes."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from tests.builders import NOW, a_day, an_article, events_of
from timeline.core.correction import Corrected
from timeline.core.event import Event
from timeline.services import articles, sources
from timeline.services.revised import By
from timeline.storage import events
from timeline.storage.database import Database

LISTS = ("events", "events?top=1", "facets", "entities", "contradictions", "undated", "articles", "sources")
PORT = "/api/v1/collections/port/"


@pytest.fixture
def told(database: Database) -> tuple[Event, ...]:
    """The events of a collection: a plan, and what could have become of it."""
    with database.begin() as session:
        found = events_of(session, "port", ("It will open.", a_day(), {}), ("It opened.", a_day("2024-11-06"), {}))
        events.replace(session, "port", found)
    return found


def known(client: FlaskClient, name: str) -> dict[str, str]:
    """The condition of a client that has a list and has asked once whether it changed."""
    condition = {"If-None-Match": client.get(PORT + name).headers["ETag"]}
    assert client.get(PORT + name, headers=condition).status_code == 304
    return condition


def asked(database: Database, ask: Callable[[], TestResponse]) -> tuple[TestResponse, list[str]]:
    """An answer, and what was asked of the database for it."""
    statements: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        return ask(), statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("told")
def test_no_list_is_read_for_a_client_that_has_it(
    client: FlaskClient, database: Database, subtests: pytest.Subtests
) -> None:
    for name in LISTS:
        with subtests.test(name):
            condition = known(client, name)
            answer, statements = asked(database, lambda: client.get(PORT + name, headers=condition))  # noqa: B023
            assert (answer.status_code, answer.data) == (304, b"")
            assert answer.headers["ETag"] == condition["If-None-Match"]
            assert [one.split("FROM ")[1].split()[0] for one in statements] == ["collections"]


def test_another_list_of_the_same_state_is_given(client: FlaskClient, told: tuple[Event, ...]) -> None:
    condition = known(client, "events")
    answer = client.get(f"{PORT}events?sort=-time", headers=condition)
    assert [one["title"] for one in answer.get_json()["events"]] == [one.title for one in reversed(told)]


@pytest.mark.usefixtures("told")
def test_a_condition_that_holds_for_anything_does_not_make_a_collection(client: FlaskClient) -> None:
    assert client.get("/api/v1/collections/nowhere/events", headers={"If-None-Match": "*"}).status_code == 404


def test_whatever_a_list_tells_is_seen_when_it_changes(
    client: FlaskClient, database: Database, told: tuple[Event, ...], subtests: pytest.Subtests
) -> None:
    def fulfil() -> None:
        with database.begin() as session:
            events.replace(session, "port", told, fulfilments=[(0, 1)])

    def move() -> None:
        text = "It will open.\nIt opened."
        articles.store(database, "port", an_article("a1", text=text, url="https://new.example/1"), NOW)

    def correct() -> None:
        sources.correct(database, "port", "The Courier", {Corrected.OWNER: "Harbour Press"}, By("anna", "", NOW))

    changes: dict[str, tuple[str, Callable[[], None]]] = {
        "what became of a plan": ("events", fulfil),
        "the address of an article": ("events", move),
        "a new article": ("articles", lambda: _load(database, "new")),
        "how many articles a source has": ("sources", lambda: _load(database, "newer")),
        "who owns a source": ("sources", correct),
    }
    for name, (listed, change) in changes.items():
        with subtests.test(name):
            condition = known(client, listed)
            change()
            answer = client.get(PORT + listed, headers=condition)
            assert (answer.status_code, answer.headers["ETag"] == condition["If-None-Match"]) == (200, False)


def _load(database: Database, name: str) -> None:
    articles.store(database, "port", an_article(name), NOW)
