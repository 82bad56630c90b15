"""Average linkage: its groups, and the laws that hold for all of them."""

import random
from collections.abc import Mapping
from itertools import combinations, product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events import linkage
from timeline.events.linkage import Pair

Alike = Mapping[Pair, float]
MOST: Final = 7
EIGHTHS: Final = st.integers(0, 8).map(lambda count: count / 8)
"""Values whose sums are exact, so that equal means are equal."""


@st.composite
def compared(draw: st.DrawFn) -> tuple[int, dict[Pair, float]]:
    """A number of items, and how alike some of their pairs are."""
    count = draw(st.integers(0, MOST))
    pairs = list(combinations(range(count), 2))
    chosen = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    return count, {pair: draw(EIGHTHS) for pair in sorted(chosen)}


def naive(count: int, alike: Alike, threshold: float) -> list[list[int]]:
    """The same by its definition: of all pairs of groups the most alike, of equals the first, until none is enough."""
    groups = [[i] for i in range(count)]
    while True:
        means = {
            (a, b): mean for a, b in combinations(range(len(groups)), 2)
            if (mean := mean_of(groups[a], groups[b], alike)) is not None and mean >= threshold
        }  # fmt: skip
        if not means:
            return sorted(groups)
        a, b = min(means, key=lambda pair: (-means[pair], groups[pair[0]][0], groups[pair[1]][0]))
        groups[a] = sorted(groups[a] + groups.pop(b))
        groups.sort()


def mean_of(first: list[int], second: list[int], alike: Alike) -> float | None:
    """The mean of the compared pairs between two groups; None where there are none."""
    values = [alike[min(p), max(p)] for p in product(first, second) if (min(p), max(p)) in alike]
    return sum(values) / len(values) if values else None


@pytest.mark.parametrize(
    ("alike", "expected"),
    [
        ({}, [[0], [1], [2]]),
        ({(0, 1): 0.5}, [[0, 1], [2]]),
        ({(0, 1): 0.4}, [[0], [1], [2]]),
        ({(0, 1): 0.9, (1, 2): 0.8}, [[0, 1, 2]]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}, [[0, 1], [2]]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.2}, [[0, 1, 2]]),
        ({(1, 2): 0.6, (0, 1): 0.5, (0, 2): 0.0}, [[0], [1, 2]]),
    ],
)
def test_the_most_alike_join_first_and_those_against_count(alike: dict[Pair, float], expected: list[list[int]]) -> None:
    assert linkage.groups(3, alike, 0.5) == expected


@given(compared(), EIGHTHS)
def test_everything_is_in_exactly_one_group(given_: tuple[int, dict[Pair, float]], threshold: float) -> None:
    count, alike = given_
    found = linkage.groups(count, alike, threshold)
    assert sorted(i for group in found for i in group) == list(range(count))
    assert found == sorted(sorted(group) for group in found)


@given(compared(), EIGHTHS)
def test_it_is_what_the_definition_says(given_: tuple[int, dict[Pair, float]], threshold: float) -> None:
    count, alike = given_
    assert linkage.groups(count, alike, threshold) == naive(count, alike, threshold)


@given(compared(), EIGHTHS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(
    given_: tuple[int, dict[Pair, float]], threshold: float, chance: random.Random
) -> None:
    count, alike = given_
    pairs = list(alike.items())
    chance.shuffle(pairs)
    assert linkage.groups(count, dict(pairs), threshold) == linkage.groups(count, alike, threshold)


@given(compared(), st.sampled_from([0.25, 0.5, 0.75]))
def test_no_two_are_in_one_group_unless_a_chain_of_pairs_above_the_threshold_joins_them(
    given_: tuple[int, dict[Pair, float]], threshold: float
) -> None:
    count, alike = given_
    strong = {pair: value for pair, value in alike.items() if value >= threshold}
    for group in linkage.groups(count, alike, threshold):
        reached = {group[0]}
        for _ in group:
            reached |= {i for pair in strong if reached & set(pair) for i in pair}
        assert set(group) <= reached


@given(compared(), st.sampled_from([0.25, 0.5, 0.75]))
def test_no_two_groups_that_are_left_are_alike_enough(given_: tuple[int, dict[Pair, float]], threshold: float) -> None:
    count, alike = given_
    for a, b in combinations(linkage.groups(count, alike, threshold), 2):
        mean = mean_of(a, b, alike)
        assert mean is None or mean < threshold
