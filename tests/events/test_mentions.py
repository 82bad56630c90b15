"""Mentions: what is kept of an act besides its time."""

import pytest

from tests.readings import told
from timeline.core.mention import Basis, Status, When


def test_a_mention_is_of_its_sentence() -> None:
    text = "It rained.\nAnna Berg closed the port on Monday. Nobody came."
    (mention,) = told(text)
    assert text[mention.start : mention.end] == mention.text == "Anna Berg closed the port on Monday."
    assert [(n.text, n.kind) for n in mention.names] == [("Anna Berg", "person")]


@pytest.mark.parametrize(
    ("text", "statement", "actor", "speaker"),
    [
        ("Anna Berg said on Monday that the port was safe.", True, "berg", "Anna Berg"),
        ("Anna Berg closed the port on Monday.", False, "berg", ""),
        ("Anna Berg said that Tom Holm left Bergen on Monday.", False, "holm", "Anna Berg"),
        ("The port was closed on Monday, the agency said.", False, "", "the agency"),
        ("The port was closed on Monday by the council.", False, "council", ""),
    ],
)
def test_words_and_deeds_are_told_apart(text: str, statement: bool, actor: str, speaker: str) -> None:
    (mention,) = told(text)
    assert (mention.statement, mention.actor, mention.speaker) == (statement, actor, speaker)


def test_two_dated_acts_of_one_sentence_are_two_mentions() -> None:
    first, second = told("The crew left the ferry on Monday and reached Bergen on Tuesday.")
    assert (first.act, first.actor, first.objects) == ("leave", "crew", ("ferry",))
    assert (second.act, second.actor, second.objects) == ("reach", "crew", ("bergen",))
    assert (first.start, first.end) == (second.start, second.end)
    assert first.when != second.when


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Anna Berg closed the port. She opened the school in Bergen.", "berg"),
        ("The agency closed the port of Bergen. It opened two schools.", "agency"),
        ("The rain fell on Bergen. It closed two schools.", ""),
        ("She opened the school in Bergen.", ""),
        ("Divers found the body of Tom Holm on Monday. He was named on Tuesday by Anna Berg.", "berg"),
        ("Anna Berg left Oslo on Monday. It opened two schools on Tuesday.", ""),
    ],
)
def test_a_pronoun_stands_for_somebody_in_the_sentence_before(text: str, actor: str) -> None:
    assert told(text)[-1].actor == actor


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Tom Holm replied to Berg's letter.", "berg"),
        ("Tom Holm replied to Anna Berg on Monday.", "berg"),
        ("Tom Holm replied on Monday.", ""),
        ("Tom Holm wrote to Anna Berg on Monday.", ""),
    ],
)
def test_an_answer_says_whom_it_answers(text: str, answers: str) -> None:
    assert told(text)[0].answers == answers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "About 1,500 passengers and 12 cars reached Bergen on Monday.",
            ((1500.0, "passenger", "passengers"), (12.0, "car", "cars")),
        ),
        ("400 troops reached Bergen on Monday.", ((400.0, "soldier", "troops"),)),
        ("The ferry sank on 5 November at 9 a.m.", ()),
        ("Anna Berg closed the port for 12 days on Monday.", ()),
    ],
)
def test_figures_come_with_what_they_count_and_times_count_nothing(
    text: str, numbers: tuple[tuple[float, str, str], ...]
) -> None:
    assert tuple((f.count, f.noun, f.said) for f in told(text)[0].numbers) == numbers


def test_the_words_of_time_are_not_the_words_of_the_act() -> None:
    (first,), (second,) = told("Anna Berg closed the port on Monday."), told("In May Anna Berg closed the port.")
    assert first.stems == second.stems == {"anna", "berg", "close", "port"}


def test_words_of_one_family_are_one_stem() -> None:
    (first,), (second,) = told("Troops reached Oslo on Monday."), told("Soldiers arrived in Oslo on Monday.")
    assert first.stems == second.stems


def test_a_denial_is_an_event_that_denies() -> None:
    (mention,) = told("Anna Berg denied the report on Monday.")
    assert (mention.act, mention.status) == ("deny", Status.DENIED)


def test_what_is_minutes_from_another_event_is_of_its_day() -> None:
    visit, rescue = told(
        "Anna Berg visited Bergen on Friday and met the crew that fled Oslo last week.\n\n"
        "A few hours before she came, divers found the ferry Alma."
    )[::2]
    assert rescue.when == (When(visit.when[0].start, Basis.INFERRED, "beside another event"),)


def test_a_mention_says_where_its_act_stands_and_in_which_places_but_no_day_is_one() -> None:
    text = "Anna Berg spoke in Oslo on Monday. In June 2021 the council met with the mayor."
    assert [(text[m.at :].split(" ")[0], m.places) for m in told(text)] == [
        ("spoke", ("oslo",)),
        ("met", ("mayor",)),
    ]
