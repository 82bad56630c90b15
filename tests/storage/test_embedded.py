"""The embedded server: shared by those who use it, gone with the last of them, however they end."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from timeline.errors import Unavailable
from timeline.storage import embedded
from timeline.storage.embedded import Server

USE = """
import sys
from pathlib import Path
from timeline.storage import embedded
server = embedded.start(Path(sys.argv[1]))
print("up", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="timeline-test-", dir="/tmp"))
    yield made / "a home"
    shutil.rmtree(made, ignore_errors=True)


def another(folder: Path, program: str = USE) -> subprocess.Popen[str]:
    """Another process that uses the server of a folder, until its stdin is closed."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", program, str(folder)], stdin=pipe, stdout=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.communicate()


def answers(server: Server) -> bool:
    try:
        with psycopg.connect(embedded.libpq(server.url)):
            return True
    except psycopg.OperationalError:
        return False


def test_the_server_stops_with_the_last_that_leaves(folder: Path) -> None:
    server = embedded.start(folder)
    other = another(folder)
    server.leave()
    assert answers(server)
    end(other)
    assert not answers(server)


def test_two_users_in_one_process_are_two(folder: Path) -> None:
    first, second = embedded.start(folder), embedded.start(folder)
    first.leave()
    first.leave()
    assert answers(second)
    second.leave()
    assert not answers(second)


def test_a_killed_process_leaves_a_server_that_the_next_one_uses_and_stops(folder: Path) -> None:
    killed = another(folder)
    killed.kill()
    end(killed)
    pid = (folder / "postgres" / "postmaster.pid").read_text().split()[0]
    server = embedded.start(folder)
    assert (folder / "postgres" / "postmaster.pid").read_text().split()[0] == pid
    server.leave()
    assert not answers(server)


def test_what_was_stored_is_there_again(folder: Path) -> None:
    for statement in ("CREATE TABLE kept AS SELECT 1", "SELECT * FROM kept"):
        server = embedded.start(folder)
        with psycopg.connect(embedded.libpq(server.url)) as connection:
            connection.execute(statement)
        server.leave()


def test_a_forked_child_does_not_leave_for_its_parent(folder: Path) -> None:
    program = USE.replace('print("up"', 'import os; os.fork() or os._exit(server.leave() or 0); os.wait(); print("up"')
    parent = another(folder, program)
    server = embedded.start(folder)
    assert (folder / "postgres" / "log").read_text().count("starting PostgreSQL") == 1
    server.leave()
    end(parent)
    assert not answers(server)


def test_the_child_of_a_killed_parent_does_not_keep_the_server(folder: Path) -> None:
    gone = (
        "import os, time; one = os.getpid(); os.fork() and os._exit(0)\nwhile os.getppid() == one: time.sleep(0.01)\n"
    )
    killed = another(folder, USE.replace("print(", f"{gone}print("))
    server = embedded.start(folder)
    server.leave()
    assert not answers(server)
    end(killed)


def test_a_server_that_was_killed_recovers(folder: Path) -> None:
    server = embedded.start(folder)
    os.kill(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    again = embedded.start(folder)
    assert answers(again)
    server.leave()
    again.leave()


def test_a_path_too_long_for_a_socket_is_no_obstacle(folder: Path) -> None:
    server = embedded.start(folder / ("long" * 30))
    assert answers(server)
    assert server.cluster.socket.stat().st_mode & 0o077 == 0
    server.leave()
    server.cluster.socket.rmdir()


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(Unavailable, match="TIMELINE_HOME"):
        embedded.start(file)
