"""Tables: columns by name and mapped, delimiters, quoted lines, and rows that do not fit."""

import pytest

from tests.ingest.reading import article, problems, read
from timeline.ingest.files import Item, Options


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        ("title,text\nRain,It rained.\n", {"title": "Rain", "text": "It rained."}),
        (
            "Headline;BODY;Pub Date\nRain;It rained.;2024-11-05\n",
            {"title": "Rain", "text": "It rained.", "published": "2024-11-05"},
        ),
        (
            "url\toutlet\tcontent\nhttps://p.example/a\tPost\tIt rained.",
            {"url": "https://p.example/a", "source": "Post", "text": "It rained."},
        ),
        ("publication_date|article-text|note\r\n2024|It rained.|x\r\n", {"published": "2024", "text": "It rained."}),
        ('\ufeff"text"\n"It ""rained""."\n', {"text": 'It "rained".'}),
        ("text\nIt rained, and more.\n", None),
        ("text,title\nIt rained.,Rain,,\n", {"text": "It rained.", "title": "Rain"}),
    ],
)
def test_columns_are_known_by_name(content: str, fields: dict[str, str] | None) -> None:
    found = read("a.csv", content.encode())
    if fields is None:
        assert problems(found) == {"a.csv:2": "has 2 cells where the header has 1"}
    else:
        assert found == [Item("a.csv:2", fields)]


def test_columns_are_mapped_without_case() -> None:
    options = Options(columns={"text": "inhalt", "title": "Kopf"})
    assert article("a.csv", b"Kopf;INHALT;text\nRain;It rained.;x\n", options) == {
        "text": "It rained.",
        "title": "Rain",
    }


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"text": "nowhere"}, "has no column 'nowhere'; its columns are kopf, inhalt"),
        ({"texts": "inhalt"}, "'texts' is none of the fields id, title, text"),
        ({}, "has no column for the text; name it with --column text=NAME. Its columns are: kopf, inhalt"),
    ],
)
def test_a_table_without_a_text_names_its_columns(columns: dict[str, str], why: str) -> None:
    (found,) = read("a.csv", b"kopf;inhalt\nRain;It rained.\n", Options(columns=columns))
    assert (found.where, found.fields) == ("a.csv", {})
    assert found.problem.startswith(why)


def test_a_row_is_named_by_the_line_in_which_it_begins() -> None:
    found = read("a.csv", b'title,text\nA,"one\ntwo"\n\nB\nC,three\n')
    assert [(item.where, item.fields.get("text")) for item in found] == [
        ("a.csv:2", "one\ntwo"),
        ("a.csv:5", None),
        ("a.csv:6", "three"),
    ]
    assert problems(found) == {"a.csv:5": "has 1 cells where the header has 2"}


def test_a_row_with_only_an_address_is_to_be_fetched() -> None:
    (found,) = read("a.csv", b"link,title\nhttps://p.example/a,Rain\n")
    assert found.fields == {"url": "https://p.example/a", "title": "Rain"}
    assert "only an address" in found.problem


def test_a_long_cell_is_no_trouble() -> None:
    text = "It rained. " * 20_000
    assert article("a.csv", f"title,text\nRain,{text}\n".encode())["text"] == text.strip()
