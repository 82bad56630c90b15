"""Articles in files: which form a file has, and what becomes of what cannot be read."""

import json
from collections.abc import Iterator, Mapping

import pytest

from timeline.ingest import files
from timeline.ingest.files import Item

MILL = {"id": "m", "text": "The mill closed."}
PORT = {"id": "p", "text": "The port closed."}


def items(name: str, content: bytes) -> list[Item]:
    return list(files.items(name, content.splitlines(keepends=True)))


def packed(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", packed(MILL), [("a.json", MILL)]),
        ("a.json", packed([MILL, PORT]), [("a.json, item 1", MILL), ("a.json, item 2", PORT)]),
        ("a.JSON", json.dumps(MILL, indent=2).encode(), [("a.JSON", MILL)]),
        ("a.json", b"\xef\xbb\xbf" + packed(MILL), [("a.json", MILL)]),
        ("a.json", b"[]", []),
        ("a.ndjson", packed(MILL) + b"\n" + packed(PORT), [("a.ndjson:1", MILL), ("a.ndjson:2", PORT)]),
        ("a.jsonl", b"\n" + packed(MILL) + b"\r\n \n", [("a.jsonl:2", MILL)]),
        ("a.ndjson", b"", []),
        ("-", packed(MILL) + b"\n", [("stdin:1", MILL)]),
        ("in/mill.txt", b"The mill closed.", [("in/mill.txt", {"id": "mill", "text": "The mill closed."})]),
        ("mill", "The caf\u00e9 closed.\n".encode(), [("mill", {"id": "mill", "text": "The café closed.\n"})]),
        ("e.txt", b"", [("e.txt", {"id": "e", "text": ""})]),
    ],
)
def test_the_name_tells_the_form(name: str, content: bytes, expected: list[tuple[str, Mapping[str, object]]]) -> None:
    assert items(name, content) == [Item(where, fields) for where, fields in expected]


@pytest.mark.parametrize(
    ("name", "content", "where", "problem"),
    [
        ("a.json", b"{'id': 1}", "a.json", "is not JSON"),
        ("a.json", b"", "a.json", "is not JSON"),
        ("a.json", b"3", "a.json", "is not a JSON object"),
        ("a.ndjson", b"\xff\xfe{}\n", "a.ndjson:1", "is not JSON"),
        ("a.txt", b"The caf\xe9 closed.", "a.txt", "is not UTF-8: byte 7"),
        ("a.json", b"\xff{}", "a.json", "is not UTF-8: byte 0"),
        ("a.ndjson", b"[" * 100_000, "a.ndjson:1", "is not JSON"),
        ("a.json", b"9" * 10_000, "a.json", "is not JSON"),
    ],
)
def test_what_cannot_be_read_is_an_item_with_a_problem(name: str, content: bytes, where: str, problem: str) -> None:
    (found,) = items(name, content)
    assert (found.where, found.fields) == (where, {})
    assert found.problem.startswith(problem)


def test_a_bad_line_keeps_no_other_from_being_read() -> None:
    found = items("a.ndjson", packed(MILL) + b"\n{\n[1]\n" + packed(PORT) + b"\n")
    assert [(one.where, bool(one.problem)) for one in found] == [
        ("a.ndjson:1", False),
        ("a.ndjson:2", True),
        ("a.ndjson:3, item 1", True),
        ("a.ndjson:4", False),
    ]


def test_an_element_of_an_array_that_is_no_object_is_a_problem_of_its_own() -> None:
    for name in ("a.json", "a.ndjson"):
        found = items(name, packed([MILL, 3, PORT]))
        assert [bool(one.problem) for one in found] == [False, True, False]
        assert found[1].where.endswith(", item 2")


def test_lines_are_read_one_by_one() -> None:
    def content() -> Iterator[bytes]:
        yield packed(MILL) + b"\n"
        raise AssertionError("read too far")

    assert next(files.items("a.ndjson", content())).fields == MILL
