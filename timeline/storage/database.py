"""The database: where it is, and one transaction at a time on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session as Session
from sqlalchemy.orm import sessionmaker

from timeline.errors import Unavailable
from timeline.storage import embedded
from timeline.storage.embedded import Server
from timeline.storage.failures import translated

_PATIENCE: Final = 10
"""Seconds after which a server that does not answer, or a pool without a free connection, counts as unreachable."""


class Place(Protocol):
    """What says where the database is: timeline.settings.Settings, which storage/ may not import."""

    @property
    def database_url(self) -> str | None:
        """The address of a PostgreSQL server, or None for the embedded one."""

    @property
    def home(self) -> Path:
        """The folder of the embedded server."""


class Database:
    """An open database. Close it, or leave that to the end of the process."""

    def __init__(self, url: URL, server: Server | None = None) -> None:
        self.engine: Engine = create_engine(
            url,
            pool_pre_ping=True,
            hide_parameters=True,  # errors are logged: no text of an article with them
            pool_timeout=_PATIENCE,
            connect_args={"connect_timeout": _PATIENCE, "options": "-c timezone=UTC"},
        )
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        self._server = server

    @property
    def address(self) -> str:
        """The database as libpq writes it, password included: for what connects on its own, such as the job queue."""
        return embedded.libpq(self.engine.url)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A session in one transaction, committed at the end unless something is raised.

        Unavailable where the server does not answer or is not migrated; it is asked anew every time, so nothing has to
        be reopened once it is back.
        """
        with translated(), self._sessions.begin() as session:
            yield session

    def close(self) -> None:
        """Drop the connections and leave the embedded server, which stops if nobody else uses it."""
        self.engine.dispose()
        if self._server is not None:
            self._server.leave()


@contextmanager
def tried(session: Session) -> Iterator[None]:
    """A step of a transaction that is undone alone where it fails: the transaction can go on."""
    with translated(), session.begin_nested():
        yield


def open(place: Place) -> Database:  # noqa: A001 - modules read with their functions: database.open
    """The database of these settings; the embedded server is started where no URL is set.

    Nothing is asked of a server that a URL names: the first transaction finds out whether it answers.
    """
    if place.database_url is None:
        server = embedded.start(place.home)
        return Database(server.url, server)
    return Database(_url(place.database_url))


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise Unavailable("TIMELINE_DATABASE_URL is not an address such as postgresql://user@host:5432/name.") from None
    if not url.drivername.startswith("postgres"):
        raise Unavailable(f"TIMELINE_DATABASE_URL names {url.drivername}; the service runs on PostgreSQL.")
    return url.set(drivername="postgresql+psycopg")
