"""All that is stored, in one file and back: pg_dump and pg_restore, which come with the embedded PostgreSQL."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from timeline.errors import Conflict, Invalid, Unavailable
from timeline.storage import cluster
from timeline.storage.database import Database
from timeline.storage.version import newest

_PASSING: Final = ("sessions", "sign_in_failures")
"""Tables whose rows mean nothing elsewhere: who is signed in. Workers are no such thing: jobs name the one that is at
them, which others take up when it is not heard of."""
_UNREACHABLE: Final = 2
"""What psql ends with where the server does not answer."""
_EMPTY: Final = "SET lock_timeout = '10s'; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public"
_BUSY: Final = "Nothing was changed. Stop what uses the database (`timeline serve`, `timeline worker`), then try again."


def dump(database: Database, file: Path) -> None:
    """Write all that is stored to a file, which nobody but its owner can read: it has the service's own secrets.

    It shows one instant, and loading can go on meanwhile. Invalid where the file cannot be written, or is there.
    """
    fresh = file.with_name(file.name + ".part")
    without = [f"--exclude-table-data=public.{table}" for table in _PASSING]
    try:
        if file.exists():
            raise Invalid(f"{file} is there already; name another file.", field="file")
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    except OSError as error:
        raise Invalid(f"{file} cannot be written: {error.strerror}.", field="file") from error
    try:
        with _reached(database) as where:
            _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", *without, f"--file={fresh}", where)
        fresh.rename(file)
    finally:
        fresh.unlink(missing_ok=True)


def restore(database: Database, file: Path) -> None:
    """Put what a file has in place of all that is stored, or change nothing. Invalid for a file that is no such dump,
    or is of a newer version of the service; Conflict where the database is in use."""
    version = _version(file)
    if version > newest():
        raise Invalid(f"{file} is of a newer version of this service ({version}, this knows {newest()}).", field="file")
    with tempfile.TemporaryDirectory(prefix="timeline-restore-") as folder, _reached(database) as where:
        script = Path(folder) / "script.sql"
        _read(file, f"--file={script}")
        database.engine.dispose()
        run = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run("psql", *run, f"--command={_EMPTY}", f"--file={script}", f"--dbname={where}")


def _version(file: Path) -> str:
    """The version of the schema that was dumped."""
    lines = _read(file, "--data-only", "--table=alembic_version", "--file=-").splitlines()
    begun = [at for at, line in enumerate(lines) if line.startswith("COPY public.alembic_version ")]
    if not begun:
        raise Invalid(f"{file} has no timeline in it.", field="file")
    return lines[begun[0] + 1]


def _read(file: Path, *options: str) -> str:
    command = [str(cluster.program("pg_restore")), "--no-owner", "--no-privileges", *options, str(file)]
    ended = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if ended.returncode:
        raise Invalid(f"{file} cannot be read as what `timeline db dump` writes: {_last(ended.stderr)}", field="file")
    return ended.stdout


def _run(name: str, *options: str) -> None:
    ended = subprocess.run(
        [str(cluster.program(name)), *options],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if ended.returncode == _UNREACHABLE or "connection to server" in ended.stderr:
        raise Unavailable(f"The database does not answer: {_last(ended.stderr)}")
    if ended.returncode:
        raise Conflict(
            f"{name} failed: {_last(ended.stderr)} {_BUSY if 'lock timeout' in ended.stderr else ''}".strip()
        )


def _last(said: str) -> str:
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "it gave no reason")


@contextmanager
def _reached(database: Database) -> Iterator[str]:
    """How libpq's programs reach the database; its password is in a file, as arguments can be seen by everybody."""
    given = conninfo_to_dict(database.address)
    password = given.pop("password", None)
    with tempfile.NamedTemporaryFile("w", prefix="timeline-pass-") as passfile:
        if password is not None:
            escaped = str(password).replace("\\", "\\\\").replace(":", "\\:")
            passfile.write(f"*:*:*:*:{escaped}\n")
            passfile.flush()
            given["passfile"] = passfile.name
        yield make_conninfo("", **given)
