"""A database as an older version of the service had it."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from timeline.storage.database import Database
from timeline.storage.version import MIGRATIONS


@contextmanager
def before(database: Database, revision: str) -> Iterator[Connection]:
    """A connection to the database as it was at a revision; it is brought to the newest again afterwards."""
    with database.engine.connect() as connection:
        config = Config(stdout=StringIO(), attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        command.downgrade(config, revision)
        yield connection
        connection.rollback()
        command.upgrade(config, "head")
