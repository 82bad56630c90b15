"""The OpenAPI document is valid, complete, and what the service answers."""

import re
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.web import stories
from timeline.web.api.document import operations
from timeline.web.problems import KINDS

ENUMERATED = {"/api/v1/openapi.json", "/api/docs"}


def document(client: FlaskClient) -> dict[str, Any]:
    """The document."""
    return stories.got(client, "/api/v1/openapi.json")


def check(client: FlaskClient, name: str, answer: Any) -> None:
    """Fail where an answer is not of the document's schema of this name."""
    schemas = document(client)["components"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": schemas}
    assert [error.message for error in Draft202012Validator(schema).iter_errors(answer)] == []


def test_the_document_is_valid_and_of_version_3_1(client: FlaskClient) -> None:
    found = document(client)
    validate(found)
    assert found["openapi"].startswith("3.1")


def test_every_route_of_the_api_is_in_it(client: FlaskClient) -> None:
    paths = document(client)["paths"]
    routes = {
        re.sub(r"<\w+:", "<", str(rule)).replace("<", "{").replace(">", "}")
        for rule in client.application.url_map.iter_rules()
    }
    assert {route for route in routes if route.startswith("/api/")} - ENUMERATED == set(paths)


def test_every_operation_names_its_problem_and_what_writes_needs_a_key(client: FlaskClient) -> None:
    for path, methods in document(client)["paths"].items():
        for operation in methods.values():
            assert "application/problem+json" in operation["responses"]["default"]["content"]
            assert bool(operation.get("security")) is path.startswith("/api/v1/admin/")


def test_operations_are_called_as_their_views(client: FlaskClient) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document(client))]
    assert {"get_events", "explain_event", "post_article"} < set(names)
    assert len(set(names)) == len(names)


def test_every_body_and_answer_has_an_example_of_its_schema(client: FlaskClient) -> None:
    found = document(client)
    for method, path, operation in operations(found):
        told = (
            operation.get("requestBody", {}).get("content", {}),
            *(answer.get("content", {}) for answer in operation["responses"].values()),
        )
        for content in told:
            for media in ("application/json", "application/problem+json"):
                if media in content:
                    schema = {**content[media]["schema"], "components": found["components"]}
                    errors = Draft202012Validator(schema).iter_errors(content[media]["example"])
                    assert [error.message for error in errors] == [], f"{method} {path}"


def test_headers_are_announced_where_they_are_sent(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    paths = document(client)["paths"]
    listed = paths["/api/v1/collections/{slug}/articles"]["get"]
    answer = client.get("/api/v1/collections/mill/articles?limit=1")
    own = {name for name in listed["responses"]["200"]["headers"] if name in answer.headers}
    assert own == set(listed["responses"]["200"]["headers"]) >= {"ETag", "Link", "RateLimit", "RateLimit-Policy"}
    assert "Retry-After" in listed["responses"]["default"]["headers"]
    assert client.get(
        "/api/v1/collections/mill/articles?limit=1", headers={"If-None-Match": answer.headers["ETag"]}
    ).status_code == int(next(status for status in listed["responses"] if status.startswith("3")))
    loading = paths["/api/v1/admin/articles"]["post"]
    again = [stories.post(client, key | {"Idempotency-Key": "once"}, id="new") for _ in range(2)][1]
    assert {"Location", "Idempotency-Replayed"} <= {*loading["responses"]["201"]["headers"]} & {*again.headers.keys()}


def test_conditions_are_parameters(client: FlaskClient) -> None:
    taken = {"get": ["If-None-Match"], "post": ["Idempotency-Key"], "delete": []}
    for method, path, operation in operations(document(client)):
        headers = [one["name"] for one in operation.get("parameters", []) if one["in"] == "header"]
        if method == "patch":
            assert headers == (["If-Match"] if "{id}" in path else [])
        else:
            assert headers == taken[method]


def test_answers_follow_their_schema(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    check(client, "Loaded", stories.post(client, key).json)
    event = stories.events(client)[0]["id"]
    for address, name in {
        "collections": "Collections",
        "collections/mill": "Collection",
        "collections/mill/events?limit=1": "Page",
        "collections/mill/events?top=2": "Page",
        "collections/mill/undated": "Undated",
        "collections/mill/articles": "Articles",
        f"events/{event}": "Event",
        f"events/{event}/explain": "Explanation",
        "articles/ledger": "Article",
        "articles/ledger/expressions": "Expressions",
    }.items():
        answer = client.get(f"/api/v1/{address}")
        assert answer.status_code == 200
        check(client, name, answer.json)


def test_a_doubtful_publication_follows_its_schema(client: FlaskClient, key: dict[str, str]) -> None:
    stories.doubt(client, key)
    check(client, "Article", stories.got(client, "/api/v1/articles/ledger"))


def test_problems_follow_theirs(client: FlaskClient) -> None:
    for address in ("nowhere", "collections/nowhere", "collections?x=1", "admin/articles"):
        answer = client.get(f"/api/v1/{address}")
        assert answer.status_code >= 400
        check(client, "Problem", answer.json)


def test_the_documentation_is_a_page_without_script(client: FlaskClient) -> None:
    page = client.get("/api/docs").text
    assert "<script" not in page
    assert all(f'id="{kind.name}"' in page for kind in KINDS.values())
    assert all(path in page for path in document(client)["paths"])
