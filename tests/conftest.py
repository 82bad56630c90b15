"""One embedded PostgreSQL for all tests, and a database of its own for each that asks for one."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psycopg
import pytest

from tests import databases
from timeline.settings import Settings
from timeline.storage import embedded, schema
from timeline.storage.database import Database
from timeline.storage.embedded import Server

# A law is not a matter of time: Hypothesis would fail an example that a busy machine holds up for 200 ms.
hypothesis.settings.register_profile("timeless", deadline=None)
hypothesis.settings.load_profile("timeless")

_FAST = ("fsync", "synchronous_commit", "full_page_writes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The pages last: once a browser is driven its event loop runs to the end, and workers of jobs need their own."""
    items.sort(key=lambda item: "pages" in item.path.parts)


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """The folder of the tests' server: not below pytest's own, which is closed to other users with every run."""
    folder = Path(tempfile.mkdtemp(prefix="timeline-test-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[Server]:
    """The tests' server, whose database `timeline` is migrated and empty, to be copied."""
    started = embedded.start(home)
    with psycopg.connect(databases.maintenance(started), autocommit=True) as connection:
        for setting in _FAST:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    template = Database(started.url)
    schema.upgrade(template)
    template.close()
    yield started
    started.leave()


@pytest.fixture(scope="session")
def template() -> str:
    """The database that each test has a copy of; modules whose tests begin with the same story name one that has it."""
    return databases.EMPTY


@pytest.fixture
def empty_url(server: Server) -> Iterator[str]:
    """The address of a database in which nothing is, not even the schema."""
    with databases.copied(server, databases.BARE) as name:
        yield _address(server, name)


@pytest.fixture
def database_url(server: Server, template: str) -> Iterator[str]:
    """The address of a database that is migrated, and empty where no other template is named."""
    with databases.copied(server, template) as name:
        yield _address(server, name)


@pytest.fixture
def settings(database_url: str, home: Path) -> Settings:
    """Settings that name that database."""
    return Settings(home=home, database_url=database_url)


@pytest.fixture
def database(server: Server, database_url: str) -> Iterator[Database]:
    """That database, open."""
    name = database_url.rpartition("/")[2].partition("?")[0]
    found = Database(server.url.set(database=name))
    yield found
    found.close()


def _address(server: Server, name: str) -> str:
    return server.url.set(drivername="postgresql", database=name).render_as_string()
