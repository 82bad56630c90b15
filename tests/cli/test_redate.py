"""`timeline redate` and `timeline sources`: corrections on the terminal."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tests.services.test_redating import draft, dump, load, story
from timeline.cli import exits, main
from timeline.services import library
from timeline.settings import Settings
from timeline.storage.database import Database

Run = Callable[..., Result]


@pytest.fixture
def run(database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a collection 'mill' with three articles."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    load(database, "mill", story(published="2024-11-06T00:30", url="https://courier.example/1"))
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_redating_shows_what_changes_and_keeps_it(run: Run, database: Database) -> None:
    found = run("redate", "c1", "--published", "2024-11-13", "--why", "misprint", "--who", "Anna")
    assert found.exit_code == exits.DONE
    article, *events = found.stdout.splitlines()
    assert article == "article c1: 6 November 2024, 00:30 -> 13 November 2024"
    assert events
    assert all(line.startswith("event ") and " -> " in line for line in events)
    assert found.stderr == f"1 articles and {len(events)} events change\n"
    (said,) = library.get(database, "c1").corrections
    assert (said.who, said.why) == ("Anna", "misprint")
    again = run("redate", "c1", "--undo", "published")
    assert again.stdout.splitlines()[0] == "article c1: 13 November 2024 -> 6 November 2024, 00:30"


def test_a_dry_run_changes_nothing(run: Run, database: Database) -> None:
    before = dump(database)
    found = run("redate", "c1", "--collection", "mill", "--zone", "Asia/Seoul", "--dry-run", "--json")
    assert found.exit_code == exits.DONE
    assert dump(database) == before
    told = json.loads(found.stdout)
    assert told["dry_run"]
    assert [(one["article"], one["after"]["zone"]) for one in told["articles"]] == [("c1", "Asia/Seoul")]
    assert found.stderr.endswith("nothing was kept\n")


def test_a_source_is_listed_and_corrected(run: Run) -> None:
    assert run("sources", "list", "--collection", "mill").stdout.splitlines() == [
        "Courier\tcourier.example\t-\t-\t-\t2 articles",
        "Herald\t-\t-\t-\t-\t1 articles",
    ]
    found = run("sources", "correct", "Courier", "--collection", "mill", "--zone", "Asia/Seoul", "--country", "kr")
    assert found.stdout.startswith("article c1: 6 November 2024, 00:30 (UTC) -> 6 November 2024, 00:30 (Asia/Seoul)")
    (courier, _) = json.loads(run("sources", "list", "--collection", "mill", "--json").stdout)
    assert (courier["zone"], courier["country"], courier["articles"]) == ("Asia/Seoul", "KR", 2)


def test_a_source_whose_articles_speak_against_its_clock_is_told_its_zone(run: Run, database: Database) -> None:
    night = "Earlier today, on November 5, Mayor Ida Holm opened a school in Lund."
    stamps = ("2024-11-06T04:10Z", "2024-11-06T01:00Z", "2024-11-06T02:30Z", "2024-11-04T22:30Z", "2024-11-05T12:00Z")
    every = [draft(f"p{at}", f"{night} It is the {at}th.", source="Post", published=s) for at, s in enumerate(stamps)]
    load(database, "mill", [*every, draft("h2", night, source="Herald", published=stamps[0])])
    remedy = "timeline sources correct Post --collection mill --zone Etc/GMT+5"
    assert run("sources", "list", "--collection", "mill").stderr == (
        "4 articles of Post call a day today that it was not by their clock; 3 fit UTC−5. "
        f"Set its zone, by that or by its place: {remedy}\n"
    )
    run(*remedy.split()[1:])
    assert run("sources", "list", "--collection", "mill").stderr == ""
    assert run("sources", "correct", "Post", "--collection", "mill", "--zone", "Asia/Seoul").exit_code == exits.DONE
    assert "; 3 fit UTC−5. " in run("sources", "list", "--collection", "mill").stderr


def test_owners_change_the_number_of_origins(run: Run) -> None:
    run("sources", "correct", "Courier", "--collection", "mill", "--owner", "Holm")
    found = run("sources", "correct", "Herald", "--collection", "mill", "--owner", "Holm", "--dry-run")
    assert "2 independent -> " in found.stdout
    assert "1 independent" in found.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["redate", "c1"], exits.USAGE, "nothing to correct"),
        (["redate", "c1", "--zone", "Mars"], exits.USAGE, "not a time zone"),
        (["redate", "c1", "--published", "soonish"], exits.USAGE, "not a date"),
        (["redate", "c1", "--zone", "UTC", "--undo", "zone"], exits.USAGE, "exclude each other"),
        (["redate", "nothing", "--zone", "UTC"], exits.NOT_FOUND, "nothing"),
        (["sources", "correct", "Nobody", "--collection", "mill", "--zone", "UTC"], exits.NOT_FOUND, "Nobody"),
        (["sources", "correct", "Courier", "--collection", "mill", "--country", "Sweden"], exits.USAGE, "country"),
        (["sources", "list", "--collection", "nowhere"], exits.NOT_FOUND, "nowhere"),
    ],
)
def test_what_cannot_be_corrected_says_why(run: Run, arguments: list[str], code: int, said: str) -> None:
    found = run(*arguments)
    assert (found.exit_code, found.stdout) == (code, "")
    assert said in found.stderr
