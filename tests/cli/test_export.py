"""`timeline export`: one event a line, in the form of the API."""

import json

import pytest
from click.testing import CliRunner

from tests.builders import NOW
from timeline.cli import exits, main
from timeline.services import batches
from timeline.settings import Settings
from timeline.storage.database import Database

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
