"""The table that compares two reports, and the words in which it says what spoke for one event."""

from collections import Counter
from typing import Final

import pytest

from tests.readings import WEDNESDAY, reports
from timeline.events import features
from timeline.events.features import Rarity
from timeline.events.units import Unit, gather

CLOSED: Final = (
    "Anna Berg closed the port of Bergen on Monday.",
    "“We have closed the port of Bergen for good,” Tom Holm told the council.",
    "Some 400 people left Bergen by train on Tuesday.",
    "The port of Bergen was opened on 3 March by 350 people.",
)


def units(*texts: str) -> tuple[Unit, ...]:
    found = [reports(text, WEDNESDAY, article) for article, text in zip("ab", texts, strict=False)]
    return gather([report for one in found for report in one])


def compared(first: str, second: str) -> dict[str, float]:
    """The features of a pair with their values."""
    a, b = units(first, second)
    rarity = Rarity(Counter(stem for unit in (a, b) for stem in unit.stems), 2)
    return {name: value for name, value, _ in features.explain(a, b, rarity)}


@pytest.mark.parametrize(
    ("first", "second", "feature", "value"),
    [
        ("Anna Berg closed the port on Monday.", "Anna Berg closed the port.", "the same act", 1.0),
        ("Anna Berg closed the port on Monday.", "Anna Berg closed the port.", "the same people or things", 1.0),
        ("Anna Berg closed the port on Monday.", "Anna Berg closed the port.", "shared rare words", 1.0),
        ("Anna Berg closed the port on Monday.", "Tom Holm closed the port on Monday.", "the same day", 1.0),
        ("Anna Berg closed the port on Monday.", "Tom Holm closed the port on Monday.", "another actor", 1.0),
        ("Anna Berg closed the port on Monday.", "Anna Berg closed the port on Tuesday.", "another day", 1.0),
        ("Anna Berg closed the port on Friday.", "Anna Berg closed the port on Tuesday.", "another day", 2.0),
        ("Anna Berg closed the port on 3 March.", "Anna Berg closed the port on Tuesday.", "another day", 4.0),
        ("Anna Berg said that the ferry sank.", "The ferry sank on Monday.", "words against deed", 1.0),
        ("Police arrested Tom Holm in Oslo.", "Police freed Tom Holm in Oslo.", "the opposite act", 1.0),
        ("Anna Berg married Tom Holm in Bergen.", "Anna Berg divorced Tom Holm in Bergen.", "the opposite act", 1.0),
        ("400 people left Oslo on Monday.", "People left Oslo on Monday, 400 people in all.", "the same figure", 1.0),
        ("400 people left Oslo on Monday.", "350 people left Oslo on Monday.", "the same figure", 0.5),
    ],
)
def test_a_feature_has_its_value(first: str, second: str, feature: str, value: float) -> None:
    assert compared(first, second)[feature] == pytest.approx(value)


@pytest.mark.parametrize(
    ("first", "second", "feature"),
    [
        ("A spokesman said that it was safe.", "Anna Berg said that it was safe.", "another actor"),
        ("Anna Berg closed the port.", "Anna Berg closed the port on 3 March.", "another day"),
        ("Anna Berg closed the port in November.", "Anna Berg closed the port in November.", "the same day"),
        ("400 people left Oslo on Monday.", "40 people left Oslo on Monday.", "the same figure"),
        ("Police arrested Tom Holm in Oslo.", "Police detained Tom Holm in Oslo.", "the opposite act"),
        ("Norway beat Sweden in Oslo on Monday.", "Sweden lost to Norway in Oslo on Monday.", "the opposite act"),
        ("Anna Berg said that he was freed.", "Police arrested Tom Holm in Oslo.", "the opposite act"),
        ("400 people left Oslo on Monday.", "400 cars left Oslo on Monday.", "the same figure"),
    ],
)
def test_a_feature_that_says_nothing_is_not_named(first: str, second: str, feature: str) -> None:
    assert feature not in compared(first, second)


def test_the_score_is_the_sum_of_what_is_explained() -> None:
    a, b = units("Anna Berg closed the port on Monday.", "Tom Holm closed the port of Oslo on Tuesday.")
    rarity = Rarity(Counter(), 2)
    explained = features.explain(a, b, rarity)
    assert features.score(a, b, rarity) == pytest.approx(sum(value * weight for _, value, weight in explained))


def test_the_comparison_does_not_depend_on_which_comes_first() -> None:
    a, b = units("Anna Berg closed the port on Monday.", "About 40 people left the port of Oslo on Tuesday.")
    rarity = Rarity(Counter(), 2)
    assert features.explain(a, b, rarity) == features.explain(b, a, rarity)


@pytest.mark.parametrize(
    "texts",
    [
        ("The crew left the ferry on Monday and reached Bergen on Tuesday.",),
        ("Anna Berg will close the port on Friday.", "Anna Berg closed the port on Friday."),
    ],
)
def test_clauses_of_one_sentence_and_a_plan_and_its_happening_are_never_one(texts: tuple[str, ...]) -> None:
    a, b = units(*texts)
    assert features.score(a, b, Rarity(Counter(), 2)) == features.VETO


def test_a_rare_word_weighs_more() -> None:
    rarity = Rarity(Counter({"port": 9, "alma": 1}), 10)
    assert rarity.dot(frozenset({"alma"})) > rarity.dot(frozenset({"port"})) > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Police arrested Tom Holm in Oslo on Monday.", "Police freed Tom Holm in Oslo on Monday."),
        ("Anna Berg married Tom Holm in Bergen.", "Anna Berg divorced Tom Holm in Bergen."),
    ],
)
def test_opposite_acts_are_two_events_though_all_other_words_are_shared(first: str, second: str) -> None:
    a, b = units(first, second)
    assert features.score(a, b, Rarity(Counter(), 2)) < features.THRESHOLD


@pytest.mark.parametrize("first", CLOSED)
@pytest.mark.parametrize("second", CLOSED)
def test_a_score_is_exact_from_the_least_that_is_asked_for_and_under_it_is_under_it(first: str, second: str) -> None:
    a, b = units(first, second)
    rarity = Rarity(Counter(), 2)
    exact = features.score(a, b, rarity)
    for least in (-2.0, 1.0, features.THRESHOLD, exact, exact + 0.1):
        found = features.score(a, b, rarity, least)
        assert found == exact if exact >= least else found < least
