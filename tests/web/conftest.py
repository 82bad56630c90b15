"""The application over a database of its own, a key that may load, and a database in which a story is loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import databases
from tests.builders import NOW
from tests.web import stories
from timeline.services import keys
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.storage.embedded import Server
from timeline.web import create_app


@pytest.fixture
def client(settings: Settings, database: Database) -> FlaskClient:
    """A client of the application, whose mistakes it answers as it does in service."""
    return create_app(settings, database).test_client()


@pytest.fixture
def key(database: Database) -> dict[str, str]:
    """The header with a key of scope "load"."""
    return {"Authorization": f"Bearer {keys.create(database, 'tests', ['load'], NOW)}"}


@pytest.fixture
def secret_of_reader(database: Database) -> str:
    """A key that may read, as any may."""
    return keys.create(database, "reader", ["read"], NOW)


@pytest.fixture(scope="session")
def told(server: Server, home: Path) -> Iterator[str]:
    """The name of a database that has the story of the mill, loaded through the API."""

    def tell(database: Database) -> None:
        secret = keys.create(database, "teller", ["load"], NOW)
        client = create_app(Settings(home=home), database).test_client()
        stories.tell(client, {"Authorization": f"Bearer {secret}"})

    with databases.told(server, tell) as name:
        yield name
