"""Databases on the tests' server, each the copy of another: of one that is migrated and empty, or has a story."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from typing import Final

import psycopg

from timeline.storage import embedded
from timeline.storage.database import Database
from timeline.storage.embedded import Server

EMPTY: Final = "timeline"
"""The database that is migrated and empty."""
BARE: Final = "template0"
"""The one in which nothing is, not even the schema."""
_NUMBERS: Final = count(1)


def maintenance(server: Server) -> str:
    """The address of the database from which others are made and dropped."""
    return embedded.libpq(server.url.set(database="postgres"))


@contextmanager
def copied(server: Server, template: str) -> Iterator[str]:
    """The name of a copy of a database, which is gone afterwards."""
    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(maintenance(server), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        yield name
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def opened(server: Server, template: str) -> Iterator[Database]:
    """A copy of a database, open."""
    with copied(server, template) as name, closing(Database(server.url.set(database=name))) as found:
        yield found


@contextmanager
def told(server: Server, tell: Callable[[Database], object]) -> Iterator[str]:
    """The name of a database in which a story is told once, to be copied for each test that begins with it."""
    with copied(server, EMPTY) as name:
        with closing(Database(server.url.set(database=name))) as database:
            tell(database)
        yield name
