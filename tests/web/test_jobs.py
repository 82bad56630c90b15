"""Loading many articles through the API: handed over at once, loaded by a worker, and told of."""

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web import stories
from tests.web.test_openapi import check
from timeline.jobs import worker
from timeline.services import collections, library
from timeline.settings import Settings
from timeline.storage.database import Database

ARTICLES = "/api/v1/admin/articles"
JOBS = "/api/v1/admin/jobs"
LINES = b'{"id": "a", "text": "The mill closed today."}\n{"id": "b"}\n{"id": "c", "text": "Anna Berg left."}\n'
TABLE = b"Headline,Body\nThe end,The mill closed today.\n"


@pytest.fixture
def mill(database: Database) -> str:
    """An empty collection."""
    return collections.create(database, "mill", "The mill").slug


def hand(client: FlaskClient, key: dict[str, str], query: str, content: bytes, kind: str) -> Any:
    return client.post(f"{ARTICLES}?{query}", data=content, headers=key, content_type=kind)


@pytest.mark.usefixtures("mill")
@pytest.mark.parametrize(
    ("content", "kind", "more", "count"),
    [
        (LINES, "application/x-ndjson", "", 2),
        (b'[{"id": "a", "text": "The mill closed."}]', "application/json", "", 1),
        (TABLE, "text/csv", "&column=title=Headline&column=text=Body", 1),
        (b"The mill closed today.", "text/plain", "&published=2024-11-05&source=Desk&zone=Europe/Oslo", 1),
        (b"The mill closed today.", "application/octet-stream", "&form=text", 1),
    ],
)
def test_many_articles_are_taken_as_a_job_whatever_their_form(
    client: FlaskClient, key: dict[str, str], database: Database, settings: Settings, content: bytes, kind: str,
    more: str, count: int,
) -> None:  # fmt: skip
    answer = hand(client, key, f"collection=mill{more}", content, kind)
    assert answer.status_code == 202, answer.text
    check(client, "Job", stories.body(answer))
    assert (stories.body(answer)["state"], answer.headers["Location"]) == (
        "waiting",
        f"{JOBS}/{stories.body(answer)['id']}",
    )
    worker.drain(database, settings)
    done = stories.body(client.get(answer.headers["Location"], headers=key))
    assert (done["state"], done["counts"]["new"], done["who"]) == ("done", count, "tests")
    assert len(library.listed(database, "mill")) == count


@pytest.mark.usefixtures("mill")
def test_a_file_can_come_in_a_form_and_gives_its_name(client: FlaskClient, key: dict[str, str]) -> None:
    files = {"file": (io.BytesIO(LINES), "story.ndjson")}
    answer = client.post(f"{ARTICLES}?collection=mill", data=files, headers=key)
    assert (answer.status_code, answer.get_json()["name"]) == (202, "story.ndjson")
    two = {"file": (io.BytesIO(LINES), "a.ndjson"), "other": (io.BytesIO(LINES), "b.ndjson")}
    for wrong in (two, {"text": (io.BytesIO(b""), "")}):
        stories.refused(client.post(f"{ARTICLES}?collection=mill", data=wrong, headers=key), 422, "file")


@pytest.mark.usefixtures("mill")
def test_what_could_not_be_loaded_is_told_page_by_page(
    client: FlaskClient, key: dict[str, str], database: Database, settings: Settings
) -> None:
    job = hand(client, key, "collection=mill&name=story", LINES * 2 + b"no JSON\n", "application/x-ndjson").get_json()[
        "id"
    ]
    worker.drain(database, settings)
    first = client.get(f"{JOBS}/{job}/problems?limit=2", headers=key)
    check(client, "JobProblems", stories.body(first))
    assert [one["where"] for one in stories.body(first)["problems"]] == ["story:2", "story:5"]
    assert first.headers["Link"].endswith('rel="next"')
    second = stories.body(
        client.get(f"{JOBS}/{job}/problems?limit=2&cursor={stories.body(first)['next']}", headers=key)
    )
    assert ([one["where"] for one in second["problems"]], second["next"]) == (["story:7"], None)


@pytest.mark.usefixtures("mill")
def test_jobs_are_listed_and_can_be_cancelled(client: FlaskClient, key: dict[str, str]) -> None:
    ids = [hand(client, key, "collection=mill", LINES, "application/x-ndjson").get_json()["id"] for _ in range(3)]
    first = stories.body(client.get(f"{JOBS}?limit=2", headers=key))
    check(client, "Jobs", first)
    assert [one["id"] for one in first["jobs"]] == ids[:0:-1]
    assert [
        one["id"] for one in stories.body(client.get(f"{JOBS}?cursor={first['next']}", headers=key))["jobs"]
    ] == ids[:1]
    assert stories.body(client.delete(f"{JOBS}/{ids[0]}", headers=key))["state"] == "cancelled"


@pytest.mark.usefixtures("mill")
@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("", 422, "collection"),
        ("collection=nowhere", 404, "collection"),
        ("collection=mill&form=doc", 422, "form"),
        ("collection=mill&column=Headline", 422, "column"),
        ("collection=mill&column=colour=Headline", 422, "column"),
        ("collection=mill&colour=red", 422, "colour"),
    ],
)
def test_what_is_said_wrongly_of_many_is_refused_at_once(
    client: FlaskClient, key: dict[str, str], query: str, status: int, field: str
) -> None:
    stories.refused(hand(client, key, query, LINES, "application/x-ndjson"), status, field)
    assert stories.body(client.get(JOBS, headers=key))["jobs"] == []


@pytest.mark.usefixtures("mill")
def test_what_is_said_of_many_is_refused_for_one(client: FlaskClient, key: dict[str, str]) -> None:
    one = json.dumps({"collection": "mill", "text": "The mill closed."}).encode()
    stories.refused(hand(client, key, "source=Desk", one, "application/json"), 422, "source")


def test_a_cursor_of_one_list_is_none_of_another(client: FlaskClient, key: dict[str, str], mill: str) -> None:
    for _ in range(2):
        job = hand(client, key, f"collection={mill}", LINES, "application/x-ndjson").get_json()["id"]
    cursor = stories.body(client.get(f"{JOBS}?limit=1", headers=key))["next"]
    for address in (f"{JOBS}/{job}/problems?cursor={cursor}", f"{JOBS}?cursor=made-up"):
        stories.refused(client.get(address, headers=key), 400, "cursor")


def test_an_unknown_job_is_not_found_and_none_is_told_without_a_key(client: FlaskClient, key: dict[str, str]) -> None:
    for address in (f"{JOBS}/7", f"{JOBS}/7/problems"):
        stories.refused(client.get(address, headers=key), 404, "job")
        assert client.get(address).status_code == 401
