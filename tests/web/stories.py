"""A small story, loaded through the API as a user would."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

TEXTS = {
    "ledger": "The mill in Norwood closed on Monday, its owner said. The council will vote on Friday.",
    "courier": "The mill in Norwood closed on 4 November 2024. Workers had marched to the town hall on October 30.",
    "wire": "A fire broke out at the mill in Norwood on 12 October 2024. Nobody was hurt.",
}
SOURCES = {"ledger": "Morning Ledger", "courier": "Town Courier", "wire": "Northern Wire"}


def article(name: str = "ledger", **fields: Any) -> dict[str, Any]:
    """The body of a request that loads one of the articles."""
    body = {"collection": "mill", "id": name, "title": f"The mill, by {name}", "text": TEXTS[name]}
    body |= {"source": SOURCES[name], "published": "2024-11-06", "url": f"https://{name}.example/mill"}
    return {field: value for field, value in (body | fields).items() if value is not None}


def post(client: FlaskClient, key: dict[str, str], **fields: Any) -> TestResponse:
    """Load one article."""
    return client.post("/api/v1/admin/articles", json=article(**fields), headers=key)


def tell(client: FlaskClient, key: dict[str, str]) -> None:
    """Make the collection and load the whole story."""
    made = client.post("/api/v1/admin/collections", json={"slug": "mill", "title": "The mill"}, headers=key)
    assert made.status_code == 201
    for name in TEXTS:
        assert post(client, key, name=name).status_code == 201


def doubt(client: FlaskClient, key: dict[str, str]) -> None:
    """Load an article that appeared before what it reports."""
    client.post("/api/v1/admin/collections", json={"slug": "mill", "title": "The mill"}, headers=key)
    assert post(client, key, text="The mill in Norwood closed on 4 December 2024.").status_code == 201


def body(answer: TestResponse) -> dict[str, Any]:
    """The JSON object of an answer."""
    found: dict[str, Any] = answer.get_json()
    return found


def got(client: FlaskClient, address: str) -> dict[str, Any]:
    """The JSON object at an address."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return body(answer)


def events(client: FlaskClient, query: str = "", slug: str = "mill") -> list[dict[str, Any]]:
    """The events of a page of the timeline."""
    found: list[dict[str, Any]] = got(client, f"/api/v1/collections/{slug}/events{query}")["events"]
    return found


def refused(answer: TestResponse, status: int, field: str) -> None:
    """Fail unless an answer is a problem of this status that blames this field."""
    assert answer.status_code == status, answer.text
    assert [error["field"] for error in body(answer)["errors"]] == [field]
