"""`timeline db dump` and `restore`: a database comes back as it was, or nothing changes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.builders import NOW
from timeline.cli import main
from timeline.core.load import Said
from timeline.jobs import worker
from timeline.services import keys, loading, loads, queued
from timeline.services.collections import create
from timeline.settings import Settings
from timeline.storage.database import Database

TEXT = "The mill in Norwood closed on Monday. The council will vote on 8 November 2024."


def run(settings: Settings, *arguments: str) -> Result:
    """A command on the database of these settings."""
    environment = {"TIMELINE_DATABASE_URL": settings.database_url or "", "TIMELINE_HOME": str(settings.home)}
    return CliRunner(env=environment).invoke(main, arguments)


def shown(settings: Settings) -> str:
    """The timeline as JSON."""
    found = run(settings, "show", "mill", "--json")
    assert found.exit_code == 0, found.stderr
    return found.stdout


@pytest.fixture
def mill(database: Database, settings: Settings) -> str:
    """A collection with a story."""
    create(database, "mill", "The mill")
    fields = {"id": "a", "text": TEXT, "published": "2024-11-06", "source": "Ledger"}
    loading.load(database, "mill", fields, NOW, settings.max_text, settings.model)
    return "mill"


@pytest.mark.usefixtures("mill")
def test_a_restored_database_gives_the_same_timeline_and_knows_the_same_keys(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    file, secret = tmp_path / "all.dump", keys.create(database, "desk", ["load"], NOW)
    before = shown(settings)
    assert run(settings, "db", "dump", str(file)).exit_code == 0
    assert (file.stat().st_mode & 0o777, list(tmp_path.iterdir())) == (0o600, [file])
    database.engine.dispose()
    assert run(settings, "db", "reset", "--yes").exit_code == 0
    assert run(settings, "show", "mill").exit_code == 4
    restored = run(settings, "db", "restore", str(file), "--yes")
    assert restored.exit_code == 0, restored.stderr
    assert shown(settings) == before
    assert keys.check(database, secret, "load", datetime.now(UTC)).name == "desk"
    fields = {"id": "b", "text": TEXT + " A fire broke out on 1 November 2024.", "published": "2024-11-07"}
    loading.load(database, "mill", fields, NOW, settings.max_text, settings.model)
    assert len(json.loads(shown(settings))) >= len(json.loads(before))


@pytest.mark.usefixtures("mill")
def test_a_dump_is_read_back_into_an_empty_database_too(settings: Settings, tmp_path: Path, empty_url: str) -> None:
    file = tmp_path / "all.dump"
    assert run(settings, "db", "dump", str(file)).exit_code == 0
    empty = Settings(home=settings.home, database_url=empty_url)
    assert run(empty, "db", "restore", str(file), "--yes").exit_code == 0
    assert shown(empty) == shown(settings)


@pytest.mark.usefixtures("mill")
def test_what_is_no_dump_is_refused_and_nothing_changes(settings: Settings, tmp_path: Path) -> None:
    file, whole = tmp_path / "no.dump", tmp_path / "all.dump"
    assert run(settings, "db", "dump", str(whole)).exit_code == 0
    for content in (b"", b"not a dump", whole.read_bytes()[: whole.stat().st_size // 2]):
        file.write_bytes(content)
        assert run(settings, "db", "restore", str(file), "--yes").exit_code == 2
        assert "closed" in shown(settings)


@pytest.mark.usefixtures("mill")
def test_a_dump_of_a_newer_version_is_refused(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.dump"
    assert run(settings, "db", "dump", str(file)).exit_code == 0
    monkeypatch.setattr("timeline.storage.dumps.newest", lambda: "0001")
    answer = run(settings, "db", "restore", str(file), "--yes")
    assert (answer.exit_code, "newer version" in answer.stderr) == (2, True)


@pytest.mark.usefixtures("mill")
def test_no_file_is_overwritten(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "all.dump"
    file.write_text("kept")
    assert run(settings, "db", "dump", str(file)).exit_code == 2
    assert file.read_text() == "kept"
    assert run(settings, "db", "dump", str(tmp_path / "no" / "all.dump")).exit_code == 2


def test_restoring_asks_first(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "all.dump"
    assert run(settings, "db", "dump", str(file)).exit_code == 0
    assert run(settings, "db", "restore", str(file)).exit_code == 1


def test_what_a_worker_was_at_when_it_was_dumped_is_taken_up_again(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    create(database, "mill", "The mill")
    loads.accept(database, "mill", "a.txt", "x", Said(), [TEXT.encode()], NOW)
    with database.begin() as session:
        for change in (
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')",
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT max(id) FROM procrastinate_workers)",
        ):
            session.connection().exec_driver_sql(change)
    file = tmp_path / "all.dump"
    assert run(settings, "db", "dump", str(file)).exit_code == 0
    database.engine.dispose()
    restored = run(settings, "db", "restore", str(file), "--yes")
    assert restored.exit_code == 0, restored.stderr
    queued.rescue(database, 20.0)
    worker.drain(database, settings)
    assert [load.state for load in loads.listed(database, 1, None)] == ["done"]
