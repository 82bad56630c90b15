"""How names are cleaned, and what is none."""

import pytest

from timeline.events import naming


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Harbour Board", "Harbour Board"),
        ("Anna Berg’s", "Anna Berg"),
        ("the Holms’", "Holms"),
        ("“Alma", "Alma"),
        ("Harbour Board (HB", "Harbour Board"),
        ("HARBOUR BOARD", "Harbour Board"),
        ("Anna  Berg", "Anna Berg"),
        ("Anna Berg of", "Anna Berg"),
        ("U. S", "U.S"),
    ],
)
def test_a_name_is_cleaned(text: str, name: str) -> None:
    assert naming.clean(text) == name


@pytest.mark.parametrize(
    "text",
    ["harbour", "12", "March", "Monday", "GMT", "Russian", "Greeks", "President", "Mr", "Prime Minister", "", "’s",
     "Harbour\nBoard", "The Long Name of a Board That Is Longer Than Any Name Ever Was Before", "A B C D E F G H I J"],
)  # fmt: skip
def test_what_is_no_name_is_dropped(text: str) -> None:
    assert naming.clean(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Berg", "Berg"),
        ("Lt. Col. Tom Holm", "Tom Holm"),
        ("Sen. Berg", "Berg"),
        ("Vice President Anna Berg", "Anna Berg"),
        ("Norwegian Prime Minister Anna Berg", "Anna Berg"),
        ("U.S. President Tom Holm", "Tom Holm"),
        ("Tom Holm 3 - 1", "Tom Holm"),
        ("Norwegian Berg", "Norwegian Berg"),
        ("Queen Anna", "Queen Anna"),
        ("President", "President"),
    ],
)
def test_a_title_is_no_part_of_a_name(text: str, name: str) -> None:
    assert naming.untitled(text) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Berg", ("anna", "berg")),
        ("Tom Holm Jr.", ("tom", "holm")),
        ("Anna “Red” Berg", ("anna", "berg")),
        ("Tom van der Holm", ("tom", "van der holm")),
        ("Omar al-Hadi", ("omar", "hadi")),
        ("Anna Berg - Holm", ("anna", "berg holm")),
        ("Jr", ("jr",)),
    ],
)
def test_a_surname_may_have_several_words(text: str, words: tuple[str, ...]) -> None:
    assert naming.words(text) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kremlin", "organisation"),
        ("the White House", "organisation"),
        ("Harbour Street", "place"),
        ("Harbour Ministry", "organisation"),
        ("AFP", "organisation"),
        ("Street", ""),
        ("Anna Berg", ""),
    ],
)
def test_some_kinds_are_known_whatever_the_model_says(text: str, kind: str) -> None:
    assert naming.ruled(text) == kind
