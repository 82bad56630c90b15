"""Cells that would be formulas: marked as text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.reading import article
from timeline.ingest import formulas


@given(st.text(st.sampled_from("'=+-@\uff1d \t\n\ra1"), max_size=5))
def test_every_text_comes_back_and_none_is_a_formula(text: str) -> None:
    cell = formulas.marked(text)
    assert formulas.unmarked(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\uff1d", " ", "\t", "\n", "\r"))


@pytest.mark.parametrize("text", ["It rained.", "'Tis raining.", "1+1", "", "'", "a=b"])
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    assert formulas.marked(text) == formulas.unmarked(text) == text


def test_a_table_is_read_without_its_marks() -> None:
    found = article("a.csv", b"title,text\n'=1+1,\"'\n  It rained.\"\n")
    assert found == {"title": "=1+1", "text": "\n  It rained."}
