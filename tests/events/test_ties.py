"""What belongs together, whatever the order in which that is learned."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.ties import Ties

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)))


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(pairs: list[tuple[int, int]], chance: random.Random) -> None:
    ties, others = Ties(range(10)), Ties(range(10))
    for pair in pairs:
        ties.join(*pair)
    for pair in chance.sample(pairs, len(pairs)):
        others.join(*pair)
    assert [ties.of(n) for n in range(10)] == [others.of(n) for n in range(10)]


@pytest.mark.parametrize("step", [1, -1])
def test_a_long_chain_is_known_by_its_first_name(step: int) -> None:
    ties: Ties[int] = Ties()
    for n in range(5_000)[::step]:
        ties.join(n, n + 1)
    assert {ties.of(n) for n in range(5_001)} == {0}


def test_a_name_that_was_never_joined_is_by_itself() -> None:
    assert Ties(["a"]).of("b") == "b"
