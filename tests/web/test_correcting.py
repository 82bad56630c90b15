"""Correcting articles and sources through the API: what follows, what is refused, and that nothing is lost unseen."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders import NOW
from tests.web import stories
from tests.web.test_openapi import check
from timeline.services import keys
from timeline.storage.database import Database

ARTICLE = "/api/v1/admin/articles/ledger"
SOURCES = "/api/v1/admin/sources"


@pytest.fixture
def editor(database: Database) -> dict[str, str]:
    """The header with a key of scope "curate", whose name is Anna."""
    return {"Authorization": f"Bearer {keys.create(database, 'Anna', ['curate'], NOW)}"}


@pytest.fixture(scope="session")
def template(told: str) -> str:
    """Each test begins with the story."""
    return told


def seen(client: FlaskClient) -> dict[str, str]:
    """The header that says which state of the article was read."""
    return {"If-Match": client.get("/api/v1/articles/ledger").headers["ETag"]}


def correct(client: FlaskClient, editor: dict[str, str], query: str = "", **said: Any) -> TestResponse:
    """Correct an article that was just read."""
    return client.patch(f"{ARTICLE}{query}", json=said, headers=editor | seen(client))


def source(client: FlaskClient, editor: dict[str, str], query: str = "", **said: Any) -> TestResponse:
    """Correct a source."""
    body = {"collection": "mill", "name": "Morning Ledger", **said}
    return client.patch(f"{SOURCES}{query}", json=body, headers=editor)


def test_a_corrected_publication_moves_what_depends_on_it(client: FlaskClient, editor: dict[str, str]) -> None:
    answer = correct(client, editor, published="2024-11-13", why="as on the front page")
    assert answer.status_code == 200
    check(client, "Changes", answer.json)
    (moved,) = stories.body(answer)["articles"]
    assert (moved["article"], moved["before"]["edtf"], moved["after"]["edtf"]) == ("ledger", "2024-11-06", "2024-11-13")
    assert stories.body(answer)["events"]
    found = stories.got(client, "/api/v1/articles/ledger")
    check(client, "Article", found)
    assert (found["publication"]["trust"], found["publication"]["lost"][0]["trust"]) == ("corrected", "given")
    (said,) = found["corrections"]
    assert (said["what"], said["value"], said["who"], said["why"]) == (
        "published", "2024-11-13", "Anna", "as on the front page",
    )  # fmt: skip


def test_the_page_of_an_article_says_who_corrected_it(client: FlaskClient, editor: dict[str, str]) -> None:
    correct(client, editor, published="2024-11-13", why="as on the <front> page")
    page = client.get("/articles/ledger").text
    assert "Anna corrected when the article was published" in page
    assert "as on the &lt;front&gt; page" in page
    assert "found from" not in page


def test_a_dry_run_tells_the_same_and_keeps_nothing(client: FlaskClient, editor: dict[str, str]) -> None:
    before = stories.got(client, "/api/v1/articles/ledger"), stories.events(client)
    shown = stories.body(correct(client, editor, "?dry_run=true", published="2024-11-13"))
    assert shown["dry_run"]
    assert (stories.got(client, "/api/v1/articles/ledger"), stories.events(client)) == before
    done = stories.body(correct(client, editor, published="2024-11-13"))
    assert done["articles"] == shown["articles"]
    assert not done["dry_run"]


def test_null_takes_a_correction_back(client: FlaskClient, editor: dict[str, str]) -> None:
    before = stories.got(client, "/api/v1/articles/ledger")
    correct(client, editor, published="2024-11-13", zone="Asia/Seoul", source="Town Courier")
    assert stories.got(client, "/api/v1/articles/ledger")["zone_from"] == "article"
    assert correct(client, editor, published=None, zone=None, source=None).status_code == 200
    assert stories.got(client, "/api/v1/articles/ledger") == before


def test_a_correction_says_what_was_seen(client: FlaskClient, editor: dict[str, str]) -> None:
    old = editor | seen(client)
    without = client.patch(ARTICLE, json={"zone": "Asia/Seoul"}, headers=editor)
    assert without.status_code == 428
    check(client, "Problem", without.json)
    assert client.patch(ARTICLE, json={"zone": "Asia/Seoul"}, headers=old).status_code == 200
    late = client.patch(ARTICLE, json={"zone": "Europe/London"}, headers=old)
    assert late.status_code == 412
    check(client, "Problem", late.json)
    assert stories.got(client, "/api/v1/articles/ledger")["zone"] == "Asia/Seoul"
    anyway = client.patch(ARTICLE, json={"zone": "Europe/London"}, headers=editor | {"If-Match": "*"})
    assert anyway.status_code == 200


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"published": "soonish"}, "published"),
        ({"published": 20241105}, "published"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"source": ""}, "source"),
        ({"why": "a\nb", "zone": "UTC"}, "why"),
        ({"colour": "red"}, "colour"),
        ({}, None),
    ],
)
def test_what_cannot_be_accepted_names_its_field(
    client: FlaskClient, editor: dict[str, str], said: dict[str, Any], field: str | None
) -> None:
    answer = correct(client, editor, **said)
    assert answer.status_code == 422
    check(client, "Problem", answer.json)
    assert [one["field"] for one in stories.body(answer).get("errors", [])] == ([field] if field else [])


def test_what_is_not_there_is_not_found(client: FlaskClient, editor: dict[str, str]) -> None:
    for path in ("articles/nothing", "articles/ledger?collection=nowhere"):
        answer = client.patch(f"/api/v1/admin/{path}", json={"zone": "UTC"}, headers=editor | {"If-Match": "*"})
        assert answer.status_code == 404
    assert source(client, editor, name="Nobody", zone="UTC").status_code == 404
    assert source(client, editor, collection="nowhere", zone="UTC").status_code == 404


def test_only_a_key_that_may_decide_corrects(client: FlaskClient, key: dict[str, str]) -> None:
    for address in (ARTICLE, SOURCES):
        assert client.patch(address, json={}, headers=key).status_code == 403
        assert client.patch(address, json={}).status_code == 401


def test_sources_are_listed_and_corrected(client: FlaskClient, editor: dict[str, str]) -> None:
    answer = source(client, editor, zone="America/New_York", country="us", owner="Norwood Press", why="its imprint")
    assert answer.status_code == 200
    check(client, "Changes", answer.json)
    assert stories.got(client, "/api/v1/articles/ledger")["zone_from"] == "source"
    found = stories.got(client, "/api/v1/collections/mill/sources")
    check(client, "Sources", found)
    ledger = next(one for one in found["sources"] if one["name"] == "Morning Ledger")
    assert [ledger[name] for name in ("domain", "country", "zone", "owner", "articles")] == [
        "ledger.example", "US", "America/New_York", "Norwood Press", 1,
    ]  # fmt: skip
    assert {one["who"] for one in ledger["corrections"]} == {"Anna"}
    assert client.get("/api/v1/collections/nowhere/sources").status_code == 404


def test_a_dry_run_of_a_source_keeps_nothing(client: FlaskClient, editor: dict[str, str]) -> None:
    before = stories.got(client, "/api/v1/collections/mill/sources")
    shown = stories.body(source(client, editor, "?dry_run=true", zone="America/New_York"))
    assert [one["article"] for one in shown["articles"]] == ["ledger"]
    assert stories.got(client, "/api/v1/collections/mill/sources") == before


@pytest.mark.parametrize(
    ("said", "field"),
    [({"country": "Sweden"}, "country"), ({"zone": "Mars"}, "zone"), ({"domain": "a b"}, "domain"), ({}, None)],
)
def test_what_cannot_be_said_of_a_source_names_its_field(
    client: FlaskClient, editor: dict[str, str], said: dict[str, Any], field: str | None
) -> None:
    answer = source(client, editor, **said)
    assert answer.status_code == 422
    assert [one["field"] for one in stories.body(answer).get("errors", [])] == ([field] if field else [])
