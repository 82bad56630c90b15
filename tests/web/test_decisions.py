"""Deciding through the API: what follows, what is refused, what is listed, and that it can be taken back."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders import NOW
from tests.web import stories
from tests.web.test_openapi import check, document
from timeline.services import keys
from timeline.storage.database import Database

DECISIONS = "/api/v1/admin/decisions"


@pytest.fixture
def editor(database: Database) -> dict[str, str]:
    """The header with a key of scope "curate", whose name is Anna."""
    return {"Authorization": f"Bearer {keys.create(database, 'Anna', ['curate'], NOW)}"}


@pytest.fixture(scope="session")
def template(told: str) -> str:
    """Each test begins with the story."""
    return told


def event(client: FlaskClient, word: str) -> dict[str, Any]:
    """The first event that is listed with a word in its title."""
    return next(one for one in stories.events(client) if word in one["title"])


def decide(client: FlaskClient, editor: dict[str, str], word: str, query: str = "", **said: Any) -> TestResponse:
    """Decide on the event with a word in its title."""
    body = {"kind": "redate", "events": [event(client, word)["id"]], "why": "the minutes", **said}
    return client.post(f"{DECISIONS}{query}", json=body, headers=editor)


def listed(client: FlaskClient, editor: dict[str, str], query: str = "") -> dict[str, Any]:
    """What was decided."""
    answer = client.get(f"{DECISIONS}{query}", headers=editor)
    assert answer.status_code == 200, answer.text
    check(client, "Decisions", answer.json)
    return stories.body(answer)


def test_a_redated_event_follows_and_says_why(client: FlaskClient, editor: dict[str, str]) -> None:
    answer = decide(client, editor, "fire", date="2024-10-11")
    assert answer.status_code == 201
    check(client, "Decided", answer.json)
    found = stories.body(answer)["decision"]
    assert answer.headers["Location"] == found["links"]["self"]
    assert (found["state"], found["who"], found["said"]) == ("standing", "Anna", "its date is 11 October 2024")
    own = event(client, "fire")
    check(client, "Event", own)
    assert (own["date"]["edtf"], own["date"]["certainty"]) == ("2024-10-11", "certain")
    assert own["date"]["because"][-1]["arguments"]["why"] == "the minutes"
    (verdict,) = own["decisions"]
    assert (verdict["kind"], verdict["contradicted"], "who" in verdict) == ("redate", False, False)
    told = stories.got(client, f"/api/v1/events/{own['id']}/explain")["sentences"]
    assert "Anna decided that it was on Friday, 11 October 2024 (“the minutes”)." in told
    assert client.get(f"/events/{own['id']}").status_code == 200


def test_what_is_decided_can_be_tried_first(client: FlaskClient, editor: dict[str, str]) -> None:
    before = stories.events(client)
    answer = decide(client, editor, "fire", "?dry_run=true", date="2024-10-11")
    assert answer.status_code == 200
    check(client, "Decided", answer.json)
    tried = stories.body(answer)
    assert (tried["decision"]["id"], tried["changes"]["dry_run"]) == (0, True)
    (moved,) = tried["changes"]["events"]
    assert (moved["before"]["date"]["edtf"], moved["after"]["date"]["edtf"]) == ("2024-10-12", "2024-10-11")
    assert stories.events(client) == before
    assert listed(client, editor)["total"] == 0


def test_what_is_undone_is_as_it_was_and_stays_on_the_list(client: FlaskClient, editor: dict[str, str]) -> None:
    before = stories.events(client)
    own = stories.body(decide(client, editor, "fire", kind="hide"))["decision"]["links"]["self"]
    hidden = next(one["id"] for one in before if "fire" in one["title"])
    assert client.get(f"/api/v1/events/{hidden}").status_code == 404
    assert client.get(f"/events/{hidden}").status_code == 404
    counts = stories.got(client, "/api/v1/collections/mill")["counts"]
    assert (counts["hidden"], counts["events"] + 1) == (1, len(before) + counts["undated"])
    assert client.delete(f"{own}?dry_run=true", headers=editor).status_code == 200
    assert client.delete(f"{own}?why=two%0Alines", headers=editor).status_code == 422
    answer = client.delete(f"{own}?why=another+mill+burnt", headers=editor)
    assert answer.status_code == 200
    check(client, "Decided", answer.json)
    assert stories.events(client) == before
    assert client.delete(own, headers=editor).status_code == 409
    (entry,) = listed(client, editor, "?state=undone")["decisions"]
    assert (entry["undone_by"], entry["undone_why"], bool(entry["undone"])) == ("Anna", "another mill burnt", True)
    check(client, "Decision", client.get(own, headers=editor).json)


def test_events_are_merged_and_split(client: FlaskClient, editor: dict[str, str]) -> None:
    fire, march = event(client, "fire"), event(client, "marched")
    both = [fire["id"], march["id"]]
    assert decide(client, editor, "fire", kind="merge", events=both).status_code == 201
    merged = client.get(f"/api/v1/events/{both[0]}", follow_redirects=True).json
    assert merged == client.get(f"/api/v1/events/{both[1]}", follow_redirects=True).json
    apart = [{"article": one["article"], "start": one["start"]} for one in march["mentions"]]
    answer = decide(client, editor, "fire", kind="split", events=[both[1]], mentions=apart)
    assert answer.status_code == 201, answer.text
    assert [one["article"] for one in event(client, "fire")["mentions"]] == ["wire"]
    assert [one["state"] for one in listed(client, editor)["decisions"]] == ["standing", "replaced"]


def test_an_accepted_event_says_so_and_a_public_note_is_read(client: FlaskClient, editor: dict[str, str]) -> None:
    for said in ({"kind": "accept"}, {"kind": "note", "text": "No answer <yet>.", "public": True}):
        assert decide(client, editor, "fire", **said).status_code == 201
    assert decide(client, editor, "fire", kind="note", text="Ask Berta.").status_code == 201
    own = event(client, "fire")
    assert own["accepted"]
    assert [one["note"] for one in own["decisions"]] == [None, "No answer <yet>."]
    entry = listed(client, editor, f"?event={own['id']}&kind=note&limit=1")["decisions"][0]
    assert (entry["text"], entry["public"]) == ("Ask Berta.", False)


def test_the_list_has_corrections_and_goes_on(client: FlaskClient, editor: dict[str, str]) -> None:
    decide(client, editor, "fire", kind="accept")
    body = {"collection": "mill", "name": "Northern Wire", "owner": "Wire AB"}
    assert client.patch("/api/v1/admin/sources", json=body, headers=editor).status_code == 200
    first = client.get(f"{DECISIONS}?collection=mill&limit=1", headers=editor)
    check(client, "Decisions", first.json)
    (entry,) = stories.body(first)["decisions"]
    assert (entry["kind"], entry["id"], entry["source"], entry["said"]) == (
        "correct", None, "Northern Wire", "owner is Wire AB",
    )  # fmt: skip
    following = stories.body(first)["links"]["next"]
    assert first.headers["Link"] == f'<{following}>; rel="next"'
    (entry,) = stories.body(client.get(following, headers=editor))["decisions"]
    assert entry["kind"] == "accept"
    cursor = stories.body(first)["next"]
    assert client.get(f"{DECISIONS}?cursor={cursor}", headers=editor).status_code == 400


@pytest.mark.parametrize(
    ("said", "status", "field"),
    [
        ({"date": "Tuesday"}, 422, "date"),
        ({"why": "", "date": "2024"}, 422, "why"),
        ({"kind": "praise"}, 422, "kind"),
        ({"kind": "merge"}, 422, "events"),
        ({"kind": "split", "mentions": [{"article": "wire", "start": 999}]}, 422, "mentions"),
        ({"kind": "hide", "events": ["nothing"]}, 404, "event"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    client: FlaskClient, editor: dict[str, str], said: dict[str, Any], status: int, field: str
) -> None:
    stories.refused(decide(client, editor, "fire", **said), status, field)


def test_only_who_may_curate_decides_and_sees_who_did(client: FlaskClient, key: dict[str, str]) -> None:
    assert client.get(DECISIONS).status_code == 401
    assert client.get(DECISIONS, headers=key).status_code == 403
    assert client.delete(f"{DECISIONS}/1", headers=key).status_code == 403


def test_what_is_not_there_is_not_found(client: FlaskClient, editor: dict[str, str]) -> None:
    assert client.get(f"{DECISIONS}/1", headers=editor).status_code == 404
    assert client.delete(f"{DECISIONS}/1", headers=editor).status_code == 404
    assert client.get(f"{DECISIONS}?collection=nowhere", headers=editor).status_code == 404
    assert client.get(f"{DECISIONS}?x=1", headers=editor).status_code == 400


def test_the_document_has_an_example_of_a_decision(client: FlaskClient) -> None:
    assert document(client)["components"]["schemas"]["NewDecision"]["example"]["kind"] == "redate"
