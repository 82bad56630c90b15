"""Signing in with a key: for a while, for no longer than the key is good, and not too often in vain."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from freezegun import freeze_time
from sqlalchemy import text

from tests.builders import NOW
from tests.web.admin import browsing
from timeline.errors import NotAllowed, TooMany
from timeline.services import keys, sessions
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app

PAGES = ("/admin/load", "/admin/jobs", "/admin/jobs/1", "/admin/jobs/1.json", "/admin/feeds")
PAGES_OF_CURATORS = ("/admin/collections/mill/articles", "/admin/collections/mill/sources", "/admin/articles/a")


def test_who_is_not_signed_in_is_sent_to_where_that_is_done(client: FlaskClient) -> None:
    assert "Sign in" in client.get("/admin").text
    for address in (*PAGES, *PAGES_OF_CURATORS):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (303, "/admin/sign-in"), address


def test_the_cookie_is_for_this_host_alone_and_has_no_secret_in_it(client: FlaskClient, secret: str) -> None:
    answer = browsing.sign_in(client, secret)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert secret not in cookie
    assert answer.headers["Cache-Control"] == "no-store"
    assert "M. Okafor" in client.get("/admin").text


def test_over_https_the_cookie_stays_there(client: FlaskClient) -> None:
    assert "Secure" in client.get("/admin", base_url="https://localhost").headers["Set-Cookie"]


def test_signing_in_gives_another_number_than_before(client: FlaskClient, secret: str) -> None:
    client.get("/admin")
    before = client.get_cookie("timeline_session")
    browsing.sign_in(client, secret)
    after = client.get_cookie("timeline_session")
    assert before
    assert after
    assert before.value != after.value


def test_the_number_is_stored_hashed(desk: FlaskClient, database: Database) -> None:
    cookie = desk.get_cookie("timeline_session")
    with database.begin() as session:
        rows = session.execute(text("SELECT sessions::text FROM sessions")).scalars().all()
    assert cookie
    assert len(rows) == 1
    assert cookie.value.encode().hex() not in rows[0]


@pytest.mark.parametrize("key", ["", "tlk_guessed", "\N{SNOWMAN}"])
def test_a_key_that_is_not_good_is_refused_at_its_field(client: FlaskClient, key: str) -> None:
    answer = browsing.sign_in(client, key)
    assert (answer.status_code, browsing.Forms(answer.text).invalid) == (401, ["key"])
    assert "unknown, revoked or expired" in answer.text
    assert client.get("/admin/jobs").status_code == 303


def test_a_form_without_its_token_is_refused(desk: FlaskClient, client: FlaskClient, secret: str) -> None:
    token = browsing.token(desk, "/admin")
    for browser, sent in ((client, {"key": secret}), (client, {"key": secret, "token": token})):
        assert browser.post("/admin/sign-in", data=sent).status_code == 403
    assert desk.post("/admin/collections", data={"slug": "mill"}).status_code == 403
    assert desk.post("/admin/sign-out", data={"token": "x"}).status_code == 403
    assert desk.get("/admin/jobs").status_code == 200


def posts(client: FlaskClient) -> list[str]:
    """Where forms of the admin side can be sent, with something in every blank of an address."""
    rules = [rule for rule in client.application.url_map.iter_rules() if "POST" in (rule.methods or ())]
    admin = [rule for rule in rules if rule.rule.startswith("/admin")]
    adapter = client.application.url_map.bind("localhost")
    return [adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, 1)) for rule in admin]


def test_no_form_of_the_admin_side_is_taken_without_its_token(desk: FlaskClient, database: Database) -> None:
    found = posts(desk)
    assert {"/admin/sign-in", "/admin/sign-out", "/admin/load", "/admin/decisions/1/undo"} <= {*found}
    for address in found:
        for sent in ({}, {"token": ""}, {"token": sessions.token("another")}):
            assert desk.post(address, data=sent).status_code == 403, address
    with database.begin() as session:
        assert session.scalar(text("SELECT count(*) FROM sessions")) == 1


def test_nothing_but_a_form_writes(desk: FlaskClient) -> None:
    rules = [rule for rule in desk.application.url_map.iter_rules() if rule.rule.startswith("/admin")]
    assert {method for rule in rules for method in rule.methods or ()} == {"GET", "HEAD", "OPTIONS", "POST"}


def test_a_form_of_somebody_else_is_refused(desk: FlaskClient, settings: Settings, database: Database) -> None:
    other = create_app(settings, database).test_client()
    browsing.sign_in(other, keys.create(database, "other", ["load"], NOW))
    sent = {"token": browsing.token(other, "/admin"), "slug": "mill"}
    assert desk.post("/admin/collections", data=sent).status_code == 403


def test_signing_out_ends_it_on_the_server_too(desk: FlaskClient) -> None:
    cookie = desk.get_cookie("timeline_session")
    assert cookie
    assert browsing.send(desk, "/admin/sign-out").status_code == 303
    desk.set_cookie("timeline_session", cookie.value)
    assert desk.get("/admin/jobs").status_code == 303


def test_a_key_that_is_revoked_signs_out_whoever_used_it(desk: FlaskClient, database: Database) -> None:
    keys.revoke(database, "M. Okafor", NOW)
    assert desk.get("/admin/jobs").status_code == 303
    assert desk.post("/admin/collections", data={"token": browsing.token(desk)}).status_code == 303


def test_a_key_that_expires_signs_out_whoever_used_it(client: FlaskClient, database: Database) -> None:
    now = datetime.now(UTC)
    browsing.sign_in(client, keys.create(database, "guest", ["load"], now, now + timedelta(hours=1)))
    assert client.get("/admin/jobs").status_code == 200
    with freeze_time(now + timedelta(hours=1, seconds=1)):
        assert client.get("/admin/jobs").status_code == 303


def test_nobody_is_signed_in_for_longer_than_a_day_of_work(desk: FlaskClient) -> None:
    with freeze_time(datetime.now(UTC) + sessions.LASTS):
        assert desk.get("/admin/jobs").status_code == 303


def test_a_key_is_good_for_the_pages_of_its_scope_alone(client: FlaskClient, database: Database) -> None:
    browsing.sign_in(client, keys.create(database, "loader", ["load"], NOW))
    assert [client.get(address).status_code for address in PAGES_OF_CURATORS] == [403, 403, 403]
    assert "Correct articles" not in client.get("/admin").text
    browsing.send(client, "/admin/sign-out")
    browsing.sign_in(client, keys.create(database, "curator", ["curate"], NOW))
    assert {client.get(address).status_code for address in PAGES} == {403}
    assert browsing.send(client, "/admin/load", text="x").status_code == 403


def test_failures_of_an_address_are_limited_and_forgotten_after_a_minute(database: Database, secret: str) -> None:
    for _ in range(sessions.MOST_FAILURES):
        with pytest.raises(NotAllowed):
            sessions.sign_in(database, "tlk_guessed", "192.0.2.1", NOW)
    with pytest.raises(TooMany):
        sessions.sign_in(database, secret, "192.0.2.1", NOW)
    assert sessions.sign_in(database, secret, "192.0.2.2", NOW)
    assert sessions.sign_in(database, secret, "192.0.2.1", NOW + sessions.WINDOW)


def test_too_many_failures_are_told_as_such(client: FlaskClient) -> None:
    answers = [browsing.sign_in(client, "tlk_guessed") for _ in range(sessions.MOST_FAILURES + 1)]
    assert [answer.status_code for answer in answers[-2:]] == [401, 429]
    assert "Wait a minute" in answers[-1].text


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/admin/jobs?before=3", "/admin/jobs?before=3"),
        ("//evil.example/x", "/admin"),
        ("/\\evil.example", "/admin"),
        ("https://evil.example", "/admin"),
        ("javascript:alert(1)", "/admin"),
        ("///evil.example", "/admin"),
        ("/\t/evil.example", "/admin"),
        ("/admin\r\nSet-Cookie: x=1", "/admin"),
        ("evil.example", "/admin"),
        ("", "/admin"),
    ],
)
def test_signing_in_leads_on_to_this_service_alone(client: FlaskClient, secret: str, wanted: str, goes: str) -> None:
    assert browsing.sign_in(client, secret, next=wanted).headers["Location"] == goes


def test_what_nobody_signed_in_to_send_is_not_read_at_length(client: FlaskClient) -> None:
    assert client.post("/admin/sign-in", data={"key": "x" * 20_000}).status_code == 413
    assert client.post("/admin/load", data={"text": "x" * 20_000}).status_code == 303


def test_signing_in_anew_ends_what_was_before(desk: FlaskClient, secret: str) -> None:
    before = desk.get_cookie("timeline_session")
    assert before
    browsing.sign_in(desk, secret)
    desk.set_cookie("timeline_session", before.value)
    assert desk.get("/admin/jobs").status_code == 303
