"""`timeline export`: one event a line, in the form of the API."""

import json

import pytest
from click.testing import CliRunner

from tests.builders import NOW
from timeline.cli import exits, export, main
from timeline.services import batches
from timeline.settings import Settings
from timeline.storage.database import Database
from timeline.web.api import requests

TEXT = "Anna Berg closed the port of Bergen on Monday. The council of Oslo approved the plan on 5 November 2024."


def test_events_are_lines_that_cite_their_sentences(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    fields = {"id": "a", "text": TEXT, "published": "2024-11-05", "source": "The Post"}
    batches.load(
        database, batches.Batch("story", [batches.Item("a", fields)], {}, NOW, settings.max_text), settings.model
    )
    done = CliRunner().invoke(main, ["export", "story", "--format", "ndjson"], catch_exceptions=False)
    assert done.exit_code == exits.DONE
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(event["date"]["start"], event["date"]["precision"]) for event in events] == [
        ("2024-11-04", "day"),
        ("2024-11-05", "day"),
    ]
    quotes = [TEXT[m["start"] : m["end"]] == m["quote"] for event in events for m in event["mentions"]]
    assert quotes == [True, True]
    assert events[0]["order"] == {"certain_before_next": True}


def test_an_unknown_collection_is_not_found(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    assert CliRunner().invoke(main, ["export", "nowhere"]).exit_code == exits.NOT_FOUND


def test_what_the_api_filters_and_sorts_by_the_command_does(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    fields = {
        "id": "a",
        "text": f"{TEXT} Anna Berg flew to Paris on 2 November 2024.",
        "published": "2024-11-05",
        "source": "The Post",
    }
    batches.load(
        database, batches.Batch("story", [batches.Item("a", fields)], {}, NOW, settings.max_text), settings.model
    )

    def days(*options: str) -> list[str]:
        done = CliRunner().invoke(main, ["export", "story", *options], catch_exceptions=False)
        assert done.exit_code == exits.DONE
        return [json.loads(line)["date"]["edtf"][-2:] for line in done.stdout.splitlines()]

    assert days("--sort=-time") == ["05", "04", "02"]
    assert days("--place=paris") == ["02"]
    assert (days("--min-origins=2"), days("--precision=month"), days("--precision=day")) == ([], [], ["02", "04", "05"])


@pytest.mark.parametrize("command", ["export", "show"])
def test_a_range_that_ends_before_it_begins_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    refused = CliRunner().invoke(main, [command, "story", "--from=2025", "--to=2024"])
    assert refused.exit_code == exits.USAGE
    assert "--to lies before --from" in refused.stderr


def test_the_command_is_asked_by_the_names_of_the_api() -> None:
    names = {option for one in export.command.params for option in one.opts}
    fields = {field.alias or name for name, field in requests.Events.model_fields.items()} - {"cursor", "limit", "top"}
    assert {f"--{name.replace('_', '-')}" if len(name) > 1 else f"-{name}" for name in fields} <= names
