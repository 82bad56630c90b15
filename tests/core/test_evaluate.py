"""The algebra: what terms give, by table and by law."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.strategies import DAY, absolute, deictic, moments, terms
from timeline.core import algebra as a
from timeline.core import edtf
from timeline.core.evaluate import Anchor, Tense, evaluate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, day, unit_at

MONDAY, FRIDAY = a.Weekday(0), a.Weekday(4)


@pytest.mark.parametrize(
    ("published", "term", "tense", "expected"),
    [
        ("2024-03-15", a.Shift(-3, G.WEEK), Tense.UNKNOWN, "2024-02-19/2024-02-25"),
        ("2024-01-31", a.Shift(1, G.MONTH), Tense.UNKNOWN, "2024-02"),
        ("2024-03-15", a.Nearest(FRIDAY), Tense.PAST, "2024-03-15"),
        ("2024-03-15", a.Nearest(FRIDAY), Tense.FUTURE, "2024-03-15"),
        ("2024-03-15", a.Nearest(MONDAY), Tense.FUTURE, "2024-03-18"),
        ("2024-03-15", a.Nearest(MONDAY, a.Toward.BEFORE), Tense.FUTURE, "2024-03-11"),
        ("2024-11-01", a.Nearest(a.DayOfYear(10, 27)), Tense.FUTURE, "2024-10-27"),
        ("2024-05-07", a.Nearest(a.DayOfYear(11, 3)), Tense.PAST, "2023-11-03"),
        ("2024-10-30", a.Nearest(a.DayOfYear(12, 7)), Tense.PAST, "2024-12-07"),
        ("2024-11-06", a.Nearest(a.WeekdayOfMonth(1, 1, 11, 2)), Tense.PAST, "2024-11-05"),
        ("2016-11-20", a.Nearest(a.WeekdayOfMonth(1, 1, 11, 2)), Tense.PAST, "2016-11-08"),
        ("2024-04-10", a.Nearest(a.Easter(0)), Tense.PAST, "2024-03-31"),
        ("2024-11-06", a.Nearest(a.DayOfYear(2, 29, 0)), Tense.FUTURE, "2044-02-29"),
        ("2024-11-06", a.Nearest(a.DayOfYear(11, 5, 1)), Tense.PAST, "2024-11-05"),
        ("2000-01-01", a.Nearest(a.SeasonOfYear(a.Season.WINTER), a.Toward.BEFORE), Tense.PAST, "1998-12/1999-02"),
        ("2024-11-06", a.Portion(a.Mod.MID, a.Decade(199)), Tense.UNKNOWN, "1994/1996"),
        ("2024-11-06", a.Between(a.Date(2024, 3, 3), a.Date(2024, 3, 5)), Tense.UNKNOWN, "2024-03-03/2024-03-05"),
        ("2024-11-06", a.Nth(-1, G.DAY, a.Date(2023)), Tense.UNKNOWN, "2023-12-31"),
        ("2024-11-06", a.Run(a.Length((a.Amount(3, G.DAY),)), 1), Tense.UNKNOWN, "2024-11-06/2024-11-09"),
        (
            "2024-11-06",
            a.Named("war", a.Date(1950, 6, 25), a.Date(1953, 7, 27)),
            Tense.UNKNOWN,
            "1950-06-25/1953-07-27",
        ),
    ],
)
def test_a_term_gives(published: str, term: a.Term, tense: Tense, expected: str) -> None:
    anchor = Anchor(day(date.fromisoformat(published)), tense=tense)
    assert edtf.write(evaluate(term, anchor).interval) == expected


@given(moments, st.integers(-900, 900))
def test_a_shifted_anchor_shifts_days_and_weekdays_by_as_much(moment: int, weeks: int) -> None:
    for term in (
        a.This(G.DAY),
        a.Shift(-3, G.DAY),
        a.Last(G.WEEK),
        a.Nearest(FRIDAY),
        a.PartOf(a.Part.NIGHT, a.Last(G.DAY)),
    ):
        here = evaluate(term, Anchor(unit_at(moment, G.DAY))).interval
        there = evaluate(term, Anchor(unit_at(moment + weeks * 7 * DAY, G.DAY))).interval
        assert (there.start - here.start, there.end - here.end) == (weeks * 7 * DAY, weeks * 7 * DAY)


@given(absolute, moments, moments)
def test_a_term_without_an_anchor_ignores_it(term: a.Term, one: int, other: int) -> None:
    first, second = (evaluate(term, Anchor(unit_at(moment, G.DAY))).interval for moment in (one, other))
    assert first == second


@given(terms, moments)
def test_the_last_step_gave_the_interval(term: a.Term, moment: int) -> None:
    found = evaluate(term, Anchor(unit_at(moment, G.DAY)))
    assert found.derivation[-1].gave == found.interval


@given(deictic)
def test_an_unknown_publication_gives_no_bounded_interval(term: a.Term) -> None:
    assert not evaluate(term, Anchor()).interval.bounded


@given(st.sampled_from((G.DAY, G.WEEK, G.MONTH, G.YEAR)), st.integers(-9, 9), moments, st.integers(1, 90))
def test_a_wider_publication_gives_all_that_its_days_give(unit: G, count: int, moment: int, days: int) -> None:
    term = a.Shift(count, unit)
    wide = Anchor(replace(unit_at(moment, G.DAY), end=moment + days * DAY, granularity=G.INTERVAL))
    for each in (0, days - 1):
        inside = Anchor(unit_at(moment + each * DAY, G.DAY))
        assert evaluate(term, inside).interval.within(evaluate(term, wide).interval)


def test_nothing_known_is_unknown() -> None:
    assert evaluate(a.Mentioned(), Anchor()).interval == UNKNOWN
