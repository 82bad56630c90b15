"""Names: of which kind they are, and what does not belong to them."""

import pytest

from timeline.core.text import Name
from timeline.language import names


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", "person"), ("ORG", "organisation"), ("GPE", "place"), ("LOC", "place"), ("FAC", "place")],
)
def test_an_entity_that_counts_has_a_kind(label: str, kind: str) -> None:
    assert names.name(10, "Alma", label) == Name(10, 14, "Alma", kind)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the European Union", "European Union"),
        ("President Anna Berg's", "Anna Berg"),
        ("Gov. Anna Berg", "Anna Berg"),
        ("Army Lt. Col. Tom Holm", "Tom Holm"),
        ("Mr. Holm", "Holm"),
        ("Holm’s", "Holm"),
        ("“Holm,”", "Holm"),
        ("the US Army", "US Army"),
        ("Army Corps of Engineers", "Army Corps of Engineers"),
        ("General Motors", "General Motors"),
    ],
)
def test_articles_titles_marks_and_possessives_are_left_out(text: str, bare: str) -> None:
    found = names.name(0, text, "ORG")
    assert found is not None
    assert (found.text, text[found.start : found.end]) == (bare, bare)


@pytest.mark.parametrize(
    ("text", "label"),
    [("Monday", "DATE"), ("the", "ORG"), ("the harbour", "ORG"), ("Berg\nHolm", "PERSON"), ("", "ORG")],
)
def test_what_is_no_name_is_none(text: str, label: str) -> None:
    assert names.name(0, text, label) is None
