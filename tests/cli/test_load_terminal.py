"""`timeline load` for a person at a terminal: what it shows, rehearses, writes down, and how it stops."""

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest
from click.testing import CliRunner, Result

from timeline.cli import exits, main
from timeline.services import collections, library, timelines
from timeline.storage.database import Database

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[str]"]
PATIENCE = 60

MILL = {"id": "mill", "text": "The council closed the mill on Monday.", "published": "2024-11-06", "source": "Mail"}
BAD = {"id": "bad", "text": "It rained.", "published": "soon"}


@pytest.fixture
def load(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Load files into the collection 'story', in a folder of their own."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)
    command = ["load", "--collection", "story"]
    return lambda *more, stdin="": CliRunner().invoke(main, [*command, *more], input=stdin, catch_exceptions=False)


@pytest.fixture
def start(database_url: str, tmp_path: Path) -> Start:
    """Start the command in a process of its own."""
    command = [sys.executable, "-m", "timeline", "load", "--collection", "story"]
    environment = {**os.environ, "TIMELINE_DATABASE_URL": database_url, "PYTHONPATH": str(Path(__file__).parents[2])}

    def started(*more: str, stdin: int | None = None, stderr: int = subprocess.PIPE) -> "subprocess.Popen[str]":
        return subprocess.Popen([*command, *more], env=environment, cwd=tmp_path, text=True, stdin=stdin, stderr=stderr)

    return started


def lines(count: int, first: int = 0) -> str:
    """Articles, one a line."""
    made = ({**MILL, "id": f"a{i}", "text": f"Anna Berg closed mill {i} on Monday."} for i in range(first, count))
    return "".join(json.dumps(one) + "\n" for one in made)


def ids(database: Database) -> list[str]:
    return [article.id for article in library.listed(database, "story")]


def reports(database: Database) -> int:
    return sum(len(event.reports) for event in timelines.whole(database, "story"))


def test_a_dry_run_says_what_would_be_and_stores_nothing(load: Run, database: Database) -> None:
    Path("a.ndjson").write_text("\n".join(map(json.dumps, (MILL, MILL, BAD))), "utf-8")
    found = load("a.ndjson", "--dry-run")
    assert found.exit_code == exits.SOME_FAILED
    assert found.stderr.splitlines()[-1] == (
        "1 would be new, 0 would be changed, 1 would be unchanged, 1 would have failed"
    )
    assert not collections.exists(database, "story")
    load("a.ndjson")
    assert "0 would be new, 0 would be changed, 2 would be unchanged" in load("a.ndjson", "--dry-run").stderr
    assert ids(database) == ["mill"]


def test_failed_items_are_written_down_with_their_fields(load: Run) -> None:
    Path("a.ndjson").write_text("\n".join(map(json.dumps, (MILL, BAD))) + "\nnot JSON\n", "utf-8")
    assert load("a.ndjson", "--errors", "failed.ndjson").exit_code == exits.SOME_FAILED
    first, second = map(json.loads, Path("failed.ndjson").read_text("utf-8").splitlines())
    assert (first["where"], first["field"]) == ("a.ndjson:2", "published")
    assert (second["where"], second["field"]) == ("a.ndjson:3", "")
    assert "not JSON" in second["why"]


def test_of_many_failed_items_the_first_are_told(load: Run) -> None:
    Path("a.ndjson").write_text("\n".join([json.dumps(BAD)] * 25), "utf-8")
    told = load("a.ndjson").stderr.splitlines()
    assert (len(told), told[20]) == (22, "and 5 more; --errors FILE has them all")


def test_several_processes_read_what_one_stores(load: Run, database: Database) -> None:
    Path("a.ndjson").write_text(lines(60), "utf-8")
    found = load("a.ndjson", "--jobs", "2")
    assert (found.exit_code, found.stderr) == (exits.DONE, "60 new, 0 changed, 0 unchanged, 0 failed\n")
    assert reports(database) == 60


def test_ctrl_c_finishes_what_has_begun_and_the_same_command_goes_on(start: Start, database: Database) -> None:
    with start("-", stdin=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(lines(60))
        process.stdin.flush()
        while not collections.exists(database, "story") or not ids(database):
            sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert "once more" in process.stderr.readline() + process.stderr.readline()
        process.stdin.write(lines(120, 60))
        told = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == exits.STOPPED
    assert "Stopped after stdin:" in told
    stored = len(ids(database))
    assert 50 <= stored < 120
    with start("-", stdin=subprocess.PIPE) as process:
        told = process.communicate(lines(120), timeout=PATIENCE)[1]
    assert told == f"{120 - stored} new, 0 changed, {stored} unchanged, 0 failed\n"
    assert reports(database) == 120


def test_a_terminal_shows_a_bar_with_the_rate_and_what_is_none_shows_no_bar(
    load: Run, start: Start, tmp_path: Path
) -> None:
    (tmp_path / "a.ndjson").write_text(lines(3), "utf-8")
    own, theirs = pty.openpty()
    with start("a.ndjson", stderr=theirs) as process:
        process.wait(PATIENCE)
    shown = os.read(own, 10_000).decode()
    os.close(own)
    os.close(theirs)
    assert "Loading  [" in shown
    assert "3 articles, " in shown
    assert "100%" in shown
    assert load("a.ndjson").stderr == "0 new, 0 changed, 3 unchanged, 0 failed\n"
