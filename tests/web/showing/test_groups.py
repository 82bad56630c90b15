"""The list in months and days, and the order of neighbours."""

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


def test_the_order_with_the_next_is_certain_where_the_ranges_do_not_meet() -> None:
    items = [
        item
        for month in months([happening("2024-11-01"), happening("2024-11-02")])
        for d in month.days
        for item in d.items
    ]
    assert [(item.unsure, item.why, item.last) for item in items] == [(False, "", False), (False, "", True)]


def test_an_open_order_says_why_unless_both_stand_under_one_date() -> None:
    texts = ("2024-10-23/..", "../2024-10-25", "2024-10-24/2024-10-28", "2024-10-27", "2024-10-27")
    found = months([happening(text) for text in texts])
    items = [item for month in found for day in month.days for item in day.items]
    assert [item.why for item in items] == [
        "It has no known end.",
        "It has no known first day.",
        "The ranges of the two overlap.",
        "",
        "",
    ]
    assert [item.unsure for item in items] == [True, True, True, True, False]


def test_no_events_no_months() -> None:
    assert months([]) == ()


def test_in_another_order_they_are_one_group_without_neighbours() -> None:
    found = listed([happening(text) for text in ("2024-11-05", "2024-10", "2024-11-05")], Sort.BACKWARDS)
    assert [(group.name, len(group.days)) for group in found] == [("The latest first", 3)]
    assert not [item for day in found[0].days for item in day.items if item.unsure]
    assert listed([], Sort.ARRIVAL) == ()
