"""The service with its sample stories on a port of this machine, and a browser that looks at it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.pages import chromium, hostility
from tests.pages.looking import PATIENCE, Looking
from tests.pages.serving import serving
from timeline.services import seeds
from timeline.settings import Settings
from timeline.storage import embedded
from timeline.storage.database import Database
from timeline.storage.embedded import Server
from timeline.web import create_app

SEEDS = Path(__file__).parents[2] / "seeds"
LOADED = datetime(2025, 6, 1, tzinfo=UTC)
"""After the last of the stories' articles."""


@pytest.fixture(scope="session")
def told(server: Server) -> Iterator[Database]:
    """A database with the sample stories, and a story in which everything is hostile; no test writes to it."""
    with psycopg.connect(embedded.libpq(server.url.set(database="postgres")), autocommit=True) as connection:
        connection.execute("CREATE DATABASE pages TEMPLATE timeline STRATEGY file_copy")
    with closing(Database(server.url.set(database="pages"))) as found:
        seeds.load(found, SEEDS, LOADED, Settings(home=SEEDS).model)
        hostility.tell(found)
        yield found


@pytest.fixture(scope="session")
def site(told: Database, home: Path) -> Iterator[str]:
    """The address of the service."""
    with serving(create_app(Settings(home=home), told)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, once for all tests of the pages; where none is installed they are skipped."""
    program = chromium.found()
    if program is None:
        pytest.skip(chromium.MISSING)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def look(browser: Browser, site: str) -> Iterator[Looking]:
    """A reader, who complains of whatever the browser complains of."""
    reader = Looking(browser, site)
    yield reader
    reader.close()
