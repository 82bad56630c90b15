"""The acts that a sentence names, with who, to what and where."""

import pytest

from tests.readings import sentences
from timeline.events import acts, clauses
from timeline.resolve import read as read_time


def found(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """(act, who, what, where) of the acts of a text of one sentence."""
    (sentence,) = sentences(text)
    times = tuple((e.start, e.end) for e in read_time(text).expressions)
    return [
        (act.lemma, acts.words(sentence, act.who), acts.words(sentence, act.what), acts.words(sentence, act.where))
        for act in acts.find(sentence, clauses.find(sentence), times)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed the port in Oslo.", [("close", ("council",), ("port",), ("oslo",))]),
        ("The ship was hit by a truck.", [("hit", ("truck",), ("ship",), ())]),
        (
            "The closing of the port by Anna Berg angered the fishermen.",
            [("closing", (), ("port",), ("berg",)), ("anger", ("closing",), ("fisherman",), ())],
        ),
        (
            "The council's vote surprised the mayor.",
            [("vote", ("council",), (), ()), ("surprise", ("vote",), ("mayor",), ())],
        ),
        ("The mayor checked in at the hotel.", [("check in", ("mayor",), (), ("hotel",))]),
    ],
)
def test_verbs_and_nouns_name_acts_with_who_takes_part(
    text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crew carried out a search.", ["carry out", "search"]),
        ("The driver was found dead in Bergen.", ["find", "die"]),
        ("The mayor said that the port was safe.", []),
        ("According to the mayor, the bridge collapsed.", ["collapse"]),
        ("The mayor has a port.", []),
        ("The mayor began to repair the bridge.", ["repair"]),
        ("The house has a green door.", []),
        ("The statement of the mayor pleased the council.", ["please"]),
    ],
)
def test_words_of_saying_pale_verbs_and_plain_things_name_none(text: str, expected: list[str]) -> None:
    assert [act for act, *_ in found(text)] == expected


@pytest.mark.parametrize("text", ["The crew left Bergen and reached Oslo.", "The crew sailed to leave Oslo."])
def test_a_verb_without_a_subject_has_that_of_the_verb_it_hangs_on(text: str) -> None:
    assert [who for _, who, _, _ in found(text)] == [("crew",), ("crew",)]


def test_a_pronoun_names_nobody() -> None:
    assert found("They closed it.") == [("close", (), (), ())]


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the port on Monday.",
        "The council closed the port in June 2021.",
        "The council closed the port on 3 March at 3 pm.",
    ],
)
def test_a_day_is_nothing_and_nowhere(text: str) -> None:
    assert found(text) == [("close", ("council",), ("port",), ())]
    (sentence,) = sentences(text)
    times = tuple((e.start, e.end) for e in read_time(text).expressions)
    (verb,) = [i for i, token in enumerate(sentence.tokens) if token.lemma == "close"]
    assert acts.places(sentence, verb, times) == ()
    assert acts.places(sentence, verb, ()) != ()


def test_an_act_lies_in_the_clause_that_tells_it() -> None:
    (sentence,) = sentences("The troops left the harbour when the bridge collapsed.")
    parts = clauses.find(sentence)
    assert {a.lemma: a.clause and sentence.tokens[a.clause.verb].lemma for a in acts.find(sentence, parts, ())} == {
        "leave": "leave",
        "collapse": "collapse",
    }
