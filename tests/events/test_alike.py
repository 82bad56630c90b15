"""The table that compares two deeds, and what it makes of them."""

import math
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from tests.readings import reports
from timeline.events import alike, deeds, merge
from timeline.events.deeds import Deed

CLOSED = "Anna Berg closed the port of Bergen on Monday."


def pair(first: str, second: str) -> tuple[Deed, Deed]:
    """The first two deeds of one word that stand in two articles."""
    found = deeds.gather(
        r for article, text in zip("ab", (first, second), strict=True) for r in reports(text, article=article)
    )
    i, j = next(merge.pairs(found))
    return found[i], found[j]


def compared(first: str, second: str) -> dict[str, float]:
    """The features of the pair with their values."""
    both = pair(first, second)
    return {name: value for name, value, _ in alike.explain(*both, alike.spread(both))}


def likely(first: str, second: str) -> float:
    both = pair(first, second)
    return alike.probability(*both, alike.spread(both), alike.WEIGHTS)


@pytest.mark.parametrize(
    ("first", "second", "feature", "value"),
    [
        (CLOSED, "Anna Berg closed the school.", "taking part in both", 1.0),
        (CLOSED, "Tom Holm closed the school.", "taking part in both", 0.0),
        (CLOSED, "Anna Berg closed the port of Bergen.", "shared names", 1.0),
        (CLOSED, "Tom Holm closed the school on Monday.", "the same day", 1.0),
        (CLOSED, "Anna Berg closed the port of Bergen on Tuesday.", "the same day", 0.0),
        (CLOSED, "Anna Berg closed the port of Bergen on Tuesday.", "another day", 1.0),
        (CLOSED, "Anna Berg closed the port of Bergen on Friday.", "another day", 2.0),
        (CLOSED, "Anna Berg closed the port of Bergen on 3 March.", "another day", 4.0),
        (CLOSED, "Anna Berg closed the port of Bergen.", "another day", 0.0),
        (CLOSED, "Anna Berg closed the port.", "told early in both", 1.0),
        (CLOSED, "It was a quiet day. " * 60 + "Anna Berg closed the port.", "told early in both", 0.0),
        (CLOSED, "Tom Holm closed the school in Oslo.", "other people and things", 1.0),
        (CLOSED, "They closed the school in Oslo.", "other people and things", 0.0),
        (CLOSED, "Tom Holm closed the port.", "other people and things", 0.0),
        (CLOSED, "Tom Holm closed the school in Bergen.", "other people and things", 0.0),
        (CLOSED, "Tom Holm closed the school near the port.", "other people and things", 0.0),
        (CLOSED, "Anna Berg closed the port.", "both told by nouns", 0.0),
        (CLOSED, "Anna Berg closed the port.", "an act of many articles", math.log(3)),
    ],
)
def test_a_feature_has_a_value(first: str, second: str, feature: str, value: float) -> None:
    assert compared(first, second).get(feature, 0.0) == pytest.approx(value)


def test_a_day_that_the_limits_of_the_other_exclude_speaks_against_one_event() -> None:
    early, late = pair(CLOSED, "Anna Berg closed the port of Bergen.")
    found = [name for name, _, _ in alike.explain(early, replace(late, limit=late.limit), alike.spread((early, late)))]
    assert "an impossible day" not in found
    before = replace(late, limit=pair("Anna Berg closed the port on 3 March.", CLOSED)[0].explicit)
    assert "an impossible day" in [name for name, _, _ in alike.explain(early, before, alike.spread((early, late)))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CLOSED, "Anna Berg closed the port."),
        (CLOSED, "The port of Bergen was closed on Monday."),
        ("The ferry Alma sank off Bergen on Monday.", "The Alma sank on Monday with 40 cars."),
    ],
)
def test_the_same_people_and_things_are_likely_one_event(first: str, second: str) -> None:
    assert likely(first, second) >= merge.THRESHOLD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CLOSED, "Tom Holm closed the school in Oslo on Monday."),
        (CLOSED, "Anna Berg closed the port of Bergen on 3 March."),
        ("The council closed the mill on Monday.", "Anna Berg closed the port on Monday."),
    ],
)
def test_other_people_and_other_days_are_likely_two(first: str, second: str) -> None:
    assert likely(first, second) < merge.THRESHOLD


def test_a_plan_is_never_its_happening() -> None:
    done, same = pair(CLOSED, CLOSED)
    assert alike.probability(done, replace(same, planned=True), alike.spread((done, same)), alike.WEIGHTS) == 0.0


@pytest.mark.parametrize("second", [CLOSED, "Tom Holm closed the school.", "Anna Berg closed the port on Friday."])
def test_it_does_not_matter_which_comes_first(second: str) -> None:
    a, b = pair(CLOSED, second)
    spread = alike.spread((a, b))
    assert alike.values(a, b, spread) == alike.values(b, a, spread)
    assert alike.probability(a, b, spread, alike.WEIGHTS) == alike.probability(b, a, spread, alike.WEIGHTS)


def test_the_probability_follows_from_what_is_explained() -> None:
    a, b = pair(CLOSED, "Anna Berg closed the port.")
    spread = alike.spread((a, b))
    score = alike.WEIGHTS.intercept + sum(value * weight for _, value, weight in alike.explain(a, b, spread))
    assert alike.probability(a, b, spread, alike.WEIGHTS) == pytest.approx(1 / (1 + math.exp(-score)))


def test_every_feature_has_one_weight_and_every_weight_a_feature() -> None:
    data = tomllib.loads(files("timeline.events").joinpath("alike.toml").read_text("utf-8"))
    assert sorted([*data["set"], *data["learned"]]) == sorted(alike.TABLE)
    assert not set(data["set"]) & set(data["learned"])


def test_an_act_is_spread_over_articles_and_not_over_deeds() -> None:
    found = deeds.gather(reports("The ferry sank on Monday. The Alma sank on Tuesday."))
    assert alike.spread(found) == {"sink": math.log(2)}
