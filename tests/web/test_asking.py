"""What every request meets before its view and every answer after it: limits, other sites, packing, who may read."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW
from tests.web import stories
from timeline.errors import Invalid
from timeline.services import keys
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app, limits
from timeline.web.limits import Limit

COLLECTIONS = "/api/v1/collections"


def client_with(settings: Settings, database: Database, **changed: object) -> FlaskClient:
    """A client of the application with other settings."""
    return create_app(replace(settings, **changed), database).test_client()  # type: ignore[arg-type]


def test_a_caller_has_so_many_requests_a_minute_and_gets_them_back_one_by_one() -> None:
    limit = Limit(quota=3)
    assert [limit.take("a", 100.0)[0] for _ in range(5)] == [2, 1, 0, -1, -1]
    assert limit.take("b", 100.0)[0] == 2
    assert limit.take("a", 100.0)[1] == pytest.approx(20.0)
    assert [limit.take("a", 120.0)[0], limit.take("a", 120.0)[0]] == [0, -1]
    assert limit.take("a", 1000.0)[0] == 2


def test_one_request_too_many_is_refused_with_when_to_come_again(settings: Settings, database: Database) -> None:
    client = client_with(settings, database, rate_limit=2)
    first = client.get(COLLECTIONS)
    assert (first.headers["RateLimit-Policy"], first.headers["RateLimit"]) == ('"minute";q=2;w=60', '"minute";r=1;t=30')
    client.get(COLLECTIONS)
    refused = client.get(COLLECTIONS)
    assert (refused.status_code, refused.content_type) == (429, "application/problem+json")
    assert 0 < int(refused.headers["Retry-After"]) <= 30
    assert refused.headers["RateLimit"].startswith('"minute";r=0;')
    assert client.get("/healthz").status_code == 200


def test_web_processes_share_the_limit(settings: Settings, database: Database) -> None:
    answer = client_with(settings, database, rate_limit=9, processes=2).get(COLLECTIONS)
    assert answer.headers["RateLimit-Policy"] == '"minute";q=4;w=60'
    assert [limits.share(*given) for given in ((9, 1), (9, 2), (1, 4), (None, 4))] == [9, 4, 1, None]


def test_a_good_key_has_a_limit_of_its_own(settings: Settings, database: Database) -> None:
    client = client_with(settings, database, rate_limit=1)
    own = {"Authorization": f"Bearer {keys.create(database, 'tests', ['read'], NOW)}"}
    assert [client.get(COLLECTIONS, headers=h).status_code for h in ({}, own, own, {})] == [200, 200, 429, 429]
    assert client.get(COLLECTIONS, headers={"Authorization": "Bearer guessed"}).status_code == 429


def test_no_limit_no_headers(settings: Settings, database: Database) -> None:
    assert "RateLimit" not in client_with(settings, database, rate_limit=None).get(COLLECTIONS).headers


def test_a_proxy_says_from_where_a_request_came(settings: Settings, database: Database) -> None:
    client = client_with(settings, database, rate_limit=1, proxies=1)
    asked = [client.get(COLLECTIONS, headers={"X-Forwarded-For": ip}).status_code for ip in ("1.2.3.4", "5.6.7.8")]
    assert asked == [200, 200]


def test_scripts_of_named_sites_alone_may_use_the_api(settings: Settings, database: Database) -> None:
    client = client_with(settings, database, origins=frozenset({"https://paper.example"}))
    mine = client.get(COLLECTIONS, headers={"Origin": "https://paper.example"})
    assert mine.headers["Access-Control-Allow-Origin"] == "https://paper.example"
    assert "Link" in mine.headers["Access-Control-Expose-Headers"]
    assert "Origin" in mine.headers["Vary"]
    other = client.get(COLLECTIONS, headers={"Origin": "https://other.example"})
    assert "Access-Control-Allow-Origin" not in other.headers
    page = client.get("/", headers={"Origin": "https://paper.example"})
    assert "Access-Control-Allow-Origin" not in page.headers


def test_a_browser_may_ask_before_it_sends_a_key(settings: Settings, database: Database) -> None:
    client = client_with(settings, database, origins=frozenset({"*"}), public=False)
    asks = {"Origin": "https://paper.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/v1/admin/articles", headers=asks)
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert "Idempotency-Key" in answer.headers["Access-Control-Allow-Headers"]


def test_answers_are_packed_for_those_who_take_it(client: FlaskClient, key: dict[str, str]) -> None:
    stories.tell(client, key)
    address = "/api/v1/collections/mill/events"
    plain, packed = client.get(address), client.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert packed.headers["ETag"] != plain.headers["ETag"]
    for tag in (plain.headers["ETag"], packed.headers["ETag"]):
        for accepted in ({}, {"Accept-Encoding": "gzip"}):
            again = client.get(address, headers={"If-None-Match": tag, **accepted})
            assert (again.status_code, again.data) == (304, b"")


def test_what_was_read_packed_can_be_corrected(client: FlaskClient, key: dict[str, str], database: Database) -> None:
    stories.tell(client, key)
    tag = client.get("/api/v1/articles/ledger", headers={"Accept-Encoding": "gzip"}).headers["ETag"]
    own = {"Authorization": f"Bearer {keys.create(database, 'Anna', ['curate'], NOW)}", "If-Match": tag}
    answer = client.patch("/api/v1/admin/articles/ledger?dry_run=true", json={"published": "2024-11-07"}, headers=own)
    assert answer.status_code == 200, answer.text


def test_where_reading_is_private_it_needs_a_key(settings: Settings, database: Database) -> None:
    client = client_with(settings, database, public=False)
    own = {"Authorization": f"Bearer {keys.create(database, 'reader', ['read'], NOW)}"}
    for address in (COLLECTIONS, "/", "/api/docs", "/api/v1/openapi.json", "/collections/nowhere"):
        refused = client.get(address)
        assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, 'Bearer realm="timeline"')
        assert client.get(address, headers=own).status_code in {200, 404}
    assert client.get("/healthz").status_code == client.get("/admin").status_code == 200


def test_a_reader_may_not_load(client: FlaskClient, database: Database) -> None:
    own = {"Authorization": f"Bearer {keys.create(database, 'reader', ['read'], NOW)}"}
    assert stories.post(client, own).status_code == 403


def test_who_may_administer_may_load(client: FlaskClient, database: Database) -> None:
    stories.tell(client, {"Authorization": f"Bearer {keys.create(database, 'chief', ['admin'], NOW)}"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("TIMELINE_CORS_ORIGINS", value) for value in ("paper.example", "https://paper.example/a", "ftp://x")),
        *(("TIMELINE_PUBLIC", "yes"), ("TIMELINE_RATE_LIMIT", "0"), ("TIMELINE_PROXIES", "-1")),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(name: str, value: str) -> None:
    with pytest.raises(Invalid, match=name):
        Settings.from_environment({name: value})


def test_settings_of_who_may_ask(tmp_path: Path) -> None:
    given = {"TIMELINE_HOME": str(tmp_path), "TIMELINE_RATE_LIMIT": "off", "TIMELINE_PUBLIC": "off"}
    found = Settings.from_environment({**given, "TIMELINE_CORS_ORIGINS": "https://a.example, https://b.example/"})
    assert (found.rate_limit, found.public, found.proxies) == (None, False, 0)
    assert found.origins == {"https://a.example", "https://b.example"}
