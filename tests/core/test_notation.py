"""EDTF and terms as data: what is written is read back; TIMEX3 values by table."""

from datetime import date

import pytest
from hypothesis import given

from tests.core.strategies import named_units, terms
from timeline.core import algebra as a
from timeline.core import edtf, timex3
from timeline.core import terms as data
from timeline.core.evaluate import Anchor, evaluate
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, day, since, until

PUBLISHED = Anchor(day(date(2024, 11, 6)))


@given(named_units())
def test_a_unit_that_edtf_names_is_read_back(unit: Interval) -> None:
    assert edtf.read(edtf.write(unit)) == unit


@given(named_units(), named_units())
def test_the_bounds_of_an_interval_are_read_back(one: Interval, other: Interval) -> None:
    hull = Interval(min(one.start, other.start), max(one.end, other.end), G.INTERVAL)
    read = edtf.read(edtf.write(hull))
    assert (read.start, read.end) == (hull.start, hull.end)


@given(named_units())
def test_an_open_end_is_read_back(unit: Interval) -> None:
    assert edtf.read(edtf.write(since(unit))) == since(unit)
    assert edtf.read(edtf.write(until(unit))) == until(unit)


@given(terms)
def test_a_term_as_data_is_loaded_back(term: a.Term) -> None:
    assert data.load(data.dump(term)) == term


@pytest.mark.parametrize(
    ("term", "kind", "value"),
    [
        (a.This(G.DAY), "DATE", "2024-11-06"),
        (a.This(G.WEEK), "DATE", "2024-W45"),
        (a.Last(G.WEEKEND), "DATE", "2024-W44-WE"),
        (a.Last(G.MONTH), "DATE", "2024-10"),
        (a.Last(G.QUARTER), "DATE", "2024-Q3"),
        (a.In(a.HalfOfYear(1), a.Date(2023)), "DATE", "2023-H1"),
        (a.Nearest(a.SeasonOfYear(a.Season.SUMMER)), "DATE", "2024-SU"),
        (a.Decade(199), "DATE", "199"),
        (a.Century(19), "DATE", "19"),
        (a.Date(-263), "DATE", "BC0264"),
        (a.PartOf(a.Part.MORNING, a.This(G.DAY)), "TIME", "2024-11-06TMO"),
        (a.Portion(a.Mod.END, a.PartOf(a.Part.MORNING, a.This(G.DAY))), "TIME", "2024-11-06TMO"),
        (a.Clock(15, 0, None, a.This(G.DAY)), "TIME", "2024-11-06T15:00"),
        (a.Clock(15, None, None, a.This(G.DAY)), "TIME", "2024-11-06T15:00"),
        (a.Length((a.Amount(12, G.MONTH),)), "DURATION", "P12M"),
        (a.Length((a.Amount(2, G.YEAR), a.Amount(6, G.MONTH))), "DURATION", "P2Y6M"),
        (a.Length((a.Amount(90, G.MINUTE),)), "DURATION", "PT90M"),
        (a.Length((a.Amount(None, G.WEEK),)), "DURATION", "PXW"),
        (a.Run(a.Length((a.Amount(3, G.WEEK),)), -1), "DURATION", "P3W"),
        (a.Every(a.Weekday(4)), "SET", "XXXX-WXX-5"),
        (a.Every(a.Length((a.Amount(2, G.WEEK),))), "SET", "P2W"),
        (a.Reference(a.When.PAST), "DATE", "PAST_REF"),
        (a.Named("a war", a.Date(2022, 2, 24), None), "DATE", "2022-02-24/.."),
        (a.Shift(-2, G.HOUR), "DATE", "2024-11-06"),
    ],
)
def test_a_term_as_timex3(term: a.Term, kind: str, value: str) -> None:
    interval = evaluate(term, PUBLISHED).interval
    assert (timex3.kind(term, interval), timex3.value(term, interval)) == (kind, value)
