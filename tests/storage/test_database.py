"""What goes wrong between the service and its database is said in the service's own words."""

from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from tests.builders import NOW, a_collection, a_mention, a_record, an_article
from timeline.core.collection import CollectionView
from timeline.errors import Conflict, Invalid, NotFound, Unavailable
from timeline.settings import Settings
from timeline.storage import articles, collections, database, embedded, readings, schema
from timeline.storage.database import Database
from timeline.storage.embedded import Server
from timeline.storage.tables import Row


def test_what_is_done_in_a_transaction_that_fails_is_not_stored(database: Database) -> None:
    with pytest.raises(Conflict):
        _add(database, "port", "mill", "mill")
    with database.begin() as session:
        assert not collections.exists(session, "port")


def _add(database: Database, *slugs: str) -> None:
    with database.begin() as session:
        for slug in slugs:
            collections.add(session, slug)


def test_a_server_that_does_not_answer_is_unavailable(tmp_path: Path) -> None:
    opened = database.open(Settings(home=tmp_path, database_url="postgresql://nobody@127.0.0.1:1/none"))
    with pytest.raises(Unavailable, match="TIMELINE_DATABASE_URL"), opened.begin() as session:
        session.execute(text("SELECT 1"))
    opened.close()


@pytest.mark.parametrize("address", ["not an address", "sqlite:///file"])
def test_an_address_of_no_postgresql_is_unavailable(tmp_path: Path, address: str) -> None:
    with pytest.raises(Unavailable, match="TIMELINE_DATABASE_URL"):
        database.open(Settings(home=tmp_path, database_url=address))


def test_a_database_that_is_not_migrated_says_how_to(empty_url: str, home: Path) -> None:
    opened = database.open(Settings(home=home, database_url=empty_url))
    with pytest.raises(Unavailable, match="timeline db upgrade"), opened.begin() as session:
        collections.listed(session)
    opened.close()


def test_it_recovers_by_itself_when_the_server_is_back(database: Database, server: Server) -> None:
    a_collection(database)
    with psycopg.connect(embedded.libpq(server.url.set(database="postgres")), autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%'")
    with database.begin() as session:
        assert collections.exists(session, "port")


def test_a_connection_that_is_cut_is_unavailable(database: Database) -> None:
    with pytest.raises(Unavailable), database.begin() as session:
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def test_a_promise_of_the_database_is_an_error_of_the_service(database: Database) -> None:
    a_collection(database)
    with pytest.raises(Conflict, match="exists already"), database.begin() as session:
        collections.add(session, "port")
    with pytest.raises(Invalid), database.begin() as session:
        collections.add(session, "Not a slug")
    with pytest.raises(NotFound), database.begin() as session:
        articles.add(session, "nowhere", an_article(), NOW)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_a_text_that_cannot_be_stored_is_refused(database: Database, text: str) -> None:
    a_collection(database)
    with pytest.raises(Invalid, match=r"U\+0000"), database.begin() as session:
        articles.add(session, "port", an_article(text=text), NOW)


def test_what_was_read_cannot_be_changed(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    with database.begin() as session:
        readings.add(session, "port", a_record("a1", a_mention()), NOW)
    for table in ("revisions", "readings", "expressions", "rejected", "mentions"):
        with pytest.raises(Exception, match="never changed"), database.begin() as session:
            session.execute(text(f"UPDATE {table} SET article_id = 'a2'"))


def test_a_load_waits_for_the_other_load_of_its_collection(database: Database) -> None:
    a_collection(database)
    with database.begin() as first:
        collections.lock(first, "port")
        with pytest.raises(Unavailable, match="busy"):
            _lock_impatiently(database, "port")


def _lock_impatiently(database: Database, slug: str) -> None:
    with database.begin() as session:
        session.execute(text("SET LOCAL lock_timeout = '50ms'"))
        collections.lock(session, slug)


def test_the_lock_of_one_collection_leaves_the_others_alone(database: Database) -> None:
    a_collection(database, "port")
    a_collection(database, "mill")
    with database.begin() as first, database.begin() as second:
        collections.lock(first, "port")
        collections.lock(second, "mill")


def test_constraints_have_the_names_of_the_models(database: Database) -> None:
    with database.begin() as session:
        stored = session.scalars(
            text(
                "SELECT conname FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace "
                "WHERE n.nspname = 'public' AND contype IN ('p', 'f', 'u', 'c')"
            )
        ).all()
    ours = {name for name in stored if "procrastinate" not in name and not name.startswith("alembic")}
    modelled = {str(c.name) for t in Row.metadata.tables.values() for c in t.constraints if c.name is not None}
    assert {name for name in ours if not name.startswith("check_")} == modelled


def test_the_models_are_what_the_migrations_make(database: Database) -> None:
    schema.check(database)


def test_a_reset_leaves_nothing_but_the_schema(database: Database) -> None:
    a_collection(database)
    assert schema.reset(database).migrated
    with database.begin() as session:
        assert collections.listed(session) == ()


def test_an_empty_collection_has_nothing_in_it(database: Database) -> None:
    with database.begin() as session:
        collections.add(session, "port", "The port", "A story.", "Europe/Paris")
        assert collections.get(session, "port") == CollectionView("port", "The port", "A story.", "Europe/Paris")
        assert collections.lock(session, "port") == "Europe/Paris"
