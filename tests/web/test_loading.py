"""Loading one article through the API: what is stored, what is refused, and how the refusal says so."""

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW
from tests.web import stories
from timeline.services import collections, keys
from timeline.storage.database import Database

ADMIN = "/api/v1/admin/articles"

FIELDS: list[tuple[dict[str, Any], int, str]] = [
    ({"text": None}, 422, "text"),
    ({"text": ""}, 422, "text"),
    ({"text": " \n "}, 422, "text"),
    ({"text": 7}, 422, "text"),
    ({"text": "The mill\x00 closed."}, 422, "text"),
    ({"text": "The mill \x1b[31mclosed."}, 422, "text"),
    ({"text": "a" * 1_000_001}, 413, "text"),
    ({"colour": "red"}, 422, "colour"),
    ({"title": ["The mill"]}, 422, "title"),
    ({"published": "soonish"}, 422, "published"),
    ({"published": "05/11/2024"}, 422, "published"),
    ({"published": "9999-01-01"}, 422, "published"),
    ({"zone": "Europe/Atlantis"}, 422, "zone"),
    ({"url": "javascript:alert(1)"}, 422, "url"),
    ({"id": "a" * 201}, 422, "id"),
    ({"source": "a" * 201}, 422, "source"),
    ({"collection": "nowhere"}, 404, "collection"),
    ({"collection": None}, 422, "collection"),
]

BODIES: list[tuple[bytes, str, int, str | None]] = [
    (b"{", "application/json", 400, None),
    (b"", "application/json", 400, None),
    (b"\xff\xfe", "application/json", 400, None),
    (b"[" * 100_000, "application/json", 422, "collection"),
    (b"{" * 100_000, "application/json", 400, None),
    (b'{"text": ' + b"9" * 5000 + b"}", "application/json", 400, None),
    (b"[]", "application/json", 422, "collection"),
    (b'"{}"', "application/json", 422, None),
    (b"null", "application/json", 422, None),
    (b'{"collection": "mill", "text": "a\\ud800b"}', "application/json", 422, "text"),
    (b"collection=mill&text=a", "application/x-www-form-urlencoded", 415, None),
    (b"{}", "", 415, None),
    (b" " * (50 * 1024 * 1024), "application/json", 413, None),
]


@pytest.fixture
def mill(database: Database) -> str:
    """An empty collection."""
    return collections.create(database, "mill", "The mill").slug


@pytest.mark.usefixtures("mill")
def test_an_article_is_loaded_and_its_events_stand_in_their_place(client: FlaskClient, key: dict[str, str]) -> None:
    answer = stories.post(client, key)
    assert answer.status_code == 201
    assert stories.body(answer)["state"] == "new"
    assert stories.got(client, answer.headers["Location"])["text"] == stories.TEXTS["ledger"]
    found = stories.events(client)
    assert [event["date"]["edtf"] for event in found] == ["2024-11-04", "2024-11-08"]
    assert [event["status"] for event in found] == ["occurred", "planned"]


@pytest.mark.usefixtures("mill")
def test_the_same_again_is_unchanged_and_other_words_are_a_revision(client: FlaskClient, key: dict[str, str]) -> None:
    stories.post(client, key)
    again, changed = stories.post(client, key), stories.post(client, key, text="The mill closed on Tuesday.")
    assert [(a.status_code, stories.body(a)["state"]) for a in (again, changed)] == [
        (200, "unchanged"),
        (201, "changed"),
    ]
    assert stories.body(changed)["revision"] == 2


@pytest.mark.usefixtures("mill")
def test_an_article_needs_only_a_collection_and_a_text(client: FlaskClient, key: dict[str, str]) -> None:
    body = {"collection": "mill", "text": "The mill closed on 4 November 2024."}
    answer = client.post(ADMIN, json=body, headers=key)
    assert answer.status_code == 201
    assert stories.body(answer)["article"].startswith("text-")


def refused(client: FlaskClient, answer: Any, status: int, field: str | None) -> dict[str, Any]:
    """The problem, after what every problem has to be."""
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    problem: dict[str, Any] = stories.body(answer)
    assert {"type", "title", "status", "detail", "instance"} <= set(problem)
    assert problem["status"] == status
    assert "Traceback" not in answer.text
    assert [blame["field"] for blame in problem.get("errors", [])][:1] == ([field] if field else [])
    assert stories.got(client, "/api/v1/collections/mill/articles")["total"] == 0
    return problem


@pytest.mark.usefixtures("mill")
def test_a_field_that_cannot_be_taken_is_named(
    client: FlaskClient, key: dict[str, str], subtests: pytest.Subtests
) -> None:
    for fields, status, field in FIELDS:
        with subtests.test(str(fields)[:60]):
            refused(client, stories.post(client, key, **fields), status, field)


@pytest.mark.usefixtures("mill")
def test_a_body_that_cannot_be_read_is_refused(
    client: FlaskClient, key: dict[str, str], subtests: pytest.Subtests
) -> None:
    for body, content_type, status, field in BODIES:
        with subtests.test(str(body[:30])):
            answer = client.post(ADMIN, data=body, content_type=content_type, headers=key)
            refused(client, answer, status, field)


@pytest.mark.usefixtures("mill")
def test_a_body_without_a_length_is_cut_and_refused(client: FlaskClient, key: dict[str, str]) -> None:
    body = io.BytesIO(b'{"text": "' + b"a" * (9 * 1024 * 1024) + b'"}')
    environ = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = client.post(
        ADMIN, input_stream=body, content_type="application/json", headers=key, environ_overrides=environ
    )
    refused(client, answer, 413, None)


@pytest.mark.usefixtures("mill")
def test_several_fields_are_blamed_at_once(client: FlaskClient, key: dict[str, str]) -> None:
    problem = refused(client, stories.post(client, key, text=1, colour="red"), 422, "text")
    assert [blame["message"] for blame in problem["errors"]] == [
        "text must be text",
        "colour is not a field of this request",
    ]


@pytest.mark.usefixtures("mill")
def test_an_unknown_collection_says_how_to_make_it(client: FlaskClient, key: dict[str, str]) -> None:
    problem = refused(client, stories.post(client, key, collection="nowhere"), 404, "collection")
    assert "POST /api/v1/admin/collections" in problem["detail"]


@pytest.mark.usefixtures("mill")
def test_without_a_key_nothing_is_read(client: FlaskClient, subtests: pytest.Subtests) -> None:
    for header in (None, "Bearer", "Bearer wrong", "Basic dTpw", "Bearer \u2603".encode().decode("latin-1")):
        with subtests.test(str(header)):
            answer = client.post(ADMIN, data=b"{", headers={"Authorization": header} if header else {})
            refused(client, answer, 401, None)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.usefixtures("mill")
def test_a_key_without_the_scope_is_not_enough(client: FlaskClient, database: Database) -> None:
    secret = keys.create(database, "curator", ["curate"], NOW)
    refused(client, stories.post(client, {"Authorization": f"Bearer {secret}"}), 403, None)


@pytest.mark.usefixtures("mill")
def test_a_collection_is_made_once(client: FlaskClient, key: dict[str, str]) -> None:
    bodies: list[dict[str, Any]] = [
        {"slug": "mill"},
        {"slug": "Mill"},
        {"slug": "port", "zone": "Mars"},
        {"slug": "port"},
    ]
    answers = [client.post("/api/v1/admin/collections", json=body, headers=key) for body in bodies]
    assert [answer.status_code for answer in answers] == [409, 422, 422, 201]
    assert stories.got(client, answers[-1].headers["Location"])["slug"] == "port"


def test_json_is_read_with_a_charset(client: FlaskClient, key: dict[str, str], mill: str) -> None:
    body = json.dumps({"collection": mill, "text": "Die Mühle schloss."}, ensure_ascii=False).encode()
    assert client.post(ADMIN, data=body, content_type="application/json; charset=utf-8", headers=key).status_code == 201
