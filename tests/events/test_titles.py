"""Titles: an act as a headline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readings import named, told
from timeline.events import setting, signs


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
        ("On Monday a second tug was called in.", ["A second tug was called in"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old bridge is closed. The workers are in Bergen, he said on Monday.", "The workers are in Bergen"),
        ("The workers are in Bergen, Anna Berg said on Monday.", "The workers are in Bergen, Anna Berg said"),
    ],
)
def test_who_speaks_is_not_told_where_that_is_nobody_known(text: str, expected: str) -> None:
    assert told(text)[-1].title == expected


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


LONG = (
    "The crew threw the ropes, the nets and the barrels of the ferry into the sea off Bergen on Monday, while the "
    "coast guard waited in the harbour with two tugs and a helicopter."
)
MANY = f"Anna Berg told the council on Monday {' and '.join(f'that the ferry carried {n} cars' for n in range(9))}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LONG, "The crew threw the ropes, the nets and the barrels of the ferry into the sea off Bergen"),
        (MANY, "Anna Berg told the council that the ferry carried 0 cars"),
    ],
)
def test_a_title_that_is_still_too_long_is_cut_before_a_phrase(text: str, expected: str) -> None:
    assert told(text)[0].title == expected


def test_a_title_that_cannot_be_cut_before_a_phrase_ends_with_an_ellipsis_after_a_word() -> None:
    said = ", ".join(["the harbour is old and the ferry is older"] * 6)
    (mention,) = told(f'"It is said that {said}," Anna Berg said on Monday.')
    assert 100 < len(mention.title) <= setting.LONGEST
    assert mention.title.endswith('…"')


def test_the_marks_that_close_quotations_count_too() -> None:
    text = "Anna Berg said: " + " ".join("“" + "x" * n for n in (20, 20, 20, 34))
    for more in range(15):
        title = setting.plain(text + "x" * more)
        assert len(title) <= setting.LONGEST
        assert title.count("“") == title.count("”")


def title_of(act: str, text: str) -> str:
    """The title of an act that a text only names in passing."""
    (found,) = [mention for mention in named(text) if mention.act == act and not mention.told]
    return found.title


@pytest.mark.parametrize(
    ("act", "text", "expected"),
    [
        ("train", "About 40 divers went to Bergen to be trained.", "About 40 divers went to Bergen to be trained"),
        ("attack", "Anna Berg fled when she was attacked in the harbour.", "Anna Berg fled when she was attacked in"),
        ("hire", "Anna Berg sold the ferry after hiring a lawyer.", "Anna Berg sold the ferry after hiring a lawyer"),
        ("rescue", "The divers rescued from the river thanked the crew.", "The divers rescued from the river thanked"),
    ],
)
def test_an_act_that_cannot_be_told_by_itself_is_told_by_the_clause_around_it(
    act: str, text: str, expected: str
) -> None:
    assert title_of(act, text).startswith(expected)


def test_an_act_with_a_subject_of_its_own_is_told_by_itself() -> None:
    text = "Anna Berg wept on Monday when the storm sank the ferry in the harbour."
    assert title_of("sink", text) == "The storm sank the ferry in the harbour"


def test_the_time_of_an_act_named_in_passing_is_left_to_its_date() -> None:
    text = "The crew fled on Monday after an explosion in the harbour of Bergen."
    assert title_of("explosion", text) == "The crew fled after an explosion in the harbour of Bergen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg opened the school. On Monday she closed the port.", "Anna Berg closed the port"),
        ("Anna Berg opened the school. On Monday her lawyer closed the port.", "Anna Berg’s lawyer closed the port"),
        ("The old bridge is closed. It was built of stone in 1840.", "The old bridge was built of stone"),
        ("The Holm is in port. On Monday it left Bergen.", "The Holm left Bergen"),
        ("Anna Berg left Bergen, Tom Holm said. On Monday she closed the port.", "Anna Berg closed the port"),
        ("Anna Berg left Bergen, Tom Holm said. He also said on Monday that it rained.", "Tom Holm also said that it"),
        ("The port is closed. It lost 40 ships on Monday, Anna Berg said.", "The port lost 40 ships"),
    ],
)
def test_a_pronoun_as_subject_is_the_subject_of_the_sentence_before(text: str, expected: str) -> None:
    assert told(text)[-1].title.startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old bridge is closed. They left Bergen on Monday.", "They left Bergen"),
        ("The old bridge is closed. He left Bergen on Monday.", "He left Bergen"),
        ("She had left Bergen, Tom Holm said. On Monday he closed the port.", "He closed the port"),
        ('Anna Berg left. "She was a friend to all of us," Tom Holm said on Monday.', '"She was a friend to all'),
        ("Anna Berg left. Tom Holm said on Monday that he was ill.", "Tom Holm said that he was ill"),
    ],
)
def test_a_pronoun_stays_where_it_stands_for_another_or_is_quoted(text: str, expected: str) -> None:
    assert told(text)[-1].title.startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But the council closed the port on Monday.", "The council closed the port"),
        (
            "After a long night of talks in the town hall, the council closed the port of Bergen on Monday.",
            "The council closed the port of Bergen",
        ),
        (
            "In the town hall of Bergen, the council voted on Monday to close the port to the old ferries.",
            "The council voted to close the port to the old ferries",
        ),
        ("In Bergen the ferry sank on Monday.", "In Bergen the ferry sank"),
        (
            "If the council agrees, the port of Bergen will be closed to the old ferries on Monday.",
            "If the council agrees, the port of Bergen will be closed to the old ferries",
        ),
        ("The storm, in which the ferry sank on Monday, hit Bergen.", "The ferry sank"),
    ],
)
def test_what_leads_to_the_subject_goes_unless_it_is_a_condition_or_little_is_left(text: str, expected: str) -> None:
    assert told(text)[0].title == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire stemmed on Monday from a 1999 contract.", "The fire stemmed from a 1999 contract"),
        ("The ferry hit a 48-year-old man on Monday.", "The ferry hit a 48-year-old man"),
        ("Anna Berg, who was 48, closed the port on Monday.", "Anna Berg, who was 48, closed the port"),
    ],
)
def test_a_time_that_says_which_thing_is_meant_stays(text: str, expected: str) -> None:
    assert told(text)[0].title == expected


def test_an_aside_between_subject_and_verb_takes_both_its_commas_along() -> None:
    text = (
        "The port of Bergen, which had been the pride of the whole west coast for two hundred years, was closed to all "
        "of the old ferries on Monday."
    )
    assert told(text)[-1].title == "The port of Bergen was closed to all of the old ferries"


def test_a_participle_between_commas_is_an_aside() -> None:
    text = (
        "The mayor of Bergen, fighting for the last of the old ferries with all the means of her office, closed the "
        "port to cars on Monday."
    )
    assert told(text)[-1].title == "The mayor of Bergen closed the port to cars"


def test_what_is_left_out_before_an_attribution_leaves_its_comma() -> None:
    text = (
        "The ferry of the old company lay in a dock, which had been built for much smaller ships in the last century, "
        "Anna Berg said on Monday."
    )
    assert told(text)[-1].title == "The ferry of the old company lay in a dock, Anna Berg said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank at 9: 30 p. m. on Monday.", "The ferry sank"),
        ("The ferry hit a 48 - year - old man on Monday.", "The ferry hit a 48-year-old man"),
        ("Anna Berg closed a state - owned port on Monday.", "Anna Berg closed a state-owned port"),
        ("Anna Berg closed Bergen ’ s port on Monday.", "Anna Berg closed Bergen’s port"),
        ("Anna Berg sold the port for $ 20, 000 on Monday.", "Anna Berg sold the port for $20,000"),
        ("Anna Berg (48, of Bergen) closed the port on Monday.", "Anna Berg closed the port"),
        ('Anna Berg closed the " Blue Port " on Monday.', 'Anna Berg closed the "Blue Port"'),
        ("The council - led by Anna Berg - closed the port on Monday.", "The council - led by Anna Berg - closed"),
    ],
)
def test_signs_that_were_drawn_apart_are_joined_in_a_title(text: str, expected: str) -> None:
    assert told(text)[0].title.startswith(expected)
    assert told(text)[0].text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She left," Anna Berg said', '"She left," Anna Berg said'),
        ('Anna Berg said, "The port is', 'Anna Berg said, "The port is"'),
        ("Anna Berg said: “The port is", "Anna Berg said: “The port is”"),
        ('Anna Berg closed the "Blue Port"', 'Anna Berg closed the "Blue Port"'),
        ('Anna Berg closed the port."', "Anna Berg closed the port"),
    ],
)
def test_a_quotation_has_both_of_its_marks(text: str, expected: str) -> None:
    assert signs.paired(signs.tidy(text)).removesuffix(".") == expected


WORDS = [
    *("Anna", "Berg", "the", "ferry", "council", "closed", "said", "sank", "left", "that", "which", "and", "before"),
    *("on", "Monday", "in", "May,", "after", "(", ")", "“", "”", "12"),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_no_title_is_longer_than_120_characters_or_ends_in_a_comma(words: list[str]) -> None:
    for mention in told(" ".join(["Anna Berg closed", *words, "on Monday."])):
        assert 0 < len(mention.title) <= setting.LONGEST
        assert mention.title == mention.title.strip(" ,;:-")


@pytest.mark.parametrize(
    "text",
    [
        "com / oslo / mill - tom - holm - jr - bergen - ferry - thief - escaped - and - armed",
        "The harbour - master - escaped - and - sank - on - Monday.",
        "A 48 - year - old - and - armed - sailor - fled -",
    ],
)
def test_hyphens_of_an_address_leave_nothing_unprintable(text: str) -> None:
    assert all(mention.title.isprintable() and not mention.title.endswith("-") for mention in named(text))
