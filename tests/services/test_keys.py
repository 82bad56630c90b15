"""Keys are shown once, checked by their hash, and good only for their scopes and their time."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.builders import NOW
from timeline.errors import Conflict, Forbidden, Invalid, NotAllowed, NotFound
from timeline.services import keys
from timeline.storage.database import Database


def test_a_key_is_good_for_its_scope(database: Database) -> None:
    secret = keys.create(database, "newsroom", ["load"], NOW)
    assert keys.check(database, secret, "load", NOW).name == "newsroom"
    with pytest.raises(Forbidden, match="newsroom"):
        keys.check(database, secret, "curate", NOW)


@pytest.mark.parametrize("secret", [None, "", "tlk_guessed", "\N{SNOWMAN}"])
def test_no_key_or_an_unknown_one_is_not_allowed(database: Database, secret: str | None) -> None:
    keys.create(database, "newsroom", ["load"], NOW)
    with pytest.raises(NotAllowed):
        keys.check(database, secret, "load", NOW)


def test_a_secret_that_differs_in_one_letter_is_another(database: Database) -> None:
    secret = keys.create(database, "newsroom", ["load"], NOW)
    for wrong in (secret[:-1], secret + "A", secret[1:], secret.upper()):
        with pytest.raises(NotAllowed):
            keys.check(database, wrong, "load", NOW)


def test_a_revoked_key_is_not_allowed(database: Database) -> None:
    secret = keys.create(database, "newsroom", ["load"], NOW)
    keys.revoke(database, "newsroom", NOW)
    with pytest.raises(NotAllowed):
        keys.check(database, secret, "load", NOW)


def test_a_key_expires_at_its_instant(database: Database) -> None:
    secret = keys.create(database, "guest", ["load"], NOW, NOW + timedelta(hours=1))
    assert keys.check(database, secret, "load", NOW + timedelta(minutes=59))
    with pytest.raises(NotAllowed):
        keys.check(database, secret, "load", NOW + timedelta(hours=1))


def test_the_secret_is_not_stored(database: Database) -> None:
    secret = keys.create(database, "newsroom", ["load"], NOW)
    with database.begin() as session:
        row = session.execute(text("SELECT api_keys::text FROM api_keys")).scalar_one()
    assert secret not in row
    assert secret.encode().hex() not in row


def test_the_last_use_is_noted_to_the_minute(database: Database) -> None:
    secret = keys.create(database, "newsroom", ["load"], NOW)
    for seconds in (0, 30, 61):
        keys.check(database, secret, "load", NOW + timedelta(seconds=seconds))
    (key,) = keys.listed(database)
    assert key.last_used == NOW + timedelta(seconds=61)


def test_a_name_is_given_once(database: Database) -> None:
    keys.create(database, "newsroom", ["load"], NOW)
    with pytest.raises(Conflict):
        keys.create(database, "newsroom", ["load"], NOW)


@pytest.mark.parametrize(
    ("name", "scopes", "field"),
    [("a", [], "scope"), ("a", ["everything"], "scope"), (" ", ["load"], "name"), ("x" * 101, ["load"], "name")],
)
def test_what_makes_no_key_is_refused(database: Database, name: str, scopes: list[str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        keys.create(database, name, scopes, NOW)
    assert refused.value.field == field


def test_an_unknown_key_cannot_be_revoked(database: Database) -> None:
    with pytest.raises(NotFound):
        keys.revoke(database, "nobody", NOW)


def test_cursors_are_signed_alike_in_every_process(database: Database) -> None:
    assert len(keys.signing_key(database)) == 32
    assert keys.signing_key(database) == keys.signing_key(database)
