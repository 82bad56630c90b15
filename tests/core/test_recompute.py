"""A derivation holds all that is needed to compute its interval again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.strategies import DAY, anchored, moments, patterns
from timeline.core import algebra as a
from timeline.core.evaluate import Anchor, Tense, evaluate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, unit_at, until
from timeline.core.recompute import recompute

days = moments.map(lambda moment: unit_at(moment, G.DAY, "Europe/Kyiv"))
publications = st.one_of(
    days,
    st.just(UNKNOWN),
    days.map(since),
    days.map(until),
    st.builds(
        lambda day, count: replace(day, end=day.start + count * DAY, granularity=G.INTERVAL), days, st.integers(2, 90)
    ),
    st.builds(
        lambda day, second: Interval(day.start + second, day.start + second + 1, G.SECOND), days, st.integers(0, DAY)
    ),
)


@given(anchored, publications, st.none() | publications, st.sampled_from(Tense))
def test_every_term_is_computed_again_from_its_steps(
    term: a.Term, published: Interval, mentioned: Interval | None, tense: Tense
) -> None:
    found = evaluate(term, Anchor(published, mentioned, tense))
    assert recompute(found.derivation) == found.interval


@given(patterns, days, st.integers(-3, 4))
def test_an_occurrence_inside_a_year_is_computed_again(pattern: a.Pattern, day: Interval, number: int) -> None:
    found = evaluate(a.In(pattern, a.This(G.YEAR), number), Anchor(day))
    assert recompute(found.derivation) == found.interval


def test_a_step_that_gave_something_else_is_named() -> None:
    (now, last) = evaluate(a.Last(G.WEEK), Anchor(unit_at(moment := 738_000 * DAY, G.DAY))).derivation
    with pytest.raises(ValueError, match="Last"):
        recompute((now, replace(last, gave=unit_at(moment, G.WEEK))))
    with pytest.raises(ValueError, match="lacks operands"):
        recompute((last,))
    with pytest.raises(ValueError, match="2 intervals are left"):
        recompute((now, now))


def test_no_steps_lead_to_no_interval() -> None:
    assert recompute(()) is None
