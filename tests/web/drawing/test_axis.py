"""Scales, ticks and densities: where things stand on an axis."""

import pytest

from timeline.core import calendar, edtf
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval
from timeline.web.drawing import density, scale, ticks
from timeline.web.drawing.scale import Scale


def over(text: str) -> Scale:
    span = edtf.read(text)
    return Scale(span.start, span.end)


def test_a_scale_puts_times_in_per_cent_and_keeps_what_lies_outside_on_the_edge() -> None:
    axis = over("2024-11-01/2024-11-10")
    assert axis.x(edtf.read("2024-11-06").start) == 50
    assert (axis.x(edtf.read("2023").start), axis.x(calendar.END)) == (0, 100)
    assert axis.middle(edtf.read("2024-11-06")) == 55


def test_a_fitting_scale_holds_every_known_end_with_a_margin() -> None:
    intervals = [edtf.read("2024-11-05"), edtf.read("../2024-11-20"), edtf.read("2024-10-30/.."), UNKNOWN]
    axis = scale.fitting(intervals)
    assert axis == over("2024-10-29/2024-11-21")


def test_a_single_day_still_has_days_around_it() -> None:
    axis = scale.fitting([edtf.read("2024-11-05")])
    assert axis is not None
    assert axis.span >= 6 * calendar.DAY


def test_there_is_no_scale_where_no_end_is_known() -> None:
    assert scale.fitting([UNKNOWN]) is None


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        ("2024-11-05", "00 03 06 09 12 15 18 21"),
        ("2024-11-01/2024-11-10", "1 2 3 4 5 6 7 8 9 10"),
        ("2024-10-20/2024-11-20", "21 28 4 11 18"),
        ("2024-07/2024-12", "Jul Aug Sep Oct Nov Dec"),
        ("2023/2024", "Jan Apr Jul Oct Jan Apr Jul Oct"),
        ("2018/2024", "2018 2019 2020 2021 2022 2023 2024"),
        ("1995/2024", "1995 2000 2005 2010 2015 2020"),
        ("1900/2024", "1900 1920 1940 1960 1980 2000 2020"),
    ],
)
def test_the_finest_step_with_at_most_twelve_labels_is_taken(span: str, labels: str) -> None:
    axis = over(span)
    found = ticks.ticks(axis, ticks.step(axis))
    assert " ".join(tick.label for tick in found) == labels
    assert all(0 <= tick.x < 100 for tick in found)


@pytest.mark.parametrize("span", ["-9999/9999", "Y-99999999/Y99999999"])
def test_ages_have_few_ticks_too(span: str) -> None:
    axis = over(span)
    assert 1 < len(ticks.ticks(axis, ticks.step(axis))) < 12


def test_headings_name_the_larger_unit_as_far_as_there_is_room() -> None:
    axis = over("2024-09-28/2024-11-20")
    found = ticks.headings(axis, ticks.step(axis))
    assert [(h.label, h.rest, h.ruled) for h in found] == [
        ("", "", False),
        ("Oct", "ober 2024", True),
        ("Nov", "ember 2024", True),
    ]


def test_density_counts_articles_by_day_and_is_linear_to_the_busiest() -> None:
    published = [edtf.read(t) for t in ("2024-11-05", "2024-11-05", "2024-11-07T14:05", "2024-11", "2025-01-01")]
    found = density.density([*published, UNKNOWN], over("2024-11-01/2024-11-10"))
    assert (found.unit, [column.height for column in found.columns]) == (G.DAY, [36, 18])
    assert found.busiest == (edtf.read("2024-11-05"), 2)


def test_density_takes_longer_units_where_days_would_be_hairs() -> None:
    published = [edtf.read("2024-11-05"), edtf.read("2024-11")]
    found = density.density(published, over("2015/2024"))
    assert (found.unit, len(found.columns)) == (G.MONTH, 1)


def test_density_without_articles_is_empty() -> None:
    assert density.density([Interval(0, 1)], over("2024")).columns == ()
