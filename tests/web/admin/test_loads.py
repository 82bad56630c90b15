"""Loading from the pages: what is pasted, handed over and named, and the jobs that come of it."""

import io

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW
from tests.web.admin import browsing
from tests.web.test_pages import Reader
from timeline.core.load import Said
from timeline.jobs import worker
from timeline.services import collections, library, loads
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app

LINES = b'{"id": "a", "text": "The mill closed today."}\n{"id": "b"}\n'


@pytest.fixture
def mill(database: Database) -> str:
    """An empty collection."""
    return collections.create(database, "mill", "The mill").slug


def read(client: FlaskClient, address: str) -> Reader:
    """A page of the admin side, well formed."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return Reader(answer.text)


def test_a_collection_is_made_with_a_name_from_its_title(desk: FlaskClient, database: Database) -> None:
    answer = browsing.send(desk, "/admin/collections", title="Élection in Norwood, 2024", zone="Europe/Oslo")
    assert answer.headers["Location"] == "/admin/load?collection=election-in-norwood-2024"
    assert collections.get(database, "election-in-norwood-2024").zone == "Europe/Oslo"


@pytest.mark.parametrize(
    ("fields", "status", "field"),
    [
        ({"title": "The mill"}, 409, "slug"),
        ({"title": "?!"}, 422, "slug"),
        ({"title": "New", "slug": "new", "zone": "Mars"}, 422, "zone"),
    ],
)
def test_a_collection_that_cannot_be_made_is_told_at_its_field(
    desk: FlaskClient, mill: str, fields: dict[str, str], status: int, field: str
) -> None:
    if status == 409:
        fields = fields | {"slug": mill}
    answer = browsing.send(desk, "/admin/collections", **fields)
    assert (answer.status_code, browsing.Forms(answer.text).invalid) == (status, [field])
    assert fields["title"] in answer.text


@pytest.mark.usefixtures("mill")
def test_a_pasted_text_is_an_article_at_once(desk: FlaskClient, database: Database) -> None:
    said = {"collection": "mill", "text": "The mill closed on Monday.", "title": "The end", "source": "Ledger"}
    answer = browsing.send(desk, "/admin/load", **said, published="2024-11-06", zone="Europe/Oslo")
    assert answer.status_code == 303
    page = read(desk, answer.headers["Location"])
    assert "Loaded." in page.text
    (article,) = library.listed(database, "mill")
    assert (article.title, article.source, article.zone) == ("The end", "Ledger", "Europe/Oslo")
    again = browsing.send(desk, "/admin/load", **said, published="2024-11-06", zone="Europe/Oslo")
    assert "This text was there already" in read(desk, again.headers["Location"]).text


@pytest.mark.usefixtures("mill")
@pytest.mark.parametrize(
    ("fields", "status", "field"),
    [
        ({"text": "It closed.", "published": "soon"}, 422, "published"),
        ({"text": "It closed.", "zone": "Mars"}, 422, "zone"),
        ({"text": "It closed.", "url": "javascript:alert(1)"}, 422, "url"),
        ({"text": "It closed.", "collection": "nowhere"}, 404, "collection"),
        ({"addresses": "https://ledger.example/mill"}, 422, None),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept(
    desk: FlaskClient, fields: dict[str, str], status: int, field: str | None
) -> None:
    answer = browsing.send(desk, "/admin/load", **({"collection": "mill"} | fields))
    assert answer.status_code == status
    assert browsing.Forms(answer.text).invalid == ([field] if field else [])
    assert browsing.Forms(answer.text).alerts
    assert fields.get("text", "") in answer.text


@pytest.mark.usefixtures("mill")
@pytest.mark.parametrize("fields", [{}, {"text": "It closed.", "addresses": "https://ledger.example"}])
def test_one_thing_is_loaded_at_a_time(desk: FlaskClient, fields: dict[str, str]) -> None:
    answer = browsing.send(desk, "/admin/load", collection="mill", **fields)
    assert answer.status_code == 422
    assert "one of the three" in answer.text


@pytest.mark.usefixtures("mill")
def test_files_are_jobs_that_can_be_watched(desk: FlaskClient, database: Database, settings: Settings) -> None:
    named = browsing.files(story_ndjson=LINES, note_txt=b"The council voted today.")
    answer = browsing.send(desk, "/admin/load", collection="mill", files=named, source="Desk")
    assert answer.headers["Location"] == "/admin/jobs"
    page = read(desk, "/admin/jobs")
    assert "story.ndjson" in page.text
    assert "note.txt" in page.text
    assert "M. Okafor" in page.text
    number = min(load.number for load in loads.listed(database, 5))
    running = read(desk, f"/admin/jobs/{number}")
    assert "Waiting for a worker" in running.text
    assert ("meta", {"http-equiv": "refresh", "content": "5"}) in running.elements
    assert desk.get(f"/admin/jobs/{number}.json").get_json()["state"] == "waiting"
    worker.drain(database, settings)
    done = read(desk, f"/admin/jobs/{number}")
    assert "Done" in done.text
    assert "story.ndjson:2" in done.text
    assert "items 2 new 1" in browsing.words(desk.get(f"/admin/jobs/{number}"))
    assert not [tag for tag, own in done.elements if own.get("http-equiv") == "refresh"]


@pytest.mark.usefixtures("mill")
def test_a_job_says_whether_it_loaded_all_a_part_or_nothing(
    desk: FlaskClient, database: Database, settings: Settings
) -> None:
    named = browsing.files(part_ndjson=LINES, damaged_zip=b"not a zip", whole_txt=b"The council voted today.")
    browsing.send(desk, "/admin/load", collection="mill", files=named, source="Desk")
    worker.drain(database, settings)
    said = {load.name: browsing.words(desk.get(f"/admin/jobs/{load.number}")) for load in loads.listed(database, 5)}
    assert "Done, but for 1 item items 2 new 1" in said["part.ndjson"]
    assert "Nothing was loaded item 1 new 0 failed 1" in said["damaged.zip"]
    assert "Done item 1 new 1" in said["whole.txt"]
    listed = browsing.words(desk.get("/admin/jobs"))
    assert all(f" {state} " in listed for state in ("Done in part", "Nothing loaded", "Done"))


@pytest.mark.usefixtures("mill")
def test_one_file_leads_to_its_job(desk: FlaskClient) -> None:
    answer = browsing.send(desk, "/admin/load", collection="mill", files=browsing.files(story_ndjson=LINES))
    assert answer.headers["Location"].startswith("/admin/jobs/")


@pytest.mark.usefixtures("mill")
def test_a_page_that_asks_how_a_job_stands_may_ask_this_host_alone(desk: FlaskClient) -> None:
    answer = browsing.send(desk, "/admin/load", collection="mill", files=browsing.files(story_ndjson=LINES))
    policy = desk.get(answer.headers["Location"]).headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.usefixtures("mill")
def test_a_job_can_be_stopped(desk: FlaskClient) -> None:
    sent = browsing.send(desk, "/admin/load", collection="mill", files=browsing.files(story_ndjson=LINES))
    job = sent.headers["Location"]
    assert browsing.send(desk, f"{job}/cancel").headers["Location"] == job
    assert "Cancelled" in read(desk, job).text


def test_problems_and_jobs_are_told_page_by_page(
    desk: FlaskClient, database: Database, settings: Settings, mill: str
) -> None:
    bad = b"no JSON\n" * 60
    for _ in range(51):
        number = loads.accept(database, mill, "wrong.ndjson", "x", Said(form="ndjson"), [bad], NOW).number
        bad = b"no JSON\n"
    first = number - 50
    worker.drain(database, settings)
    page = read(desk, f"/admin/jobs/{first}")
    onward = next(own["href"] for tag, own in page.elements if tag == "a" and "after=" in (own.get("href") or ""))
    assert "wrong.ndjson:50" in page.text
    assert "wrong.ndjson:51" not in page.text
    assert "wrong.ndjson:60" in read(desk, (onward or "").partition("#")[0]).text
    jobs = read(desk, "/admin/jobs")
    older = next(own["href"] for tag, own in jobs.elements if tag == "a" and "before=" in (own.get("href") or ""))
    assert f"/admin/jobs/{first}" in {own.get("href") for _, own in read(desk, older or "").elements}


@pytest.mark.parametrize("number", ["7", "9223372036854775808", "99999999999999999999"])
def test_an_unknown_job_is_not_found(desk: FlaskClient, number: str) -> None:
    assert desk.get(f"/admin/jobs/{number}").status_code == 404
    assert desk.get(f"/admin/jobs/{number}.json").status_code == 404


def test_addresses_are_jobs_where_they_are_fetched(
    database: Database, settings: Settings, secret: str, mill: str
) -> None:
    fetching = Settings(home=settings.home, database_url=settings.database_url, fetch=True)
    client = create_app(fetching, database).test_client()
    browsing.sign_in(client, secret)
    two = "https://ledger.example/mill\nhttps://courier.example/feed"
    assert browsing.send(client, "/admin/load", collection=mill, addresses=two).status_code == 303
    assert [one.name for one in loads.listed(database, 5)] == two.split()[::-1]
    wrong = browsing.send(client, "/admin/load", collection=mill, addresses="file:///etc/passwd")
    assert (wrong.status_code, browsing.Forms(wrong.text).invalid) == (422, ["addresses"])
    many = browsing.send(client, "/admin/load", collection=mill, addresses="https://ledger.example/x " * 101)
    assert "At most 100" in many.text


def test_an_upload_may_be_longer_than_any_other_form(
    database: Database, settings: Settings, secret: str, mill: str
) -> None:
    small = Settings(home=settings.home, database_url=settings.database_url, max_body=200_000, max_upload=400_000)
    client = create_app(small, database).test_client()
    browsing.sign_in(client, secret)
    upload = [(io.BytesIO(b"The mill closed. " * 20_000), "a.txt")]
    assert browsing.send(client, "/admin/load", collection=mill, files=upload).status_code == 303
    assert browsing.send(client, "/admin/collections", title="x" * 250_000).status_code == 413


def test_nothing_hostile_gets_out_of_its_place(desk: FlaskClient, database: Database, mill: str) -> None:
    name = "<script>alert(1)</script>\u202e'\".txt"
    number = loads.accept(database, mill, name, "<b>", Said(), [b"x"], NOW).number
    for address in ("/admin", "/admin/jobs", f"/admin/jobs/{number}"):
        assert "script" not in {tag for tag, own in read(desk, address).elements if not own.get("src")}
