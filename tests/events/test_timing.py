"""Which expression dates which clause."""

import pytest

from tests.readings import sentences, told
from timeline.core.mention import Basis
from timeline.events import timing
from timeline.events.parsed import parse
from timeline.resolve import read as read_time


def dated(text: str) -> list[tuple[str, list[str]]]:
    """The acts that a text tells, each with the sieves that found its times."""
    return [(mention.act, [f"{when.sieve} {when.basis}" for when in mention.when]) for mention in told(text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ferry Alma sank in the harbour, drowning two sailors on Monday.", "sink"),
        ("Anna Berg met the council to discuss the port on Monday.", "meet"),
        ("The navy raised a ferry carrying 40 cars on Monday.", "raise"),
    ],
)
def test_an_act_takes_the_time_of_what_is_told_in_one_with_it(text: str, act: str) -> None:
    assert dated(text) == [(act, ["sentence inferred"])]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg presented a plan to close the port on Friday.",
        "Anna Berg, who had left Oslo on Monday, closed two schools.",
        "Anna Berg agreed to pay the 40 sailors by Friday.",
    ],
)
def test_plans_and_clauses_with_a_tense_keep_their_times_to_themselves(text: str) -> None:
    assert not [sieves for act, sieves in dated(text) if act in {"present", "close", "agree"} and sieves]


def test_a_time_of_its_own_is_enough() -> None:
    assert dated("On Monday Anna Berg closed the port, ending a strike that began on Friday.")[0] == (
        "close",
        ["clause explicit"],
    )


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The timetable of April has held.", "timetable"),
        ("Monday's talks are over.", "talks"),
        ("The singer, one of the stars of the 1940s and 1950s, died in Oslo.", "stars"),
        ("Anna Berg was questioned over the May 3 fire.", "fire"),
        ("The mayor opened the hall at a Monday meeting.", None),
        ("The mayor announced Monday deep cuts.", None),
        ("The fire broke out in the small hours of Sunday.", None),
        ("The mayor opened the hall on Monday.", None),
    ],
)
def test_a_time_beside_a_noun_dates_that_noun(text: str, noun: str | None) -> None:
    (sentence,) = parse(sentences(text), read_time(text).expressions)
    (at,) = {timing.thing(sentence, expression) for expression in sentence.inside[-1:]}
    assert (at if at is None else sentence.tokens[at].text) == noun


def test_the_time_of_a_noun_does_not_date_the_act() -> None:
    assert dated("Anna Berg was arrested over the May 3 fire in Oslo.") == [("arrest", [])]
    (mention,) = told("The mayor opened the hall in the small hours of Sunday.")
    assert [when.basis for when in mention.when] == [Basis.EXPLICIT]
