"""Idempotency-Key: a request that is sent again is not done again."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders import NOW
from tests.web import stories
from timeline.errors import Conflict
from timeline.services import idempotency, keys
from timeline.storage.database import Database


def made(client: FlaskClient, key: dict[str, str], own: str = "one", slug: str = "mill") -> TestResponse:
    """The answer to making a collection, under a key."""
    return client.post("/api/v1/admin/collections", json={"slug": slug}, headers={**key, "Idempotency-Key": own})


def test_the_same_request_gets_the_same_answer(client: FlaskClient, key: dict[str, str]) -> None:
    first, again = made(client, key), made(client, key)
    assert (first.status_code, again.status_code, again.data) == (201, 201, first.data)
    assert again.headers["Location"] == first.headers["Location"]
    assert (first.headers.get("Idempotency-Replayed"), again.headers["Idempotency-Replayed"]) == (None, "true")
    assert made(client, key, own="two").status_code == 409


def test_quotation_marks_do_not_matter(client: FlaskClient, key: dict[str, str]) -> None:
    assert made(client, key, own='"one"').data == made(client, key, own="one").data


def test_another_request_under_the_same_key_is_refused(client: FlaskClient, key: dict[str, str]) -> None:
    made(client, key)
    refused = made(client, key, slug="port")
    assert (refused.status_code, stories.body(refused)["errors"][0]["field"]) == (422, "Idempotency-Key")


def test_keys_of_others_are_theirs(client: FlaskClient, key: dict[str, str], database: Database) -> None:
    other = {"Authorization": f"Bearer {keys.create(database, 'other', ['load'], NOW)}"}
    made(client, key)
    assert made(client, other, slug="port").status_code == 201


def test_what_failed_may_be_tried_again(client: FlaskClient, key: dict[str, str]) -> None:
    stories_key = {**key, "Idempotency-Key": "article"}
    assert client.post("/api/v1/admin/articles", json=stories.article(), headers=stories_key).status_code == 404
    assert made(client, key).status_code == 201
    assert client.post("/api/v1/admin/articles", json=stories.article(), headers=stories_key).status_code == 201
    assert client.post("/api/v1/admin/articles", json=stories.article(), headers=stories_key).status_code == 201


def test_a_key_that_is_none_is_refused(client: FlaskClient, key: dict[str, str]) -> None:
    for own in ("", '""', "a" * 256):
        assert made(client, key, own=own).status_code == 400


def test_a_request_that_is_being_done_is_not_done_beside(database: Database) -> None:
    assert idempotency.begin(database, "k", b"d", NOW) is None
    with pytest.raises(Conflict, match="being done"):
        idempotency.begin(database, "k", b"d", NOW)


def test_an_answer_is_kept_for_a_day(database: Database) -> None:
    done = idempotency.Answered(201, {"Content-Type": "application/json"}, b"{}")
    assert idempotency.begin(database, "k", b"d", NOW) is None
    idempotency.end(database, "k", done)
    assert idempotency.begin(database, "k", b"d", NOW + timedelta(hours=23)) == done
    assert idempotency.begin(database, "k", b"other", NOW + timedelta(hours=25)) is None


def test_what_was_never_answered_may_be_done_anew_ten_minutes_later(database: Database) -> None:
    assert idempotency.begin(database, "k", b"d", NOW) is None
    assert idempotency.begin(database, "k", b"d", NOW + timedelta(minutes=11)) is None
