"""The list in months and days."""

from tests.web.happenings import happening
from timeline.core.line import Sort
from timeline.web.showing.groups import listed, months


def test_events_stand_under_their_month_and_day() -> None:
    found = months([happening(t) for t in ("2024-10-31", "2024-10-31", "2024-11-01")])
    assert [(month.name, month.datetime, month.events) for month in found] == [
        ("October 2024", "2024-10", 2),
        ("November 2024", "2024-11", 1),
    ]
    assert len(found[0].days) == 1


def test_a_long_span_stands_under_its_years() -> None:
    assert [month.name for month in months([happening("2024"), happening("2023/2025")])] == ["2024", "2023 to 2025"]


def test_no_events_no_months() -> None:
    assert months([]) == ()


def test_in_another_order_they_are_one_group_without_neighbours() -> None:
    found = listed([happening(text) for text in ("2024-11-05", "2024-10", "2024-11-05")], Sort.BACKWARDS)
    assert [(group.name, len(group.days)) for group in found] == [("The latest first", 3)]
    assert not [item for day in found[0].days for item in day.items if item.unsure]
    assert listed([], Sort.ARRIVAL) == ()
