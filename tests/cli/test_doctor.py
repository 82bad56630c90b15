"""`timeline doctor`: what is wrong, with the remedy, and what the settings allow."""

from collections import namedtuple
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from freezegun import freeze_time

from tests.builders import NOW, a_collection
from timeline.cli import exits, main
from timeline.core.load import Said
from timeline.services import loads
from timeline.settings import Settings
from timeline.storage.database import Database

Usage = namedtuple("Usage", "total used free")


def doctor(settings: Settings, **more: str) -> Result:
    """The command on the database of these settings."""
    environment = {"TIMELINE_DATABASE_URL": settings.database_url or "", "TIMELINE_HOME": str(settings.home)}
    return CliRunner(env=environment | more).invoke(main, ["doctor"])


def test_all_is_well_with_a_new_database(settings: Settings, database: Database) -> None:
    a_collection(database)
    found = doctor(settings)
    assert found.exit_code == 0, found.output
    assert "the queue is in order; 0 jobs wait" in found.output
    assert "who may read: everyone" in found.output
    assert "TIMELINE_FETCH=on allows it" in found.output


def test_who_may_read_and_what_is_fetched_is_told(settings: Settings) -> None:
    said = {"TIMELINE_PUBLIC": "off", "TIMELINE_FETCH": "on", "TIMELINE_FETCH_CONTACT": "desk@paper.example"}
    found = doctor(settings, **said)
    assert found.exit_code == 0, found.output
    assert "who may read: whoever has a key" in found.output
    assert "from the ports 80, 443" in found.output


def test_fetching_for_strangers_is_found(settings: Settings) -> None:
    found = doctor(settings, TIMELINE_FETCH="on", TIMELINE_FETCH_LOOPBACK="on")
    assert found.exit_code == 1
    assert "set TIMELINE_FETCH_CONTACT" in found.output
    assert "unset TIMELINE_FETCH_LOOPBACK" in found.output


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE procrastinate_events SET at = now() - interval '1 hour'", "1 jobs wait, one for 60 minutes"),
        ("UPDATE procrastinate_jobs SET status = 'doing', attempts = 1", "workers that are gone: 1"),
        ("UPDATE procrastinate_jobs SET status = 'failed', attempts = 1", "failed for good: 1 of timeline.store"),
    ],
)
def test_jobs_that_hang_or_failed_are_found(settings: Settings, database: Database, change: str, told: str) -> None:
    loads.accept(database, a_collection(database), "a.txt", "x", Said(), [b"The mill closed."], NOW)
    with database.begin() as session:
        session.connection().exec_driver_sql(change)
    found = doctor(settings)
    assert found.exit_code == 1
    assert told in found.output
    assert "Remedy" in found.output


def test_a_job_that_waits_for_a_while_is_no_trouble(settings: Settings, database: Database) -> None:
    loads.accept(database, a_collection(database), "a.txt", "x", Said(), [b"The mill closed."], NOW)
    found = doctor(settings)
    assert found.exit_code == 0
    assert "1 jobs wait" in found.output


def test_a_full_disk_is_found_where_the_database_is_its_own(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.cli.doctor.shutil.disk_usage", lambda _: Usage(10**12, 10**12, 10**8))
    environment = {"TIMELINE_DATABASE_URL": "", "TIMELINE_HOME": str(settings.home)}
    found = CliRunner(env=environment).invoke(main, ["doctor"])
    assert found.exit_code == 1
    assert "only 0.1 GB are free" in found.output


def test_a_database_that_is_away_or_not_migrated_is_named_with_the_remedy(settings: Settings, empty_url: str) -> None:
    away = doctor(settings, TIMELINE_DATABASE_URL="postgresql://127.0.0.1:1/nothing")
    old = doctor(settings, TIMELINE_DATABASE_URL=empty_url)
    assert (away.exit_code, old.exit_code) == (exits.NO_DATABASE, exits.NO_DATABASE)
    assert "See that the PostgreSQL server runs" in away.output
    assert "timeline db upgrade" in old.output


@pytest.mark.parametrize("pipeline", ["en_nothing", "nothing.at.all"])
def test_a_model_that_is_not_installed_is_named_with_the_remedy(settings: Settings, pipeline: str) -> None:
    found = doctor(settings, TIMELINE_MODEL=pipeline)
    assert found.exit_code == exits.FAILED
    assert f"bad the spaCy pipeline {pipeline} is not installed. Remedy: install it" in found.output


def test_a_clock_that_was_never_set_is_found(settings: Settings) -> None:
    with freeze_time("1970-01-01T00:05:00Z"):
        found = doctor(settings)
    assert found.exit_code == exits.FAILED
    assert "bad the clock says 1970-01-01 00:05 UTC" in found.output


def test_a_folder_that_cannot_be_written_is_found(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = doctor(settings, TIMELINE_DATABASE_URL="", TIMELINE_HOME=str(tmp_path / "file"))
    assert found.exit_code == exits.NO_DATABASE
    assert "Remedy: set TIMELINE_HOME to a folder that you own" in found.output
