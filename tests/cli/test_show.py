"""`timeline show`: the timeline as text and as JSON, whole or between two dates."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tests.builders import NOW
from timeline.cli import exits, main
from timeline.core import edtf
from timeline.services import batches, collections
from timeline.settings import Settings
from timeline.storage.database import Database

Run = Callable[..., Result]

TEXTS = {
    "a": "Anna Berg closed the port of Bergen on Monday. Tom Holm will meet Berg on Friday.",
    "b": "The ferry Alma sank off Stavanger in May 2019.",
    "c": "The council of Oslo approved the new timetable.",
}


@pytest.fixture
def show(database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `timeline show` on a collection 'story' with three articles, the last undated."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    given = {"a": "2024-11-06", "b": "2024-11-06", "c": None}
    items = [
        batches.Item(name, {"id": name, "text": text, "published": given[name], "source": f"The {name}"})
        for name, text in TEXTS.items()
    ]
    batches.load(database, batches.Batch("story", items, {}, NOW, settings.max_text), settings.model)
    return lambda *arguments: CliRunner().invoke(main, ["show", *arguments], catch_exceptions=False)


def test_events_are_lines_in_the_order_of_time_with_their_sources(show: Run) -> None:
    found = show("story")
    assert found.exit_code == exits.DONE
    assert found.stdout.splitlines() == [
        "May 2019 (certain): The ferry Alma sank off Stavanger [The b]",
        "4 November 2024 (certain): Anna Berg closed the port of Bergen [The a]",
        "8 November 2024 (certain): Tom Holm will meet Berg [The a]",
    ]
    assert found.stderr == "3 events; 1 undated\n"


def test_json_has_one_entry_an_event(show: Run) -> None:
    found = show("story", "--json")
    assert found.stderr == ""
    entries = json.loads(found.stdout)["entries"]
    assert all(list(entry) == ["date", "edtf", "title", "text", "event"] for entry in entries)
    assert [(e["date"], e["edtf"], e["title"]) for e in entries] == [
        ("2019-05-01", "2019-05", "The ferry Alma sank off Stavanger"),
        ("2024-11-04", "2024-11-04", "Anna Berg closed the port of Bergen"),
        ("2024-11-08", "2024-11-08", "Tom Holm will meet Berg"),
    ]
    assert entries[1]["text"] == "Anna Berg closed the port of Bergen on Monday."
    assert len({entry["event"] for entry in entries}) == 3


@pytest.mark.parametrize(
    ("arguments", "dates"),
    [
        (["--from", "2024"], ["2024-11-04", "2024-11-08"]),
        (["--to", "2024-11-04"], ["2019-05", "2024-11-04"]),
        (["--from", "2024-11-05", "--to", "2024-11-07"], []),
        (["--from", "2019-05-31", "--to", "2019-06"], ["2019-05"]),
        (["--from", "2024-11-01/2024-11-30", "--to", "2024-11-01/2024-11-30"], ["2024-11-04", "2024-11-08"]),
    ],
)
def test_only_what_may_lie_between_the_dates_is_shown(show: Run, arguments: list[str], dates: list[str]) -> None:
    found = show("story", "--json", *arguments)
    assert [entry["edtf"] for entry in json.loads(found.stdout)["entries"]] == dates


def test_key_dates_are_shown_in_the_order_of_time_with_their_ranks(
    show: Run, database: Database, settings: Settings
) -> None:
    item = batches.Item("e", {"id": "e", "text": TEXTS["a"].replace("on Monday", "this week on Monday")})
    batches.load(database, batches.Batch("story", [item], {"published": "2024-11-08"}, NOW, 10_000), settings.model)
    entries = json.loads(show("story", "--top", "2", "--json").stdout)["entries"]
    assert list(entries[0]) == ["date", "edtf", "title", "text", "event", "rank"]
    assert [(entry["date"], entry["rank"]) for entry in entries] == [("2024-11-04", 1), ("2024-11-08", 2)]


def test_key_dates_are_of_what_lies_between_the_dates(show: Run) -> None:
    found = show("story", "--top", "2", "--from", "2024-11-05", "--to", "2024-11-30")
    assert found.stdout.splitlines() == ["8 November 2024 (certain): Tom Holm will meet Berg [The a]"]
    assert found.stderr == "1 of 1 events; 1 undated\n"


def test_a_number_of_key_dates_that_is_none_is_a_matter_of_usage(show: Run) -> None:
    assert show("story", "--top", "0").exit_code == exits.USAGE
    assert show("nowhere", "--top", "3").exit_code == exits.NOT_FOUND


def test_an_open_beginning_is_shown_by_its_last_day(show: Run, database: Database, settings: Settings) -> None:
    item = batches.Item("d", {"id": "d", "text": "Tom Holm left Bergen.", "published": "2024-11-05"})
    batches.load(database, batches.Batch("other", [item], {}, NOW, settings.max_text), settings.model)
    (entry,) = json.loads(show("other", "--json").stdout)["entries"]
    assert (entry["date"], entry["edtf"]) == ("2024-11-05", "../2024-11-05")
    assert edtf.read(entry["edtf"]).end == edtf.read("2024-11-05").end


def test_an_empty_collection_has_no_entries(show: Run, database: Database) -> None:
    collections.create(database, "empty")
    assert json.loads(show("empty", "--json").stdout) == {"entries": []}
    assert (show("empty").stdout, show("empty").stderr) == ("", "0 events; 0 undated\n")


def test_an_unknown_collection_is_not_found(show: Run) -> None:
    found = show("nowhere")
    assert (found.exit_code, found.stdout) == (exits.NOT_FOUND, "")
    assert found.stderr == "Error: There is no collection 'nowhere'.\n"


@pytest.mark.parametrize("date", ["soon", "2024-13", ""])
def test_a_date_that_is_none_is_a_matter_of_usage(show: Run, date: str) -> None:
    assert show("story", "--from", date).exit_code == exits.USAGE


def test_explain_tells_the_steps_in_sentences(show: Run) -> None:
    entries = json.loads(show("story", "--json").stdout)["entries"]
    runner = CliRunner()
    found = runner.invoke(main, ["explain", entries[1]["event"]], catch_exceptions=False)
    title, *steps = found.stdout.splitlines()
    assert (found.exit_code, title) == (exits.DONE, "Anna Berg closed the port of Bergen")
    assert [step.split(". ")[0] for step in steps] == [str(n) for n in range(1, len(steps) + 1)]
    assert "Monday" in steps[0]
    assert "4 November 2024" in steps[-1]
    as_json = json.loads(runner.invoke(main, ["explain", entries[1]["event"], "--json"]).stdout)
    assert (as_json["collection"], as_json["edtf"]) == ("story", "2024-11-04")
    assert as_json["because"] == [step.split(". ", 1)[1] for step in steps]


def test_explaining_an_unknown_event_is_not_found(show: Run) -> None:
    del show
    found = CliRunner().invoke(main, ["explain", "no-such-event"], catch_exceptions=False)
    assert (found.exit_code, found.stdout) == (exits.NOT_FOUND, "")
    assert found.stderr.startswith("Error: ")
