"""What is hostile stays data: in every page, drawing and export, and in what every form and body of the API takes."""

import json
import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.pages import hostility
from tests.web import stories
from tests.web.test_pages import Reader
from timeline.storage.database import Database


def read(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of a page, each with its attributes."""
    return Reader(text).elements


ARTICLE = f"/articles/{quote(hostility.ARTICLE)}"
PAGES = (
    "/",
    "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/collections/hostile",
    "/collections/hostile?embed=1",
    "/collections/hostile?q=%22%3E%3Cscript%3E&from=%3Csvg+onload%3D1%3E&lanes=source",
    "/collections/hostile/undated",
    f"{ARTICLE}?collection=hostile",
    f"{ARTICLE}/revisions/2?collection=hostile",
    "/%3Cscript%3Ealert(1)%3C/script%3E",
)


@pytest.fixture
def hostile(client: FlaskClient, database: Database) -> FlaskClient:
    """A client of a service with the hostile story, whose article was changed."""
    hostility.tell(database)
    hostility.change(database)
    return client


def test_no_page_has_a_script_a_handler_or_a_link_that_is_not_its_own(hostile: FlaskClient) -> None:
    answers = [hostile.get(address, headers={"Accept": "text/html"}) for address in PAGES]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 400, 200, 200, 200, 404]
    for answer in answers:
        stays_data(answer.text)


def stays_data(page: str) -> None:
    """Fail for a page with a script, a handler or a link that is not the service's own."""
    for tag, attributes in read(page):
        assert tag not in {"img", "iframe", "object"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        own = attributes.get("src") or ""
        assert tag != "script" or own.startswith("/static/") or attributes["type"] == "application/ld+json"
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            assert not (attributes.get(name) or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))


def test_the_drawing_is_one_without_script(hostile: FlaskClient) -> None:
    answer = hostile.get("/collections/hostile/drawing.svg")
    assert answer.status_code == 200
    found = read(answer.text)
    assert {tag for tag, _ in found} <= {
        *("svg", "title", "desc", "style", "defs", "g", "a", "line", "rect", "circle", "path", "text", "tspan"),
        *("lineargradient", "stop", "use", "symbol", "pattern", "clippath", "polygon", "polyline"),
    }
    assert not [name for _, attributes in found for name in attributes if name.startswith("on")]


def test_the_drawing_refers_to_nothing_outside_itself(hostile: FlaskClient) -> None:
    answer = hostile.get("/collections/hostile/drawing.svg")
    assert answer.mimetype == "image/svg+xml"
    refers = [attributes[name] for _, attributes in read(answer.text) for name in attributes if "href" in name]
    assert refers
    assert all(to and to.startswith("#") for to in refers)
    assert {found[:1] for found in re.findall(r"""url\(["']?(.)""", answer.text)} <= {"#"}
    assert "@import" not in answer.text
    assert "<!" not in answer.text


FIELDS = ("text", "title", "source", "url", "zone", "id", "published")


def test_a_null_character_in_a_field_is_refused_by_its_name(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    for field in FIELDS:
        answer = stories.post(client, key, **{field: f"{stories.article().get(field, 'a')}\x00b"})
        assert answer.status_code in {201, 422}, field
        if answer.status_code == 422:
            stories.refused(answer, 422, field)
    assert "\\u0000" not in json.dumps(stories.got(client, "/api/v1/collections/mill/articles"))


ADDRESSES = (
    *("/collections/%00", "/collections/mill?q=%00", "/?q=%00", "/collections/mill?entity=%00&source=%00"),
    *("/articles/%00", "/events/%00", "/collections/mill.csv?q=%00", "/collections/mill/undated?q=%00"),
    *("/collections/mill/drawing.svg?q=%00", "/admin?next=%00", "/api/v1/collections/mill/events?q=%00"),
    *("/api/v1/collections/%00", "/api/v1/collections/mill/events?entity=%00", "/api/v1/articles/x?collection=%00"),
)


def test_a_null_character_in_an_address_never_makes_the_service_fail(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    assert {address: status for address in ADDRESSES if (status := client.get(address).status_code) >= 500} == {}
