"""The application over a database of its own, and a key that may load."""

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW
from timeline.services import keys
from timeline.settings import Settings
from timeline.storage.database import Database
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
