"""`timeline tag`: NDJSON in, TIMEX3 out, without a database."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import exits, main


def tag(*lines: object, name: str = "-") -> Result:
    content = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return CliRunner().invoke(main, ["tag", name], input=content, catch_exceptions=False)


def tagged(**document: str) -> list[dict[str, object]]:
    found = tag(document)
    assert found.exit_code == 0
    timexes: list[dict[str, object]] = json.loads(found.stdout)["timexes"]
    return timexes


def test_each_line_has_its_answer_with_its_id() -> None:
    text = "The mill 😀 closed three weeks ago, in the mid-90s style."
    first = {"id": "n1", "dct": "2024-03-15", "text": text}
    found = tag(first, "", {"id": 7, "text": "Nothing here."})
    assert found.exit_code == 0
    one, two = [json.loads(line) for line in found.stdout.splitlines()]
    assert (one["id"], two) == ("n1", {"id": 7, "timexes": []})
    assert one["timexes"] == [
        {"start": 18, "end": 33, "text": "three weeks ago", "type": "DATE", "value": "2024-W08"},
        {"start": 38, "end": 49, "text": "the mid-90s", "type": "DATE", "value": "199", "mod": "MID"},
    ]


@pytest.mark.parametrize(
    ("dct", "value"),
    [("2024-11-06", "2024-11-05"), ("2024-11-06T01:00:00Z", "2024-11-05"), ("2024-11-06T10:00:00+01:00", "2024-11-05")],
)
def test_dct_is_a_day_or_an_instant(dct: str, value: str) -> None:
    assert [timex["value"] for timex in tagged(id="a", dct=dct, text="It closed yesterday.")] == [value]


def test_without_dct_what_needs_it_is_open() -> None:
    (timex,) = tagged(id="a", text="It closed on 5 November 2024.")
    assert timex["value"] == "2024-11-05"
    (timex,) = tagged(id="a", text="It closed yesterday.")
    assert (timex["text"], timex["type"], timex["value"]) == ("yesterday", "DATE", "XXXX-XX-XX")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "Expecting"),
        ("[1]", "is not a JSON object"),
        ("3", "is not a JSON object"),
        ('{"id": "a"}', "text is missing"),
        ('{"id": "a", "text": 3}', "text must be a string"),
        ('{"id": "a", "dct": "soon", "text": "Today."}', "soon"),
        ('{"id": "a", "dct": 20241105, "text": "Today."}', "dct must be a string"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_bad_line_is_named_and_keeps_no_other_from_its_answer(line: str, why: str) -> None:
    found = tag(line, {"id": "b", "text": "Nothing here."})
    assert found.exit_code == exits.SOME_FAILED
    assert found.stdout == '{"id": "b", "timexes": []}\n'
    assert found.stderr.startswith("stdin:1: ")
    assert why in found.stderr
    assert found.stderr.count("\n") == 1


def test_a_file_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "in.ndjson"
    path.write_text('{"id": "a", "text": "In 1998."}\n')
    assert json.loads(tag(name=str(path)).stdout)["timexes"][0]["value"] == "1998"
    assert tag(name=str(tmp_path / "none")).exit_code == exits.USAGE


def test_explain_says_why_and_why_not() -> None:
    document = {"id": "a", "dct": "2024-11-06", "text": "May 3 mills close on Tuesday, as in World War II?"}
    found = CliRunner().invoke(main, ["tag", "--explain"], input=json.dumps(document), catch_exceptions=False)
    answer = json.loads(found.stdout)
    (timex,) = [one for one in answer["timexes"] if one["text"] == "Tuesday"]
    assert timex["value"] == "2024-11-05"
    assert timex["because"][-1] == "“Tuesday” is the last such day up to the publication: Tuesday, 5 November 2024."
    assert {"start": 36, "end": 48, "text": "World War II", "reason": "a name, not a date, to TIMEX3"} in answer[
        "rejected"
    ]
    assert all(one["reason"] for one in answer["rejected"])
    starts = [one["start"] for one in answer["rejected"]]
    assert starts == sorted(starts)


def test_explain_answers_a_bad_line_as_ever() -> None:
    found = CliRunner().invoke(main, ["tag", "--explain"], input="3\n{}\n")
    assert (found.exit_code, found.stdout) == (exits.SOME_FAILED, "")
