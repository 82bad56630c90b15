"""Feeds by the API: subscribed, listed and removed with a key, and answered as the document says."""

from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW, a_collection
from tests.web import stories
from tests.web.test_openapi import check
from timeline.services import keys
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app

ADMIN = "/api/v1/admin/feeds"
FEED = {"collection": "port", "url": "https://post.example/feed", "every": 60, "zone": "Europe/Oslo"}


@pytest.fixture
def fetching(settings: Settings, database: Database) -> FlaskClient:
    """A client of a service that fetches, with one collection."""
    a_collection(database)
    return create_app(replace(settings, fetch=True), database).test_client()


def feeds(client: FlaskClient, key: dict[str, str], query: str = "") -> list[dict[str, Any]]:
    answer = client.get(ADMIN + query, headers=key)
    check(client, "Feeds", answer.json)
    found: list[dict[str, Any]] = stories.body(answer)["feeds"]
    return found


def test_a_feed_is_subscribed_and_listed(fetching: FlaskClient, key: dict[str, str]) -> None:
    answer = fetching.post(ADMIN, json=FEED, headers=key)
    assert answer.status_code == 201
    check(fetching, "Feed", answer.json)
    assert feeds(fetching, key, "?collection=port") == feeds(fetching, key) == [answer.json]
    assert {**FEED, "who": "tests", "source": None, "polled": None, "problem": None}.items() <= (
        stories.body(answer).items()
    )
    assert fetching.get(answer.headers["Location"], headers=key).json == {"feeds": [answer.json]}


def test_a_feed_that_is_there_is_changed(fetching: FlaskClient, key: dict[str, str]) -> None:
    fetching.post(ADMIN, json=FEED, headers=key)
    answer = fetching.post(ADMIN, json={**FEED, "every": 5, "source": "Post"}, headers=key)
    changed = stories.body(answer)
    assert (answer.status_code, changed["every"], changed["source"]) == (200, 5, "Post")
    assert len(feeds(fetching, key)) == 1


def test_a_feed_is_removed_once(fetching: FlaskClient, key: dict[str, str]) -> None:
    fetching.post(ADMIN, json=FEED, headers=key)
    query = {"collection": "port", "url": FEED["url"]}
    answers = [fetching.delete(ADMIN, query_string=query, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [204, 404]
    assert (answers[0].data, feeds(fetching, key)) == (b"", [])


@pytest.mark.parametrize(
    ("wrong", "status", "field"),
    [
        ({"url": "file:///etc/passwd"}, 422, "url"),
        ({"url": "https://post.example:8080/"}, 422, "url"),
        ({"url": "https://post.example/" + "a" * 2000}, 422, "url"),
        ({"url": None}, 422, "url"),
        ({"every": 4}, 422, "every"),
        ({"every": "often"}, 422, "every"),
        ({"zone": "Mars"}, 422, "zone"),
        ({"colour": "red"}, 422, "colour"),
        ({"collection": "nowhere"}, 404, "collection"),
    ],
)
def test_what_cannot_be_polled_is_refused_by_field(
    fetching: FlaskClient, key: dict[str, str], wrong: dict[str, Any], status: int, field: str
) -> None:
    answer = fetching.post(ADMIN, json={**FEED, **wrong}, headers=key)
    assert answer.status_code == status
    check(fetching, "Problem", answer.json)
    assert stories.body(answer)["errors"][0]["field"] == field


def test_a_query_that_is_not_known_is_refused(fetching: FlaskClient, key: dict[str, str]) -> None:
    assert fetching.get(f"{ADMIN}?url=x", headers=key).status_code == 400
    assert fetching.get(f"{ADMIN}?collection=nowhere", headers=key).status_code == 404
    assert fetching.delete(ADMIN, headers=key).status_code == 422


def test_where_fetching_is_off_the_remedy_is_named(
    client: FlaskClient, key: dict[str, str], database: Database
) -> None:
    a_collection(database)
    answer = client.post(ADMIN, json=FEED, headers=key)
    assert answer.status_code == 409
    assert "TIMELINE_FETCH=on" in stories.body(answer)["detail"]


def test_feeds_are_for_keys_that_may_load(fetching: FlaskClient, database: Database) -> None:
    assert fetching.get(ADMIN).status_code == 401
    secret = keys.create(database, "curator", ["curate"], NOW)
    for call in (fetching.get, fetching.delete, fetching.post):
        assert call(ADMIN, headers={"Authorization": f"Bearer {secret}"}).status_code == 403
