"""Logs: a line for each request with its id; no query, no secret, no text of an article."""

import json
import logging
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from gunicorn.config import Config

from tests.builders import NOW, a_collection
from tests.web import stories
from timeline.cli import served
from timeline.core.load import Said
from timeline.errors import Invalid
from timeline.jobs import worker
from timeline.services import loads
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web import create_app


@pytest.fixture(autouse=True)
def loggers() -> Iterator[None]:
    """What configures loggers leaves them as they were before."""
    found = [logging.getLogger(name) for name in ("timeline", "procrastinate", "psycopg.pool", "gunicorn.error")]
    before = [(one.handlers, one.propagate, one.level) for one in found]
    yield
    for one, (handlers, propagate, level) in zip(found, before, strict=True):
        one.handlers, one.propagate = handlers, propagate
        one.setLevel(level)


def logged(settings: Settings, database: Database, kind: str) -> FlaskClient:
    """A client of the service that logs in this way."""
    own = Settings(home=settings.home, database_url=settings.database_url, log=kind)
    return create_app(own, database).test_client()


def test_a_request_is_a_line_of_json(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    client = logged(settings, database, "json")
    answer = client.get("/nowhere%0A{}?q=private", headers={"X-Request-ID": "proxy-17"})
    (line,) = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert (line["level"], line["request"], line["method"], line["status"]) == ("info", "proxy-17", "GET", 404)
    assert line["path"] == "/nowhere%0A%7B%7D"
    assert line["milliseconds"] >= 0
    assert "private" not in str(line)
    assert answer.headers["X-Request-ID"] == "proxy-17"


def test_text_is_a_line_too(settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    logged(settings, database, "text").get("/healthz", headers={"X-Request-ID": "proxy-18"})
    assert capsys.readouterr().err.startswith("INFO timeline.web.logs [proxy-18] GET /healthz 200 in ")


def test_without_the_setting_requests_are_not_logged(client: FlaskClient, capsys: pytest.CaptureFixture[str]) -> None:
    assert client.get("/healthz").headers["X-Request-ID"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("given", ["", "a b", "x" * 129, "-x", "{}", "\u00e9"])
def test_an_id_that_could_make_up_lines_is_replaced(client: FlaskClient, given: str) -> None:
    found = client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"]
    assert found != given
    assert len(found) == 32


def test_what_goes_wrong_is_logged_without_secrets_and_texts(
    settings: Settings,
    database: Database,
    key: dict[str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    client = logged(settings, database, "json")
    stories.tell(client, key)
    with database.begin() as session:
        session.connection().exec_driver_sql(
            "ALTER TABLE revisions ADD CONSTRAINT broken CHECK (length(text) < 1) NOT VALID"
        )
    capsys.readouterr()
    answer = stories.post(client, key, id="new", text="A confidential sentence about the mill.")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert answer.status_code == 500
    assert "broken" in lines[0]["error"]
    assert "confidential" not in str(lines)
    assert lines[0]["request"] == answer.headers["X-Request-ID"]
    assert key["Authorization"].removeprefix("Bearer ") not in str(lines)


def test_a_worker_logs_its_jobs_in_the_same_way(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    loads.accept(database, a_collection(database), "a.txt", "x", Said(), [b"A confidential sentence."], NOW)
    worker.tell("json")
    worker.drain(database, settings)
    err = capsys.readouterr().err
    lines = [json.loads(line) for line in err.splitlines()]
    store = next(line for line in lines if line["task"] == "timeline.store")
    assert (store["level"], store["logger"]) == ("info", "timeline.jobs.worker")
    assert store["message"].startswith("timeline.store done in ")
    assert (store["job"] > 0, store["milliseconds"] > 0) == (True, True)
    assert "confidential" not in err


def test_a_job_that_fails_is_logged_with_its_number_and_without_texts(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    loads.accept(database, a_collection(database), "a.txt", "x", Said(), [b"A confidential sentence."], NOW)
    with database.begin() as session:
        broken = "ALTER TABLE revisions ADD CONSTRAINT broken CHECK (length(text) < 1) NOT VALID"
        session.connection().exec_driver_sql(broken)
    worker.tell("json")
    worker.drain(database, settings)
    err = capsys.readouterr().err
    failed = [line for line in map(json.loads, err.splitlines()) if "error" in line or "failed" in line["message"]]
    assert failed
    assert all(line["job"] > 0 for line in failed)
    assert "confidential" not in err


@pytest.mark.parametrize("kind", ["json", "text", ""])
def test_what_gunicorn_says_is_one_line_of_the_same_log(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIMELINE_LOG", kind)
    reloaded = served.Logger(Config())
    reloaded.setup(Config())
    reloaded.warning("Worker (pid:%s) was sent SIGKILL!", 17)
    (line,) = capsys.readouterr().err.splitlines()
    if kind == "json":
        found = json.loads(line)
        assert (found["level"], found["logger"]) == ("warning", "gunicorn.error")
        assert found["message"] == "Worker (pid:17) was sent SIGKILL!"
    else:
        own = "WARNING gunicorn.error Worker (pid:17) was sent SIGKILL!"
        assert (line == own) is (kind == "text")


def test_an_unknown_way_to_log_is_refused() -> None:
    with pytest.raises(Invalid, match="TIMELINE_LOG must be json or text"):
        Settings.from_environment({"TIMELINE_LOG": "xml"})
