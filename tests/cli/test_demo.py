"""`timeline demo` in a process of its own: from an empty folder to a page, and back to nothing."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

STORY = {"slug": "port", "title": "The port", "zone": "Europe/Paris"}
ARTICLE = {
    "id": "a1", "source": "The Courier", "title": "Port closed", "published": "2024-11-05",
    "text": "The council closed the port on Monday.",
}  # fmt: skip
PATIENCE = 60
GRACE = 60


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for the embedded database, with a story beside it."""
    made = Path(tempfile.mkdtemp(prefix="timeline-test-", dir="/tmp"))
    story = made / "seeds" / "port"
    story.mkdir(parents=True)
    (story / "collection.json").write_text(json.dumps(STORY))
    (story / "01.json").write_text(json.dumps(ARTICLE))
    yield made
    shutil.rmtree(made, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def demo(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running demo, in a session of its own as a terminal would give it, and its address."""
    port = free_port()
    command = [sys.executable, "-m", "timeline", "demo", "--port", str(port), "--seeds", str(folder / "seeds")]
    environment = {**os.environ, "TIMELINE_HOME": str(folder / "home"), "TIMELINE_DATABASE_URL": ""}
    process = subprocess.Popen(
        command,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_until_ready(address: str) -> None:
    deadline = monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{address}/readyz", timeout=GRACE):
                return
        except (URLError, ConnectionError):
            assert monotonic() < deadline
            sleep(0.1)


def wait_until_gone(group: int) -> None:
    """A web process that had to be killed is dead at once, but is in its group until the system has taken it away."""
    deadline = monotonic() + PATIENCE
    with suppress(ProcessLookupError):
        while True:
            os.killpg(group, 0)
            assert monotonic() < deadline
            sleep(0.1)


def articles(address: str) -> int:
    with urlopen(f"{address}/api/v1/collections/port", timeout=GRACE) as found:
        return int(json.load(found)["counts"]["articles"])


def test_a_demo_serves_its_stories_each_time_and_leaves_nothing_behind_when_stopped_or_killed(folder: Path) -> None:
    lock = folder / "home" / "postgres" / "postmaster.pid"
    with demo(folder) as (process, address):
        wait_until_ready(address)
        assert articles(address) == 1
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=GRACE)[1]
    assert address in said
    assert "Traceback" not in said
    assert process.returncode == 0
    wait_until_gone(process.pid)
    assert not lock.exists()
    with demo(folder) as (process, address):
        wait_until_ready(address)
        assert articles(address) == 1
        assert lock.exists()
        process.kill()
        deadline = monotonic() + GRACE
        while lock.exists():
            assert monotonic() < deadline
            sleep(0.1)


def test_a_port_that_is_taken_is_named(folder: Path) -> None:
    with demo(folder) as (process, address), socket.socket() as other:
        other.bind(("127.0.0.1", int(address.rpartition(":")[2])))
        other.listen()
        said = process.communicate(timeout=PATIENCE)[1]
    assert "--port" in said
    assert process.returncode == 1
