"""The twins of a timeline page: addresses, headers, the same question as the page, and hostile stories."""

import csv
import io
import json
import re

import feedparser
import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from tests.services.exported import HOSTILE
from tests.web import stories
from timeline.services.exports.forms import FORMS
from timeline.services.exports.stories import STORIES
from timeline.web.pages import exports

TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "ndjson": "application/x-ndjson; charset=utf-8",
    "md": "text/markdown; charset=utf-8; variant=CommonMark",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "jsonld": "application/ld+json",
    "timelinejs.json": "application/json",
}
LINK = re.compile(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">')
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="session")
def template(told: str) -> str:
    """Each test begins with the story."""
    return told


@pytest.fixture
def mill(client: FlaskClient) -> FlaskClient:
    """A client of a service that has the story of the mill."""
    return client


@pytest.mark.parametrize("suffix", FORMS)
def test_a_twin_has_its_type_its_name_and_its_security(mill: FlaskClient, suffix: str) -> None:
    answer = mill.get(f"/collections/mill.{suffix}?entity=Norwood")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, TYPES[suffix])
    kind, _, name = answer.headers["Content-Disposition"].partition("; ")
    assert (kind, name) == ("attachment" if FORMS[suffix].saved else "inline", f'filename="mill.{suffix}"')
    assert answer.headers["Link"] == '</collections/mill?entity=Norwood>; rel="alternate"; type="text/html"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("suffix", [*FORMS, *(f"articles.{suffix}" for suffix in STORIES)])
def test_what_did_not_change_is_not_sent_again(mill: FlaskClient, key: dict[str, str], suffix: str) -> None:
    address = f"/collections/mill{'/' if suffix.startswith('articles') else '.'}{suffix}"
    first = mill.get(address)
    again = mill.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    head = mill.head(address)
    assert (head.status_code, head.data, head.content_length) == (200, b"", len(first.data))
    stories.post(mill, key, id="late", text="The mill in Norwood was sold on 9 October 2024.", url=None)
    assert mill.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_twin_that_a_client_has_is_not_written_again(mill: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"If-None-Match": mill.get("/collections/mill.csv").headers["ETag"]}
    monkeypatch.setattr(exports, "_MOST", 1)  # So what is written now is refused.
    assert mill.get("/collections/mill.csv", headers=known).status_code == 304
    assert mill.get("/collections/mill.csv?sort=-time", headers=known).status_code == 413


def test_a_twin_is_another_when_only_what_is_told_of_an_article_is(mill: FlaskClient, key: dict[str, str]) -> None:
    known = {"If-None-Match": mill.get("/collections/mill.json").headers["ETag"]}
    stories.post(mill, key, name="wire", url="https://wire.example/moved")
    again = mill.get("/collections/mill.json", headers=known)
    assert again.status_code == 200
    assert "https://wire.example/moved" in again.text


def test_a_long_twin_is_sent_in_pieces_and_whole(mill: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = mill.get("/collections/mill.json")
    monkeypatch.setattr(exports, "_IN_MEMORY", 100)
    monkeypatch.setattr(exports, "_PIECE", 70)
    with mill.get("/collections/mill.json") as answer:
        assert (answer.is_streamed, answer.content_length, answer.data) == (True, len(whole.data), whole.data)
        assert answer.headers["ETag"] == whole.headers["ETag"]
    with mill.get("/collections/mill.json", headers={"If-None-Match": whole.headers["ETag"]}) as answer:
        assert (answer.status_code, answer.data) == (304, b"")


def test_more_events_than_are_sent_at_once_are_refused_with_a_way_out(
    mill: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "_MOST", 1)
    answer = mill.get("/collections/mill.csv")
    assert (answer.status_code, answer.content_type) == (413, "application/problem+json")
    assert "`timeline export mill --format csv`" in stories.body(answer)["detail"]
    assert (
        mill.get("/collections/mill.csv?source=Town+Courier&match=must&to=2024-11-04&from=2024-11").status_code == 200
    )


def test_the_twins_have_the_events_of_the_page_s_question(mill: FlaskClient) -> None:
    asked = "?from=2024-11-01&to=2024-11&match=must&source=Town+Courier"
    found = json.loads(mill.get(f"/collections/mill.json{asked}").data)
    assert found["asked"] == {
        "from": "2024-11-01", "to": "2024-11-30", "match": "must", "source": "Town Courier",
    }  # fmt: skip
    whole = json.loads(mill.get("/collections/mill.json").data)
    assert (found["given"], found["left_out"]["by_filter"]) == (1, whole["given"] - 1)
    rows = list(csv.DictReader(io.StringIO(mill.get(f"/collections/mill.csv{asked}").text, newline="")))
    assert [row["id"] for row in rows] == [event["id"] for event in found["events"]]
    assert found["events"][0]["links"]["html"] == f"http://localhost/events/{rows[0]['id']}"
    assert mill.get(rows[0]["page"]).status_code == 200


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?from=soon", "from"),
        ("?from=2025&to=2024", "to"),
        ("?status=odd", "status"),
        ("?form=1", "form"),
        ("?cursor=x", "cursor"),
    ],
)
def test_a_question_that_cannot_be_read_is_refused(mill: FlaskClient, query: str, field: str) -> None:
    answer = mill.get(f"/collections/mill.csv{query}")
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert [error["field"] for error in stories.body(answer)["errors"]] == [field]


@pytest.mark.parametrize(
    "address", ["/collections/nowhere.ics", "/collections/nowhere/articles.csv", "/collections/mill.xls"]
)
def test_what_is_not_there_is_not_found(mill: FlaskClient, address: str) -> None:
    assert mill.get(address).status_code == 404


def test_the_articles_are_written_all_or_not_at_all(mill: FlaskClient) -> None:
    lines = [json.loads(line) for line in mill.get("/collections/mill/articles.ndjson").text.splitlines()]
    assert [line["id"] for line in lines] == ["courier", "ledger", "wire"]
    assert lines[0]["text"] == stories.TEXTS["courier"]
    assert mill.get("/collections/mill/articles.ndjson?source=Wire").status_code == 400


def test_the_page_names_its_twins_with_its_own_question(mill: FlaskClient) -> None:
    page = mill.get("/collections/mill?entity=Norwood&match=may").text
    links = [(kind, address) for kind, address in LINK.findall(page)]
    assert links == [
        (TYPES[suffix].partition(";")[0], f"/collections/mill.{suffix}?entity=Norwood") for suffix in FORMS
    ]
    for _, address in links:
        assert mill.get(address).status_code == 200
        assert page.count(f'href="{address}"') == 2


def test_the_page_has_its_events_as_linked_data(mill: FlaskClient) -> None:
    (block,) = BLOCK.findall(mill.get("/collections/mill").text)
    found = json.loads(block)
    assert found["@type"] == "ItemList"
    twin = json.loads(mill.get("/collections/mill.jsonld").data)
    assert [item["item"]["@id"] for item in found["itemListElement"]] == [
        item["item"]["@id"] for item in twin["itemListElement"]
    ]


def test_a_hostile_story_stays_data_in_every_twin(client: FlaskClient, key: dict[str, str]) -> None:
    hostile = HOSTILE.replace("\ufffe", "")
    made = {"slug": "pit", "title": "</script><script>alert(1)</script>", "about": "=1+1 <img src=x onerror=alert(1)>"}
    assert client.post("/api/v1/admin/collections", json=made, headers=key).status_code == 201
    text = f"The mayor of Norwood closed the mill on 4 November 2024, {hostile.splitlines()[0]}, he said.\n{hostile}"
    stories.post(
        client,
        key,
        collection="pit",
        text=text,
        title=hostile,
        source="@SUM(1)<b>",
        url="https://x.example/a?b=%22><script>",
    )
    twins = {suffix: client.get(f"/collections/pit.{suffix}").text for suffix in FORMS}
    assert json.loads(twins["json"])["given"] == json.loads(twins["jsonld"])["numberOfItems"] > 0
    assert json.loads(twins["timelinejs.json"])["events"]
    cells = [cell for row in csv.reader(io.StringIO(twins["csv"], newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-", "\t", "\r"))]
    assert not feedparser.parse(twins["atom"].encode()).bozo
    assert len(Calendar.from_ical(twins["ics"]).walk("VEVENT")) == twins["ics"].count("\r\nBEGIN:VEVENT\r\n")
    for suffix in ("md", "timelinejs.json"):
        assert "<script" not in twins[suffix].replace("\\<", "")
    page = client.get("/collections/pit").text
    assert page.count("<script") == page.count("</script>") == 2  # the page's own, and the block of data
    assert json.loads(BLOCK.findall(page)[0])["name"] == made["title"]
