"""Every error is a problem, whoever raises it; a reader with a browser gets a page that says the same."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from timeline.services import collections
from timeline.settings import Settings
from timeline.web import create_app

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_an_unknown_address_and_a_wrong_method_are_problems(client: FlaskClient) -> None:
    unknown, wrong = client.get("/api/v1/nowhere"), client.delete("/api/v1/collections")
    assert [answer.status_code for answer in (unknown, wrong)] == [404, 405]
    assert [answer.content_type for answer in (unknown, wrong)] == ["application/problem+json"] * 2
    assert "GET" in wrong.headers["Allow"]


def test_a_browser_gets_the_problem_as_a_page(client: FlaskClient) -> None:
    page = client.get("/collections/nowhere", headers=BROWSER)
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert "There is no collection" in page.text
    assert client.get("/api/v1/nowhere", headers=BROWSER).mimetype == "application/problem+json"


def main(page: TestResponse) -> str:
    """What is on a page itself, without what is on all of them."""
    return page.text.partition("<main")[2]


def test_what_http_calls_an_error_is_said_in_plain_words_on_a_page(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(client.application.view_functions, "pages.home", lambda: 1 / 0)
    wrong = client.get("/", headers=BROWSER)
    assert (wrong.status_code, "Something went wrong here" in wrong.text) == (500, True)
    assert wrong.headers["X-Request-ID"] in wrong.text
    lost = client.get("/nowhere", headers=BROWSER)
    assert (lost.status_code, "There is nothing at this address" in lost.text) == (404, True)
    closed = client.get("/admin/sign-out", headers=BROWSER)
    assert (closed.status_code, "This address cannot be opened" in closed.text) == (405, True)
    for page in (wrong, lost, closed):
        assert not [said for said in ("Not Found", "Not Allowed", "Server Error", "/api/docs") if said in main(page)]


def test_a_mistake_of_ours_is_a_500_without_its_trace(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(client.application.view_functions, "health.healthz", lambda: 1 / 0)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert "ZeroDivisionError" not in answer.text
    assert "ZeroDivisionError" in caplog.text


def test_a_database_that_is_down_is_a_503_that_says_when_to_come_back(settings: Settings) -> None:
    lost = Settings(home=settings.home, database_url="postgresql://nobody@127.0.0.1:1/none")
    client = create_app(lost).test_client()
    assert client.get("/healthz").status_code == 200
    for address in ("/readyz", "/api/v1/collections", "/"):
        answer = client.get(address)
        assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
        assert answer.headers["Retry-After"]
    assert client.get("/", headers=BROWSER).mimetype == "text/html"


def test_a_database_that_answers_is_ready(client: FlaskClient) -> None:
    assert client.get("/readyz").json == {"status": "ok"}


def test_characters_that_no_database_stores_are_not_found_or_refused(client: FlaskClient) -> None:
    addresses = ("/api/v1/collections/%00", "/api/v1/events/a%00", "/collections/%00", "/api/v1/articles/%00")
    assert {client.get(address).status_code for address in addresses} <= {400, 404}


def test_an_answer_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/api/v1/collections")
    again = client.get("/api/v1/collections", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    collections.create(client.application.extensions["timeline"].database, "mill")
    changed = client.get("/api/v1/collections", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
