"""The table of feasts that other calendars fix."""

from datetime import date
from itertools import pairwise

import pytest

from timeline.core import algebra as a
from timeline.core import calendar, edtf, feasts
from timeline.core.evaluate import Anchor, Tense, evaluate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import day
from timeline.core.recompute import recompute
from timeline.resolve import lexicon

LONGEST_GAP = 400


@pytest.mark.parametrize("feast", sorted(feasts.table()))
def test_days_of_a_feast_are_in_order_and_none_is_missing(feast: str) -> None:
    apart = [(later[0] - earlier[0]) / calendar.DAY for earlier, later in pairwise(feasts.days(feast))]
    assert apart
    assert 0 < min(apart) <= max(apart) < LONGEST_GAP


def test_every_feast_of_the_lexicon_is_in_the_table_and_as_long_as_it_says() -> None:
    for entry in lexicon.entries("holidays"):
        name = entry.get("feast_of_days")
        if name or "feast" in entry:
            start, end = feasts.days(name or entry["feast"])[0]
            assert (end - start > calendar.DAY) is (name is not None) or entry.get("offset"), entry["names"]


@pytest.mark.parametrize(
    ("published", "pattern", "tense", "expected"),
    [
        ("2024-04-20", a.LongFeast("ramadan"), Tense.PAST, "2024-03-11/2024-04-09"),
        ("2024-03-20", a.LongFeast("ramadan"), Tense.PAST, "2024-03-11/2024-04-09"),
        ("2024-09-20", a.LongFeast("ramadan"), Tense.FUTURE, "2025-03-01/2025-03-29"),
        ("2024-02-15", a.Feast("lunar new year", -1), Tense.PAST, "2024-02-09"),
        ("2023-10-08", a.Feast("sukkot", 7), Tense.PAST, "2023-10-07"),
        ("1850-01-01", a.Feast("lunar new year"), Tense.PAST, "../.."),
        ("2024-01-01", a.Feast("a feast that nobody knows"), Tense.PAST, "../.."),
    ],
)
def test_a_feast_falls_on(published: str, pattern: a.Pattern, tense: Tense, expected: str) -> None:
    found = evaluate(a.Nearest(pattern), Anchor(day(date.fromisoformat(published)), tense=tense))
    assert edtf.write(found.interval) == expected
    assert recompute(found.derivation) == found.interval


def test_the_first_of_two_in_one_year_is_meant_and_the_third_can_be_asked_for() -> None:
    year = Anchor(day(date(2000, 7, 1)))
    given = [evaluate(a.In(a.Feast("eid"), a.This(G.YEAR), number), year) for number in (1, 3, 4)]
    assert [edtf.write(one.interval) for one in given] == ["2000-01-08", "2000-12-27", "../.."]
    assert [recompute(one.derivation) for one in given] == [one.interval for one in given]


def test_the_table_is_not_read_before_a_feast_is_asked_for() -> None:
    feasts.table.cache_clear()
    feasts.days.cache_clear()
    evaluate(a.Nearest(a.Easter(0)), Anchor(day(date(2024, 7, 1))))
    assert feasts.table.cache_info().currsize == 0
