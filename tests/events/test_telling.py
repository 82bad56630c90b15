"""What is an event and what is not, and when it happened: the acts that a text tells, with the words that date them."""

import pytest

from tests.readings import told
from timeline.core.mention import Basis, Status


def acts(text: str) -> list[str]:
    return [mention.act for mention in told(text)]


def dating(text: str) -> list[tuple[str, list[str]]]:
    """Each act with the first word of the expressions that explicitly date it."""
    return [
        (m.act, [text[w.start :].split()[0].strip(".,") for w in m.when if w.basis is Basis.EXPLICIT])
        for m in told(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed the bridge on Monday.", ["close"]),
        ("The bridge was closed on Monday.", ["close"]),
        ("Anna Berg closed the port.", ["close"]),
        ("Anna Berg said that the port was safe.", ["say"]),
        ("A spokesman said that the port was safe.", ["say"]),
        ("The council was told by Anna Berg that the port was safe.", ["tell"]),
        ("12 ferries are being sent to Bergen.", ["send"]),
        ("The minister is expected to meet the mayor on Friday.", ["meet"]),
        ("The ferry, which left Bergen on Monday, sank on Tuesday.", ["leave", "sink"]),
        ("The crew left the ferry on Monday and reached Bergen on Tuesday.", ["leave", "reach"]),
        ("The ferry sank on Monday, the agency said on Friday.", ["sink", "say"]),
        ("The ferry sank on Monday, the agency said.", ["sink"]),
    ],
)
def test_an_act_with_a_time_and_the_word_of_somebody_are_events(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office has 40 rooms.",
        "Anna Berg is the mayor of Bergen.",
        "Anna Berg knew the captain.",
        "The ferry was late on Monday.",
        "Did Anna Berg close the port on Monday?",
        "The company did not sign the contract on Monday.",
        "No ship left the port on Monday.",
        "Anna Berg did not comment on Monday.",
        "Anna Berg would not say whether anybody had been hurt on Monday.",
        "The wreck can be seen from Bergen on Sundays.",
        "The divers were watching the wreck on Monday.",
        "One reader wrote that the old ferry was never safe.",
        'A reader wrote: "The ferry sank on Monday."',
        "Reports say that the ferry sank.",
        "People went home.",
        "Topics: Ferries that sank on Monday, Bergen",
        "Photo: Anna Berg closed the port on Monday",
        "",
    ],
)
def test_states_questions_denials_and_the_talk_of_anybody_are_none(text: str) -> None:
    assert acts(text) == []


def test_what_is_quoted_is_told_by_its_speaker_only() -> None:
    (mention,) = told('"The ferry sank on Monday," Anna Berg said.')
    assert (mention.act, mention.actor, mention.when) == ("say", "berg", ())
    assert mention.quotations == ("The ferry sank on Monday,",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank on Monday, the agency said on Friday.", [("sink", ["Monday"]), ("say", ["Friday"])]),
        ("The agency said on Friday that the ferry sank on Monday.", [("say", ["Friday"]), ("sink", ["Monday"])]),
        ("On Monday, the agency says, the ferry sank off Bergen.", [("sink", ["Monday"])]),
        ("The ferry carried 40 cars between 8 and 13 October.", [("carry", ["8"])]),
        ("The port was closed from Monday to Friday.", [("close", ["Monday"])]),
        ("The ferry, which left Bergen on Monday, sank on Tuesday.", [("leave", ["Monday"]), ("sink", ["Tuesday"])]),
    ],
)
def test_a_time_dates_the_act_of_its_own_clause(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert dating(text) == expected


def test_a_period_that_lasts_only_bounds() -> None:
    (mention,) = told("Anna Berg has closed three ports since the Russia-Ukraine war began.")
    assert [when.basis for when in mention.when] == [Basis.BOUND]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The ferry sank on Monday. The crew reached Bergen by boat.", [Basis.INFERRED]),
        ("The ferry sank on Monday. The crew had left Bergen by boat.", []),
        ("The ferry sank on Monday. The crew reached Bergen on Tuesday.", [Basis.EXPLICIT]),
        ("The ferry sank on Monday.\nThe crew reached Bergen by boat.", []),
    ],
)
def test_a_story_goes_on_at_the_time_of_the_sentence_before(text: str, basis: list[Basis]) -> None:
    assert [when.basis for when in told(text)[1].when] == basis


def test_a_plan_is_no_happening() -> None:
    (mention,) = told("The minister is expected to meet the mayor on Friday.")
    assert (mention.actor, mention.objects, mention.status) == ("minister", ("mayor",), Status.PLANNED)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Anna Berg put the toll at ninety on Monday.", True),
        ("The army put the number of ships on Monday at 40.", True),
        ("Anna Berg put the old lamp on the table on Monday.", False),
        ("The champion put Tom Holm on the canvas on Monday.", False),
    ],
)
def test_a_verb_that_says_figures_says_nothing_else(text: str, *, statement: bool) -> None:
    (mention,) = told(text)
    assert mention.statement == statement
