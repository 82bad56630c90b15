"""Reading through the API: the timeline, its filters and pages, events, articles."""

import json
from itertools import pairwise
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW, a_mention, a_record, a_report, an_article, an_event, events_of, store
from tests.web import stories
from timeline.core import edtf
from timeline.core.mention import Status
from timeline.services import shown, written
from timeline.storage import events, readings
from timeline.storage.database import Database

DAYS = ["2024-10-01", "2024-10-08/2024-10-13", "2024-10-23", "2024-10-30", "../2024-11-05", "2024-11-05", "2024-11-06"]

FILTERS: list[tuple[str, list[str]]] = [
    ("?from=2024-10-10&to=2024-10-25", ["Event 1", "Event 2", "Event 4"]),
    ("?from=2024-10-10&to=2024-10-25&match=must", ["Event 2"]),
    ("?to=2024-10&match=must", ["Event 0", "Event 1", "Event 2", "Event 3"]),
    ("?from=2024-11-06", ["Event 6"]),
    ("?status=denied", ["Event 2"]),
    ("?source=the+courier&to=2024-10-02", ["Event 0", "Event 4"]),
    ("?entity=the%20council&from=2024-11-06", ["Event 6"]),
    ("?q=%22event+3%22", ["Event 3"]),
    ("?q=&from=&to=&status=&limit=1", ["Event 0"]),
    ("?source=nobody", []),
    ("?top=&limit=1", ["Event 0"]),
    ("?top=2&from=2024-10-20&to=2024-10-31", ["Event 2", "Event 3"]),
    ("?top=9&entity=nobody", []),
]

QUERIES: list[tuple[str, str]] = [
    ("?colour=red", "colour"),
    ("?limit=0", "limit"),
    ("?limit=201", "limit"),
    ("?limit=many", "limit"),
    ("?match=perhaps", "match"),
    ("?status=hoped", "status"),
    ("?from=soon", "from"),
    ("?to=2024-02-30", "to"),
    ("?from=2024-11&to=2024-10", "to"),
    *((f"?top={count}", "top") for count in ("0", "201", "all")),
    ("?top=3&cursor=made-up", "cursor"),
    ("?cursor=made-up", "cursor"),
    ("?cursor=%00", "cursor"),
    ("?q=" + "a" * 201, "q"),
]

NOWHERE: list[str] = [
    *("/collections/nowhere" + more for more in ("", "/events", "/undated", "/articles")),
    *("/events/none", "/events/none/explain"),
    *("/articles/none", "/articles/none/expressions", "/articles/none?collection=x"),
]


@pytest.fixture
def line(database: Database) -> str:
    """A collection with an event on each of the days, two without a date."""
    told: list[tuple[str, Any, dict[str, Any]]] = [
        (f"Event {i} happened.", edtf.read(text), {"title": f"Event {i}"}) for i, text in enumerate(DAYS)
    ]
    told += [(f"Something {i} happened.", edtf.read("../.."), {"title": f"Something {i}"}) for i in range(2)]
    told[2][2]["status"] = Status.DENIED
    with database.begin() as session:
        events.replace(session, "port", events_of(session, "port", *told))
    return "port"


def titles(client: FlaskClient, query: str = "") -> list[str]:
    """The titles of the events that a query gives."""
    return [event["title"] for event in stories.events(client, query, "port")]


@pytest.mark.usefixtures("line")
def test_the_timeline_is_in_order_and_counts_what_it_leaves_out(client: FlaskClient) -> None:
    answer = stories.got(client, "/api/v1/collections/port/events?from=2024-11-01")
    assert [event["date"]["edtf"] for event in answer["events"]] == ["../2024-11-05", "2024-11-05", "2024-11-06"]
    assert (answer["total"], answer["possible"], answer["undated"], answer["next"]) == (3, 1, 2, None)
    shelf = stories.got(client, answer["links"]["undated"])
    assert [event["title"] for event in shelf["events"]] == ["Something 0", "Something 1"]


@pytest.mark.usefixtures("line")
def test_a_filter_narrows(client: FlaskClient, subtests: pytest.Subtests) -> None:
    for query, found in FILTERS:
        with subtests.test(query):
            assert titles(client, query) == found


@pytest.mark.usefixtures("line")
def test_cursors_neither_skip_nor_repeat(client: FlaskClient, subtests: pytest.Subtests) -> None:
    for limit in (1, 2, 3):
        with subtests.test(str(limit)):
            assert walked(client, limit) == [f"Event {i}" for i in range(7)]


def walked(client: FlaskClient, limit: int) -> list[str]:
    """The titles of all events, page by page."""
    address, found = f"/api/v1/collections/port/events?limit={limit}", []
    while address:
        answer = client.get(address)
        found += [event["title"] for event in stories.body(answer)["events"]]
        address = stories.body(answer)["links"].get("next", "")
        assert answer.headers.get("Link", "") == (f'<{address}>; rel="next"' if address else "")
    return found


@pytest.mark.usefixtures("line")
def test_the_shelf_is_paged_too_and_its_cursors_are_its_own(client: FlaskClient) -> None:
    first = stories.got(client, "/api/v1/collections/port/undated?limit=1")
    second = stories.got(client, first["links"]["next"])
    assert [first["events"][0]["title"], second["events"][0]["title"]] == ["Something 0", "Something 1"]
    assert client.get(f"/api/v1/collections/port/events?cursor={first['next']}").status_code == 400


@pytest.mark.usefixtures("line")
def test_a_query_that_cannot_be_read_names_the_parameter(client: FlaskClient, subtests: pytest.Subtests) -> None:
    for query, field in QUERIES:
        with subtests.test(query[:40]):
            answer = client.get(f"/api/v1/collections/port/events{query}")
            assert answer.status_code == 400, answer.text
            assert answer.content_type == "application/problem+json"
            assert [blame["field"] for blame in stories.body(answer)["errors"]] == [field]


@pytest.mark.usefixtures("line")
def test_a_cursor_belongs_to_its_query(client: FlaskClient) -> None:
    cursor = stories.got(client, "/api/v1/collections/port/events?limit=1")["next"]
    assert client.get(f"/api/v1/collections/port/events?limit=3&cursor={cursor}").status_code == 200
    assert client.get(f"/api/v1/collections/port/events?limit=1&q=event&cursor={cursor}").status_code == 400
    assert client.get(f"/api/v1/collections/port/events?limit=1&cursor={cursor}x").status_code == 400


@pytest.mark.usefixtures("line")
def test_neighbours_say_whether_their_order_is_certain(client: FlaskClient) -> None:
    found = [event["order"]["certain_before_next"] for event in stories.events(client, slug="port")]
    assert found == [True, True, True, False, False, True, None]


def test_key_dates_have_their_ranks_in_the_order_of_time(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    every, found = stories.events(client), stories.got(client, "/api/v1/collections/mill/events?top=2&limit=1")
    assert [(event["date"]["edtf"], event["rank"]) for event in found["events"]] == [
        ("2024-10-12", 2),
        ("2024-11-04", 1),
    ]
    assert (found["total"], found["next"], "next" in found["links"]) == (len(every), None, False)
    assert all("rank" not in event for event in every)
    same = [{**event, "order": None} for event in every]
    assert all({**event, "order": None, "rank": 0} in [{**one, "rank": 0} for one in same] for event in found["events"])


def test_an_event_has_exactly_the_fields_of_the_design(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    event = next(event for event in stories.events(client) if event["corroboration"]["articles"] == 2)
    assert list(event) == [
        "id", "collection", "title", "text", "status", "date", "entities", "corroboration", "mentions",
        "contradictions", "order", "accepted", "decisions", "links",
    ]  # fmt: skip
    date = {name: value for name, value in event["date"].items() if name != "because"}
    assert date == {
        "edtf": "2024-11-04", "start": "2024-11-04", "end": "2024-11-04", "precision": "day",
        "display": "4 November 2024", "earliest": "2024-11-04T00:00:00+00:00", "latest": "2024-11-04T23:59:59+00:00",
        "zone": "UTC", "certainty": "certain", "claimed": [],
    }  # fmt: skip
    mention = next(mention for mention in event["mentions"] if mention["article"] == "ledger")
    assert stories.TEXTS["ledger"][mention["start"] : mention["end"]] == mention["quote"]
    assert (mention["source"], mention["published"]) == ("Morning Ledger", "2024-11-06")
    assert mention["url"] == "https://ledger.example/mill"
    assert stories.got(client, event["links"]["self"])["id"] == event["id"]


def test_an_export_writes_the_same_event(client: FlaskClient, key: dict[str, str], database: Database) -> None:
    stories.tell(client, key)
    found = shown.whole(database, "mill")
    exported = [written.event(a, "mill", found.articles, b) for a, b in pairwise([*found.events, None]) if a]
    assert json.loads(json.dumps(exported)) == stories.events(client)


def test_an_event_explains_itself(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    event = stories.events(client)[-1]
    found = stories.got(client, event["links"]["explain"])
    assert found["sentences"][0].startswith("Morning Ledger wrote: “")
    assert found["sentences"][-1].startswith("So it was planned to happen on Friday, 8 November 2024")
    assert found["date"]["because"] == event["date"]["because"]


def test_an_old_id_of_an_event_leads_to_the_one_that_it_became(client: FlaskClient, database: Database) -> None:
    first, second = a_mention("One happened."), a_mention("Two happened.", 100)
    with database.begin() as session:
        store(session, "port", [an_article("a1", text="One happened.\nTwo happened.")])
        readings.add(session, "port", a_record("a1", first, second), NOW)
        events.replace(session, "port", [an_event(a_report("a1", m)) for m in (first, second)])
        ids = {event.title: event.id for event in events.whole(session, "port")}
        events.replace(session, "port", [an_event(a_report("a1", first), a_report("a1", second))])
    old, new = ids["Two happened"], ids["One happened"]
    for page in (f"/api/v1/events/{old}", f"/api/v1/events/{old}/explain", f"/events/{old}"):
        answer = client.get(page)
        assert (answer.status_code, answer.headers["Location"]) == (308, page.replace(old, new))


def test_articles_are_listed_and_given_with_their_publication(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    listed = stories.got(client, "/api/v1/collections/mill/articles")
    assert [article["id"] for article in listed["articles"]] == ["courier", "ledger", "wire"]
    article = stories.got(client, listed["articles"][1]["links"]["self"])
    assert (article["publication"]["trust"], article["publication"]["date"]["edtf"]) == ("given", "2024-11-06")


def test_a_doubtful_publication_says_why(client: FlaskClient, key: dict[str, str]) -> None:
    stories.doubt(client, key)
    (doubt,) = stories.got(client, "/api/v1/articles/ledger")["publication"]["doubts"]
    assert doubt["sentence"] == (
        "It tells as past: “The mill in Norwood closed on 4 December 2024”. "
        "That was on Wednesday, 4 December 2024, after its publication."
    )
    assert (doubt["kind"], doubt["date"]["edtf"]) == ("before_its_events", "2024-12-04")
    assert (doubt["evidence"]["start"], doubt["evidence"]["end"]) == (0, 46)


def test_expressions_are_accepted_or_rejected_with_a_reason(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    found = stories.got(client, "/api/v1/articles/ledger/expressions")
    read = [(one["type"], one["value"], one["date"]["edtf"]) for one in found["accepted"]]
    assert read == [("DATE", "2024-11-04", "2024-11-04"), ("DATE", "2024-11-08", "2024-11-08")]
    assert all(one["reason"] for one in found["rejected"])


def test_an_id_that_two_collections_have_needs_the_collection(client: FlaskClient, database: Database) -> None:
    with database.begin() as session:
        store(session, "one", [an_article("2024/11//a b?")])
        store(session, "two", [an_article("2024/11//a b?")])
    address = "/api/v1/articles/2024/11//a%20b%3F"
    assert client.get(address).status_code == 409
    assert client.get(f"{address}/expressions").status_code == 409
    found = stories.got(client, f"{address}?collection=two")
    assert (found["collection"], found["id"]) == ("two", "2024/11//a b?")
    assert stories.got(client, found["links"]["self"]) == found
    assert client.get(found["links"]["html"]).status_code == 200


def test_what_is_not_there_is_not_found(client: FlaskClient, subtests: pytest.Subtests) -> None:
    for address in NOWHERE:
        with subtests.test(address):
            answer = client.get(f"/api/v1{address}")
            assert (answer.status_code, answer.content_type) == (404, "application/problem+json")
