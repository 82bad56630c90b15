"""Titles: an act as a headline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readings import told
from timeline.events import titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg closed the port of Bergen on Monday.", ["Anna Berg closed the port of Bergen"]),
        ("On Monday morning at 9 a.m. the ferry sank.", ["The ferry sank"]),
        ("In the week of 4 March, Anna Berg closed the port.", ["Anna Berg closed the port"]),
        (
            "The council voted in Bergen on Monday, 4 November to close the port.",
            ["The council voted in Bergen to close the port"],
        ),
        ("By Monday the crew had left Bergen.", ["The crew had left Bergen"]),
        ("The ferry carried 40 cars between 8 and 13 October.", ["The ferry carried 40 cars"]),
        ("The port was closed from Monday to Friday.", ["The port was closed"]),
        ("Last week, the port was closed until further notice.", ["The port was closed until further notice"]),
    ],
)
def test_the_time_and_its_prepositions_are_left_to_the_date(text: str, expected: list[str]) -> None:
    assert [mention.title for mention in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, the council voted on Monday to close the port.", ["The council voted to close the port"]),
        (
            "The crew left the ferry on Monday and reached Bergen on Tuesday.",
            ["The crew left the ferry", "The crew reached Bergen"],
        ),
        ("On Monday, the agency says, the ferry sank off Bergen.", ["The ferry sank off Bergen"]),
        ("The agency said on Friday that the ferry had sunk.", ["The agency said that the ferry had sunk"]),
        (
            "The ferry, which left Bergen on Monday, sank.",
            ["The ferry left Bergen"],
        ),
        ("Anna Berg signed the contract that Tom Holm wrote on Monday.", ["Tom Holm wrote the contract"]),
    ],
)
def test_an_act_is_told_by_itself(text: str, expected: list[str]) -> None:
    assert [mention.title for mention in told(text)] == expected


def test_a_pronoun_is_replaced_by_whom_it_stands_for() -> None:
    _, second = told("Anna Berg, the mayor, closed the port on Monday. She opened the school in Bergen.")
    assert second.title == "Anna Berg opened the school in Bergen"


def test_asides_go_where_the_title_is_long_and_stay_where_it_is_short() -> None:
    long = (
        "Anna Berg, the mayor of Bergen, who had been asked about the old ferry again and again, closed the port of "
        "Bergen at last on Monday."
    )
    assert told(long)[-1].title == "Anna Berg closed the port of Bergen at last"
    (short,) = told("Anna Berg, the mayor, closed the port on Monday.")
    assert short.title == "Anna Berg, the mayor, closed the port"


def test_a_title_that_is_still_too_long_ends_with_an_ellipsis_after_a_word() -> None:
    said = " and ".join(f"that the ferry carried goods of value to port {n}" for n in range(10, 20))
    (mention,) = told(f"Anna Berg told the council on Monday {said}.")
    assert 100 < len(mention.title) <= titles.LONGEST
    assert mention.title.endswith("…")
    assert f"Anna Berg told the council {said} ".startswith(mention.title.removesuffix("…") + " ")


WORDS = [
    *("Anna", "Berg", "the", "ferry", "council", "closed", "said", "sank", "left", "that", "which", "and", "before"),
    *("on", "Monday", "in", "May,", "after", "(", ")", "“", "”", "12"),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_no_title_is_longer_than_120_characters_or_ends_in_a_comma(words: list[str]) -> None:
    for mention in told(" ".join(["Anna Berg closed", *words, "on Monday."])):
        assert len(mention.title) <= titles.LONGEST
        assert mention.title == mention.title.strip(" ,;:-")
