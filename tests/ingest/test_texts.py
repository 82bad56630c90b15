"""Plain text and Markdown: offsets that hold, front matter, and what a reader sees of marks."""

import pytest

from tests.ingest.reading import article, read
from timeline.ingest.files import Options


def test_plain_text_is_left_as_it_came() -> None:
    assert article("in/rain.txt", b" It rained.\r\n\r\n") == {"id": "rain", "text": " It rained.\r\n\r\n"}


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: Rain\ndate: 2024-11-05\nlink: https://p.example/a\ntags: [a, b]\n---\n",
        '+++\ntitle = "Rain"\ndate = 2024-11-05\nlink = "https://p.example/a"\n+++\n',
        "---\r\nTitle: Rain\r\ndate: 2024-11-05\r\nlink: https://p.example/a\r\n---\r\n",
    ],
)
def test_front_matter_names_the_fields(matter: str) -> None:
    assert article("a.md", (matter + "\nIt rained.\n").encode()) == {
        "title": "Rain",
        "published": "2024-11-05",
        "url": "https://p.example/a",
        "text": "It rained.",
    }


def test_an_instant_in_front_matter_keeps_its_zone() -> None:
    found = article("a.md", b"---\ndate: 2024-11-05T14:05:00+01:00\nid: 7\n---\nIt rained.")
    assert (found["published"], found["id"]) == ("2024-11-05T14:05:00+01:00", "7")


def test_a_column_may_be_mapped_in_front_matter_too() -> None:
    found = article("a.md", b"---\nkopf: Rain\n---\nIt rained.", Options(columns={"title": "kopf"}))
    assert found["title"] == "Rain"


def test_the_first_heading_is_the_title_where_nothing_else_is() -> None:
    assert article("a.md", b"# Rain in **Arnby** #\n\nIt rained.\n") == {
        "id": "a",
        "title": "Rain in Arnby",
        "text": "It rained.",
    }


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("## The mill", "The mill"),
        ("## The mill ##", "The mill"),
        ("## Written in C#", "Written in C#"),
        ("The [mill](https://p.example/2024/11/05/mill) closed.", "The mill closed."),
        ('A [law](https://p.example/a_(b) "The law") passed.', "A law passed."),
        ("![The mill](mill.png)", "The mill"),
        ("See <https://p.example/a>.", "See https://p.example/a."),
        ("It was **not** mended.", "It was not mended."),
        ("2 ** 3 ** 4 and snake__case__name", "2 ** 3 ** 4 and snake__case__name"),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_marks_are_not_part_of_the_text(written: str, seen: str) -> None:
    assert article("a.md", f"It rained.\n\n{written}\n".encode())["text"] == f"It rained.\n\n{seen}"


def test_a_text_between_rules_is_no_front_matter() -> None:
    assert article("a.md", b"---\nIt rained.\n---\nIt snowed.")["text"] == "---\nIt rained.\n---\nIt snowed."


def test_front_matter_that_is_broken_is_a_problem() -> None:
    for matter in (b"---\ntitle: [Rain\n---\n", b"+++\ntitle = Rain\n+++\n", b"+++\ntitle = 1\n"):
        (found,) = read("a.md", matter + b"It rained.")
        assert found.problem.startswith("has front matter that cannot be read")
