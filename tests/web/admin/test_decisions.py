"""Decisions on the pages: shown, kept with who and why, listed, undone."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web import stories
from tests.web.admin import browsing


@pytest.fixture(scope="session")
def template(told: str) -> str:
    """Each test begins with the story."""
    return told


def found(client: FlaskClient, words: str) -> dict[str, Any]:
    """The event whose title has these words."""
    (one,) = [event for event in stories.events(client) if words in event["title"]]
    return one


def decide(client: FlaskClient, event: str, act: str = "apply", **said: str | list[str]) -> TestResponse:
    """Decide something on the event's own page."""
    address = f"/admin/events/{event}"
    return client.post(address, data={"token": browsing.token(client, address), "act": act, **said})


def test_the_event_page_has_a_desk_for_curators_alone(desk: FlaskClient, client: FlaskClient) -> None:
    address = found(desk, "closed")["links"]["html"]
    mine, theirs = desk.get(address), client.get(address)
    assert "Redate" in mine.text
    assert mine.headers["Cache-Control"] == "no-store"
    assert "Redate" not in theirs.text


def test_a_decision_is_shown_before_it_is_kept(desk: FlaskClient) -> None:
    event = found(desk, "fire")["id"]
    tried = decide(desk, event, "look", kind="redate", date="2024-10-13", why="the brigade's log")
    assert tried.status_code == 200
    assert "12 October 2024, certain 13 October 2024" in browsing.words(tried).replace("\u00a0", " ")
    assert found(desk, "fire")["date"]["edtf"] == "2024-10-12"


def test_an_event_is_redated_and_that_is_undone(desk: FlaskClient) -> None:
    event = found(desk, "fire")["id"]
    kept = decide(desk, event, kind="redate", date="2024-10-13", why="the brigade's log")
    assert kept.status_code == 303
    assert "Kept." in desk.get(kept.headers["Location"]).text
    assert found(desk, "fire")["date"]["edtf"] == "2024-10-13"
    listed = browsing.words(desk.get("/admin/decisions"))
    assert "M. Okafor" in listed
    assert "the brigade's log" in listed
    number = kept.headers["Location"].rpartition("=")[2]
    own = f"/admin/decisions/{number}"
    tried = browsing.fill(desk, own, 1, why="misread", act="look")
    assert "13 October 2024, certain 12 October 2024" in browsing.words(tried).replace("\u00a0", " ")
    assert found(desk, "fire")["date"]["edtf"] == "2024-10-13"
    undone = browsing.fill(desk, own, 1, why="misread", act="apply")
    assert "Undone." in desk.get(undone.headers["Location"]).text
    assert found(desk, "fire")["date"]["edtf"] == "2024-10-12"
    assert "Undone by M. Okafor" in browsing.words(desk.get("/admin/decisions"))
    assert ": misread" in browsing.words(desk.get("/admin/decisions"))
    assert browsing.send(desk, f"{own}/undo", act="apply").status_code == 409


def test_a_reason_that_is_too_long_is_told_at_its_field_and_nothing_is_undone(desk: FlaskClient) -> None:
    decide(desk, found(desk, "fire")["id"], kind="hide", why="another mill")
    (number,) = (one.partition('"')[0] for one in desk.get("/admin/decisions").text.split("/admin/decisions/")[1:])
    answer = browsing.fill(desk, f"/admin/decisions/{number}", 1, why="x" * 5_000, act="apply")
    assert (answer.status_code, browsing.Forms(answer.text).invalid) == (422, ["why"])
    assert not [one for one in stories.events(desk) if "fire" in one["title"]]


def test_a_decision_that_is_not_there_is_not_found(desk: FlaskClient) -> None:
    for number in ("7", "9" * 30):
        assert desk.get(f"/admin/decisions/{number}").status_code == 404
        assert browsing.send(desk, f"/admin/decisions/{number}/undo", act="apply").status_code == 404


def test_a_date_may_be_written_as_people_print_it(desk: FlaskClient) -> None:
    decide(desk, found(desk, "fire")["id"], kind="redate", date="13 October 2024", why="the log")
    assert found(desk, "fire")["date"]["edtf"] == "2024-10-13"


def test_the_desk_says_that_a_decision_is_contradicted(desk: FlaskClient) -> None:
    decide(desk, found(desk, "fire")["id"], kind="redate", date="2024-10-13", why="the log")
    assert "contradicted" not in browsing.words(desk.get("/admin"))
    article = {"collection": "mill", "text": "A fire broke out at the mill in Norwood on 15 October 2024."}
    browsing.send(desk, "/admin/load", "/admin/load", **article)
    page = browsing.words(desk.get("/admin"))
    assert "1 decision is contradicted by what is known now" in page
    assert "which the decided 13" in browsing.words(desk.get("/admin/decisions?state=contradicted"))


def test_a_hidden_event_is_shown_to_curators_and_can_come_back(desk: FlaskClient) -> None:
    event = found(desk, "fire")["id"]
    kept = decide(desk, event, kind="hide", why="another mill")
    assert "Hidden" in desk.get(kept.headers["Location"]).text
    assert not [one for one in stories.events(desk) if "fire" in one["title"]]
    assert desk.get(f"/events/{event}").status_code == 404
    assert decide(desk, event, kind="accept").status_code == 303
    assert found(desk, "fire")["id"] == event


def test_two_events_are_merged_by_the_address_of_the_other(desk: FlaskClient) -> None:
    one, other = found(desk, "fire"), found(desk, "marched")
    kept = decide(
        desk, one["id"], kind="merge", others=f"https://x.example/events/{other['id']}", why="one day of unrest"
    )
    assert kept.status_code == 303
    assert len(stories.events(desk)) == 3


def test_reports_are_split_off(desk: FlaskClient) -> None:
    event = found(desk, "closed")
    mention = next(one for one in event["mentions"] if one["article"] == "courier")
    kept = decide(desk, event["id"], kind="split", apart=[f"{mention['start']} courier"], why="another mill")
    assert kept.status_code == 303
    assert len([one for one in stories.events(desk) if "closed" in one["title"]]) == 2


def test_a_note_for_readers_is_kept(desk: FlaskClient) -> None:
    event = found(desk, "fire")["id"]
    kept = decide(desk, event, kind="note", text="The brigade confirms the day.", public="1")
    assert "The brigade confirms the day." in desk.get(kept.headers["Location"]).text


@pytest.mark.parametrize(
    ("said", "status", "field"),
    [
        ({"kind": "redate", "date": "soon", "why": "x"}, 422, "date"),
        ({"kind": "redate", "date": "2024-10-13"}, 422, "why"),
        ({"kind": "hide"}, 422, "why"),
        ({"kind": "merge", "others": "nobody", "why": "x"}, 404, None),
        ({"kind": "split", "why": "x"}, 422, None),
        ({"kind": "split", "apart": "x nobody", "why": "x"}, 422, None),
        ({"kind": "note"}, 422, "text"),
        ({"kind": "vanish"}, 422, None),
    ],
)
def test_what_cannot_be_decided_is_told_at_its_field(
    desk: FlaskClient, said: dict[str, str], status: int, field: str | None
) -> None:
    answer = decide(desk, found(desk, "fire")["id"], **said)
    assert answer.status_code == status, answer.text
    assert browsing.Forms(answer.text).invalid == ([field] if field else [])


def test_decisions_are_narrowed_and_corrections_are_among_them(desk: FlaskClient) -> None:
    event = found(desk, "fire")["id"]
    decide(desk, event, kind="redate", date="2024-10-13", why="the log")
    browsing.fill(desk, "/admin/articles/ledger?collection=mill", 1, published="2024-11-07", why="print", act="apply")
    assert "the log" in desk.get("/admin/decisions?kind=redate&state=standing").text
    assert "the log" not in desk.get("/admin/decisions?kind=correct").text
    assert "article ledger" in browsing.words(desk.get("/admin/decisions?collection=mill"))
    assert "No decision is left by the filter" in desk.get("/admin/decisions?event=nobody").text
    assert "No decision is contradicted" in desk.get("/admin/decisions?state=contradicted").text
    assert desk.get("/admin/decisions?collection=nowhere").status_code == 404
    assert desk.get("/admin/decisions?cursor=x").status_code == 400
