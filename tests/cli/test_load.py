"""`timeline load`: files of every form, and what happens to what cannot be loaded."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import exits, main
from timeline.core import edtf
from timeline.services import collections, library
from timeline.storage.database import Database

Run = Callable[..., Result]

MILL = {"id": "mill", "text": "The council closed the mill on Monday.", "published": "2024-11-06", "source": "Mail"}
PORT = {"id": "port", "text": "Anna Berg closed the port on Monday.", "published": "2024-11-06", "source": "Post"}


@pytest.fixture
def load(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Load files into the collection 'story', in a folder of their own."""
    monkeypatch.setenv("TIMELINE_DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)
    command = ["load", "--collection", "story"]
    return lambda *more, stdin="": CliRunner().invoke(main, [*command, *more], input=stdin, catch_exceptions=False)


def write(name: str, content: object) -> str:
    Path(name).write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return name


def ids(database: Database) -> list[str]:
    return [article.id for article in library.listed(database, "story")]


def test_files_of_every_form_make_one_collection(load: Run, database: Database) -> None:
    names = [
        write("a.txt", "Tom Holm left Oslo on Monday."),
        write("b.json", MILL),
        write("c.json", [PORT, {**PORT, "id": "port-2"}]),
        write("d.ndjson", json.dumps({**MILL, "id": "mill-2"}) + "\n\n" + json.dumps({**MILL, "id": "mill-3"})),
    ]
    found = load(*names)
    assert (found.exit_code, found.stdout) == (exits.DONE, "")
    assert found.stderr == "6 new, 0 changed, 0 unchanged, 0 failed\n"
    assert ids(database) == ["a", "mill", "mill-2", "mill-3", "port", "port-2"]


def test_a_dash_reads_lines_from_standard_input(load: Run, database: Database) -> None:
    found = load("-", stdin=json.dumps(MILL) + "\n" + json.dumps(PORT) + "\n")
    assert found.exit_code == exits.DONE
    assert ids(database) == ["mill", "port"]
    assert collections.get(database, "story").events == 2


def test_a_second_time_nothing_is_new_and_a_changed_text_is_a_change(load: Run, database: Database) -> None:
    name = write("mill.json", MILL)
    assert load(name).stderr.startswith("1 new, 0 changed, 0 unchanged")
    assert load(name).stderr.startswith("0 new, 0 changed, 1 unchanged")
    write(name, {**MILL, "text": "The council closed the mill on Tuesday."})
    assert load(name).stderr.startswith("0 new, 1 changed, 0 unchanged")
    assert [article.revision for article in library.listed(database, "story")] == [2]


def test_options_fill_in_what_the_articles_do_not_say(load: Run, database: Database) -> None:
    names = [write("a.txt", "Tom Holm left Oslo on Monday."), write("mill.json", {**MILL, "zone": "Asia/Seoul"})]
    assert (
        load(*names, "--published", "2024-11-07", "--source", "Desk", "--zone", "Europe/Oslo").exit_code == exits.DONE
    )
    one, mill = library.listed(database, "story")
    assert (edtf.write(one.publication.interval), one.source, one.zone) == ("2024-11-07", "Desk", "Europe/Oslo")
    assert (edtf.write(mill.publication.interval), mill.source, mill.zone) == ("2024-11-06", "Mail", "Asia/Seoul")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not a JSON object"),
        ('{"id": "a"}', "text is missing"),
        ('{"id": "a", "text": ""}', "text is empty"),
        ('{"id": "a", "text": 3}', "text"),
        ('{"id": "a", "text": "It rained.", "published": "soon"}', "published"),
        ('{"id": "a", "text": "It rained.", "published": "2999-01-01"}', "future"),
        ('{"id": "a", "text": "It rained.", "url": "ftp://a"}', "url"),
        ('{"id": "a", "text": "It rained.", "zone": "Mars/Base"}', "Mars/Base"),
        (json.dumps({"id": "a", "text": "a" * 1_000_001}), "1,000,001 characters"),
    ],
)
def test_a_bad_item_is_named_and_the_others_are_loaded(load: Run, database: Database, bad: str, why: str) -> None:
    found = load(write("a.ndjson", "\n".join([json.dumps(MILL), bad, json.dumps(PORT)])))
    assert found.exit_code == exits.SOME_FAILED
    failure, counts = found.stderr.splitlines()
    assert failure.startswith("a.ndjson:2: ")
    assert why in failure
    assert counts == "2 new, 0 changed, 0 unchanged, 1 failed"
    assert ids(database) == ["mill", "port"]
    assert collections.get(database, "story").events == 2


def test_a_file_that_is_no_text_is_named(load: Run, database: Database) -> None:
    Path("bad.txt").write_bytes(b"caf\xe9")
    found = load("bad.txt", write("mill.json", MILL))
    assert found.exit_code == exits.SOME_FAILED
    assert found.stderr.startswith("bad.txt: is not UTF-8")
    assert ids(database) == ["mill"]


@pytest.mark.parametrize("arguments", [["none.txt"], ["."], []])
def test_a_file_that_is_not_there_is_a_matter_of_usage(load: Run, arguments: list[str]) -> None:
    assert load(*arguments).exit_code == exits.USAGE


def test_a_collection_without_a_proper_name_is_a_matter_of_usage(load: Run) -> None:
    found = load("-", "--collection", "No such!", stdin=json.dumps(MILL))
    assert (found.exit_code, found.stdout) == (exits.USAGE, "")
    assert found.stderr.startswith("Error: ")


def test_a_database_that_does_not_answer_ends_it(load: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert load("-", stdin=json.dumps(MILL)).exit_code == exits.NO_DATABASE
