"""Feeds on the pages: added, paused, removed, and how they go."""

import pytest
from flask.testing import FlaskClient

from tests.web.admin import browsing
from timeline.services import collections, feeds
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app

URL = "https://ledger.example/feed"


@pytest.fixture
def desk(database: Database, settings: Settings, secret: str) -> FlaskClient:
    """The browser, where addresses are fetched, with an empty collection."""
    collections.create(database, "mill", "The mill")
    fetching = Settings(home=settings.home, database_url=settings.database_url, fetch=True)
    client = create_app(fetching, database).test_client()
    browsing.sign_in(client, secret)
    return client


def page(client: FlaskClient) -> str:
    """What the page of feeds says."""
    return browsing.words(client.get("/admin/feeds"))


def test_a_feed_is_added_paused_resumed_and_removed(desk: FlaskClient, database: Database) -> None:
    one = {"collection": "mill", "url": URL}
    assert browsing.send(desk, "/admin/feeds", **one, every="60", source="Ledger").status_code == 303
    assert "Not asked yet 60 minutes" in page(desk)
    (feed,) = feeds.listed(database)
    assert (feed.who, feed.source) == ("M. Okafor", "Ledger")
    browsing.send(desk, "/admin/feeds/pause", **one, act="pause")
    assert "paused" in page(desk)
    assert "Resume" in page(desk)
    browsing.send(desk, "/admin/feeds/pause", **one, act="resume")
    assert "Pause" in page(desk)
    browsing.send(desk, "/admin/feeds/remove", **one)
    assert "No feed is subscribed" in page(desk)
    assert browsing.send(desk, "/admin/feeds/remove", **one).status_code == 404


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"url": "ftp://ledger.example"}, "url"),
        ({"every": "1"}, "every"),
        ({"every": "x"}, "every"),
        ({"zone": "Mars"}, "zone"),
    ],
)
def test_what_cannot_be_polled_is_told_at_its_field(desk: FlaskClient, fields: dict[str, str], field: str) -> None:
    answer = browsing.send(desk, "/admin/feeds", **({"collection": "mill", "url": URL, "every": "30"} | fields))
    assert (answer.status_code, browsing.Forms(answer.text).invalid) == (422, [field])


def test_where_nothing_is_fetched_the_page_says_so(settings: Settings, database: Database, secret: str) -> None:
    client = create_app(settings, database).test_client()
    browsing.sign_in(client, secret)
    assert "TIMELINE_FETCH=on" in page(client)
    answer = browsing.send(client, "/admin/feeds", collection="mill", url=URL, every="30")
    assert answer.status_code == 409


def test_how_a_feed_goes_is_told(desk: FlaskClient, database: Database) -> None:
    browsing.send(desk, "/admin/feeds", collection="mill", url=URL, every="30")
    with database.begin() as session:
        session.connection().exec_driver_sql("UPDATE feeds SET problem = 'it answers 500', failures = 3")
    assert "it answers 500 (3 failures in a row)" in page(desk)
