"""Correcting articles and sources on the pages: shown before it is kept, kept with who and why, taken back."""

import pytest
from flask.testing import FlaskClient

from tests.web import stories
from tests.web.admin import browsing
from tests.web.test_pages import Reader
from timeline.services import collections
from timeline.storage.database import Database

ARTICLE = "/admin/articles/ledger?collection=mill"
SOURCE = "/admin/collections/mill/source?name=Morning+Ledger"


@pytest.fixture(scope="session")
def template(told: str) -> str:
    """Each test begins with the story."""
    return told


def closed(client: FlaskClient) -> set[str]:
    """The days on which the mill closed."""
    return {one["date"]["edtf"] for one in stories.events(client) if "closed" in one["title"]}


def test_the_articles_are_listed_with_where_their_dates_come_from(desk: FlaskClient) -> None:
    page = browsing.words(desk.get("/admin/collections/mill/articles"))
    assert "The mill, by ledger Morning Ledger 6 November 2024 what the loader said none" in page


def test_an_empty_collection_leads_to_loading(desk: FlaskClient, database: Database) -> None:
    collections.create(database, "quay")
    for page, said in (("articles", "No article has been loaded."), ("sources", "No article names its source.")):
        found = desk.get(f"/admin/collections/quay/{page}")
        assert said in browsing.words(found)
        assert 'href="/admin/load?collection=quay"' in found.text
        assert "0 articles" not in found.text


def test_an_article_shows_its_candidates_and_what_was_said_of_it(desk: FlaskClient) -> None:
    page = browsing.words(desk.get(ARTICLE))
    assert "6 November 2024 Used" in page
    assert "Show what would change" in page
    assert "Said before" not in page


def test_a_correction_is_shown_before_it_is_kept(desk: FlaskClient) -> None:
    tried = browsing.fill(desk, ARTICLE, 1, published="2024-11-14", why="as printed", act="look")
    page = browsing.words(tried)
    assert tried.status_code == 200
    assert "published 6 November 2024 published 14 November 2024" in page
    assert "Nothing is written until you apply it" in page
    assert closed(desk) == {"2024-11-04"}
    fields = {own.get("name"): own.get("value") for tag, own in Reader(tried.text).elements if tag == "input"}
    assert (fields["published"], fields["why"]) == ("2024-11-14", "as printed")


def test_a_correction_that_is_applied_is_followed_by_its_events_and_can_be_taken_back(desk: FlaskClient) -> None:
    kept = browsing.fill(desk, ARTICLE, 1, published="2024-11-14", why="as printed", act="apply")
    assert kept.status_code == 303
    page = browsing.words(desk.get(kept.headers["Location"]))
    assert "Kept." in page
    assert "published is 2024-11-14 , said by M. Okafor on" in page
    assert "because: as printed" in page
    assert closed(desk) == {"[2024-11-04,2024-11-11]"}
    browsing.fill(desk, ARTICLE, 1, published="2024-11-14", back="published", act="apply")
    assert closed(desk) == {"2024-11-04"}


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"published": "soon"}, "published"), ({"zone": "Mars"}, "zone"), ({"source": "x" * 300}, "source")],
)
def test_what_cannot_be_accepted_is_told_at_its_field(desk: FlaskClient, fields: dict[str, str], field: str) -> None:
    shown = {"published": "", "zone": "UTC", "source": "Morning Ledger"}
    answer = browsing.fill(desk, ARTICLE, 1, **(shown | fields), act="look")
    assert (answer.status_code, browsing.Forms(answer.text).invalid) == (422, [field])


def test_nothing_said_is_nothing_to_correct(desk: FlaskClient) -> None:
    answer = browsing.fill(desk, ARTICLE, 1, zone="UTC", source="Morning Ledger", act="apply")
    assert answer.status_code == 422
    assert "There is nothing to correct" in answer.text


def test_a_correction_of_what_has_changed_since_is_refused(desk: FlaskClient) -> None:
    action, hidden = browsing.Forms(desk.get(ARTICLE).text).forms[1]
    said = {"zone": "UTC", "source": "Morning Ledger", "act": "apply"}
    assert browsing.fill(desk, ARTICLE, 1, published="2024-11-07", **said).status_code == 303
    late = desk.post(action.partition("#")[0], data={**hidden, **said, "published": "2024-11-08"})
    assert late.status_code == 412
    assert "has changed since" in late.text


def test_a_source_is_corrected_for_all_of_its_articles(desk: FlaskClient) -> None:
    assert "Morning Ledger 1 ledger.example not known" in browsing.words(desk.get("/admin/collections/mill/sources"))
    said = {"domain": "ledger.example", "country": "se", "zone": "Europe/Stockholm", "owner": "Berg Media"}
    tried = browsing.fill(desk, SOURCE, 1, **said, act="look")
    assert "What would change" in tried.text
    assert browsing.fill(desk, SOURCE, 1, **said, why="its imprint", act="apply").status_code == 303
    page = browsing.words(desk.get(SOURCE))
    assert "country is SE , said by M. Okafor" in page
    assert "because: its imprint" in page
    browsing.fill(desk, SOURCE, 1, **(said | {"country": "SE", "owner": ""}), act="apply")
    assert "owner is not known" in browsing.words(desk.get(SOURCE))


@pytest.mark.parametrize(
    ("fields", "field"), [({"country": "Sweden"}, "country"), ({"zone": "Mars"}, "zone"), ({"domain": "x y"}, "domain")]
)
def test_what_cannot_be_accepted_of_a_source_is_told_at_its_field(
    desk: FlaskClient, fields: dict[str, str], field: str
) -> None:
    shown = {"domain": "ledger.example", "country": "", "zone": "", "owner": ""}
    answer = browsing.fill(desk, SOURCE, 1, **(shown | fields), act="look")
    assert (answer.status_code, browsing.Forms(answer.text).invalid) == (422, [field])


@pytest.mark.parametrize(
    "address",
    [
        "/admin/articles/nobody?collection=mill",
        "/admin/collections/nowhere/articles",
        "/admin/collections/nowhere/sources",
        "/admin/collections/mill/source?name=Nobody",
    ],
)
def test_what_is_not_there_is_not_found(desk: FlaskClient, address: str) -> None:
    assert desk.get(address).status_code == 404
