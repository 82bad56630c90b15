"""Neighbours of the list: whether their order is established, and what is said where it is not."""

import pytest

from tests.web.happenings import happening
from timeline.core import edtf
from timeline.core.event import Certainty, Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import unit_at
from timeline.web.showing import neighbours


def reasons(*events: Event) -> list[str]:
    """What is said below each of these."""
    return [item.why for item in neighbours.items(events)]


def likely(*texts: str) -> list[Event]:
    """Events whose days are likely."""
    return [happening(text, certainty=Certainty.LIKELY) for text in texts]


def test_the_order_is_certain_where_the_ranges_do_not_meet() -> None:
    found = list(neighbours.items([happening("2024-11-01"), happening("2024-11-02")]))
    assert [(item.unsure, item.why, item.last) for item in found] == [(False, "", False), (False, "", True)]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("2024-10-23/..", "2024-10-25"), "Its end is not known."),
        (("2024-10-23", "2024-10-23/.."), "The next event’s end is not known."),
        (("2024-10-23/2024-10-25", "../2024-10-25"), "The next event’s first day is not known."),
        (("2024-10", "2024-10-03"), "It is dated only to the month, so it may have come after the next one."),
        (("2024-10-01", "2024-10"), "The next event is dated only to the month, so it may have come first."),
    ],
)
def test_an_open_order_is_put_down_to_the_vaguer_date(texts: tuple[str, str], said: str) -> None:
    assert reasons(*likely(*texts)) == [said, ""]


def test_two_that_certainly_went_on_together_are_not_said_to_be_vague() -> None:
    assert reasons(happening("2024-10-08/2024-10-13"), happening("2024-10-10"))[0] == (
        "Its days are also those of the next event."
    )


def test_nothing_is_said_between_events_of_one_day() -> None:
    morning = happening(edtf.read("2024-11-05T09:30"))
    found = list(neighbours.items([happening("2024-11-05"), happening("2024-11-05"), morning]))
    assert [(item.unsure, item.why) for item in found] == [(True, ""), (True, ""), (False, "")]


def test_a_vague_date_is_named_once_in_a_run_of_neighbours() -> None:
    week = happening(unit_at(edtf.read("2024-11-04").start, G.WEEK), certainty=Certainty.LIKELY)
    found = reasons(happening("2024-11-04"), week, *likely("2024-11-05", "2024-11-08", "2024-11-08/2024-11-20"))
    assert [bool(said) for said in found] == [True, False, False, True, False]
