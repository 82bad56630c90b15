"""Keys, and a browser that is signed in."""

import pytest
from flask.testing import FlaskClient

from tests.builders import NOW
from tests.web.admin import browsing
from timeline.services import keys
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app


@pytest.fixture
def secret(database: Database) -> str:
    """A key that may load and correct."""
    return keys.create(database, "M. Okafor", ["load", "curate"], NOW)


@pytest.fixture
def desk(settings: Settings, database: Database, secret: str) -> FlaskClient:
    """A browser that is signed in with that key."""
    client = create_app(settings, database).test_client()
    assert browsing.sign_in(client, secret).status_code == 303
    return client
