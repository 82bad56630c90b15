"""What the commands say, and how they end."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import exits, main
from timeline.errors import Conflict, Invalid, NotFound, TimelineError, TooLarge, Unavailable
from timeline.services import keys
from timeline.storage.database import Database

Run = Callable[..., Result]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the test's database."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", database_url)
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize(
    ("error", "code"),
    [(Invalid, 2), (NotFound, 4), (Unavailable, 5), (Conflict, 1), (TooLarge, 1), (TimelineError, 1)],
)
def test_every_error_has_its_exit_code(error: type[TimelineError], code: int) -> None:
    assert exits.code(error("so")) == code


def test_help_names_every_command(run: Run) -> None:
    found = run("--help")
    assert found.exit_code == 0
    assert {"demo", "serve", "worker", "keys", "db", "doctor"} <= set(
        re.findall(r"^  (\w+) ", found.stdout, re.MULTILINE)
    )


@pytest.mark.parametrize("arguments", [["nonsense"], ["keys", "create"], ["serve", "--port", "0"]])
def test_what_is_not_understood_is_a_matter_of_usage(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == exits.USAGE


def test_a_key_is_printed_once_and_works(run: Run, database: Database) -> None:
    from datetime import UTC, datetime

    made = run("keys", "create", "--name", "newsroom", "--scope", "load", "--days", "30")
    assert made.exit_code == 0
    assert keys.check(database, made.stdout.strip(), "load", datetime.now(UTC)).name == "newsroom"
    listed = run("keys", "list")
    assert "newsroom\tload\tcreated" in listed.stdout
    assert made.stdout.strip() not in listed.stdout


def test_a_revoked_key_is_listed_as_such(run: Run) -> None:
    run("keys", "create", "--name", "newsroom", "--scope", "load")
    assert run("keys", "revoke", "newsroom").exit_code == 0
    assert json.loads(run("keys", "list", "--json").stdout)[0]["revoked"]
    assert "revoked" in run("keys", "list").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["keys", "revoke", "nobody"], exits.NOT_FOUND, "nobody"),
        (["keys", "create", "--name", "a", "--scope", "everything"], exits.USAGE, "read, load, curate, admin"),
    ],
)
def test_an_error_is_one_line_on_stderr(run: Run, arguments: list[str], code: int, said: str) -> None:
    found = run(*arguments)
    assert (found.exit_code, found.stdout) == (code, "")
    assert said in found.stderr
    assert found.stderr.startswith("Error: ")
    assert found.stderr.count("\n") == 1


def test_a_database_that_is_migrated_is_at_its_newest_version(run: Run) -> None:
    status = run("db", "status")
    assert status.exit_code == 0
    current, newest = (line.split()[1] for line in status.stdout.splitlines())
    assert current == newest
    assert run("db", "upgrade").exit_code == 0


def test_an_empty_database_is_said_to_be_so_until_it_is_migrated(
    run: Run, empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", empty_url)
    for arguments in (["db", "status"], ["keys", "list"], ["serve"], ["worker"], ["doctor"]):
        found = run(*arguments)
        assert found.exit_code == exits.NO_DATABASE
        assert "timeline db upgrade" in found.output
    assert run("db", "upgrade").exit_code == 0
    assert run("keys", "list").exit_code == 0


def test_the_embedded_database_is_migrated_when_it_is_first_opened(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIMELINE_DATABASE_URL")
    monkeypatch.setenv("TIMELINE_HOME", str(tmp_path))
    assert run("keys", "list").exit_code == 0
    assert run("db", "status").exit_code == 0


def test_a_database_that_does_not_answer_has_an_exit_code_of_its_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    for arguments in (["keys", "list"], ["db", "upgrade"], ["doctor"]):
        assert run(*arguments).exit_code == exits.NO_DATABASE


def test_the_models_are_checked_against_the_migrations(run: Run) -> None:
    assert run("db", "check").exit_code == 0


def test_a_reset_asks_before_it_drops_everything(run: Run) -> None:
    run("keys", "create", "--name", "newsroom", "--scope", "load")
    assert run("db", "reset").exit_code == exits.FAILED
    assert "newsroom" in run("keys", "list").stdout
    assert run("db", "reset", "--yes").exit_code == 0
    assert run("keys", "list").stdout == ""


def test_a_worker_without_work_ends_if_it_is_to(run: Run) -> None:
    assert run("worker", "--once").exit_code == 0


def test_the_doctor_finds_nothing_wrong(run: Run) -> None:
    found = run("doctor")
    assert (found.exit_code, {line[:3] for line in found.stdout.splitlines()}) == (0, {"ok "})


def test_the_doctor_names_what_is_missing_and_the_remedy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_MODEL", "no_such_model")
    found = run("doctor")
    assert found.exit_code == exits.FAILED
    assert "bad the spaCy pipeline no_such_model" in found.stdout
    assert "TIMELINE_MODEL" in found.stdout


@pytest.mark.parametrize("name", ["TIMELINE_MAX_TEXT", "PORT"])
def test_a_setting_that_is_no_number_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "many")
    found = run("keys", "list")
    assert found.exit_code == exits.USAGE
    assert name in found.stderr
