"""`timeline load`: files of every form, and what happens to what cannot be loaded."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import exits, main
from timeline.core import edtf
from timeline.services import because, collections, library, timelines
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
    assert failure.startswith("a.ndjson:2")
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


@pytest.mark.parametrize("arguments", [["none.txt"], []])
def test_a_file_that_is_not_there_is_a_matter_of_usage(load: Run, arguments: list[str]) -> None:
    assert load(*arguments).exit_code == exits.USAGE


def test_a_collection_without_a_proper_name_is_a_matter_of_usage(load: Run) -> None:
    found = load("-", "--collection", "No such!", stdin=json.dumps(MILL))
    assert (found.exit_code, found.stdout) == (exits.USAGE, "")
    assert found.stderr.startswith("Error: ")


def test_a_database_that_does_not_answer_ends_it(load: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert load("-", stdin=json.dumps(MILL)).exit_code == exits.NO_DATABASE


def test_a_folder_is_loaded_with_all_that_is_in_it_and_a_second_time_nothing_is_new(
    load: Run, database: Database
) -> None:
    Path("saved/more").mkdir(parents=True)
    write("saved/a.txt", "Tom Holm left Oslo on Monday.")
    write("saved/more/b.csv", "Headline,Body,Link\nMill,The council closed the mill.,https://mail.example.org/mill-1\n")
    write("saved/more/c.md", "---\ntitle: Port\n---\nAnna Berg closed the port on Monday.\n")
    assert load("saved").stderr == "3 new, 0 changed, 0 unchanged, 0 failed\n"
    assert load("saved").stderr == "0 new, 0 changed, 3 unchanged, 0 failed\n"
    assert {article.title for article in library.listed(database, "story")} == {"", "Mill", "Port"}


def test_columns_are_mapped_by_options(load: Run, database: Database) -> None:
    name = write("table.csv", "nr,was\n7,Tom Holm left Oslo on Monday.\n")
    assert load(name, "--column", "text=was", "--column", "id=nr").exit_code == exits.DONE
    assert ids(database) == ["7"]


@pytest.mark.parametrize("column", ["body=was", "text", "text="])
def test_a_column_must_be_of_a_field(load: Run, column: str) -> None:
    found = load(write("table.csv", "was\nTom Holm left Oslo.\n"), "--column", column)
    assert found.exit_code == exits.USAGE
    assert "must be one of id, title, text" in found.stderr


def test_the_form_can_be_said(load: Run, database: Database) -> None:
    assert load(write("mill.txt", json.dumps(MILL)), "--form", "text").exit_code == exits.DONE
    assert library.listed(database, "story")[0].text == json.dumps(MILL)


PAGE = """<html lang="en"><head><title>Port closed</title>
<meta property="article:published_time" content="2024-11-06T09:30:00+01:00">
<meta property="article:modified_time" content="2024-11-08T12:00:00+01:00"></head><body><article><h1>Port closed</h1>
<p>Anna Berg closed the port of Bergen on Monday. The council had asked her to wait for the inspectors.</p>
<p>Dock workers met in the town hall and voted to go on strike until the port opens again.</p></article></body>
</html>"""


def test_a_saved_page_tells_when_it_appeared_and_why_that_is_believed(load: Run, database: Database) -> None:
    assert load(write("port.html", PAGE)).exit_code == exits.DONE
    (article,) = library.listed(database, "story")
    assert edtf.write(article.publication.interval) == "2024-11-06T08:30:00"
    assert (article.publication.trust, article.title) == ("page", "Port closed")
    assert [lost.trust for lost in article.publication.lost] == ["hint"]
    (closing,) = [event for event in timelines.whole(database, "story") if "closed the port" in event.title]
    assert closing.date.edtf == "2024-11-04"
    (why,) = because.of_steps(article.publication.derivation)
    assert why.text.startswith("The page's meta element says article:published_time")


def test_what_the_loader_says_counts_more_than_the_page(load: Run, database: Database) -> None:
    assert load(write("port.html", PAGE), "--published", "2024-11-13").exit_code == exits.DONE
    (article,) = library.listed(database, "story")
    assert (article.publication.trust, edtf.write(article.publication.interval)) == ("given", "2024-11-13")


def test_a_publication_date_that_may_be_wrong_is_told(load: Run) -> None:
    early = {**MILL, "text": "The council closed the mill on 5 December 2024."}
    told = load(write("mill.json", early)).stderr.splitlines()
    assert told[1] == (
        "In story one publication date is in doubt (1 before what is told as past); the articles' pages say why."
    )
