"""Plans that came true."""

from itertools import permutations

import pytest

from tests.readings import read
from timeline.chronology import fulfilled
from timeline.chronology.fulfilled import Fulfilment
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.mention import Report
from timeline.services.derive import derive

PLAN = ("2024-11-06", "Anna Berg will meet the council of Oslo on Friday.")


def word(report: Report) -> str:
    """The word of an act as it was read."""
    return report.mention.act


def known(*texts: tuple[str, str]) -> tuple[tuple[Event, ...], dict[str, Interval]]:
    """The events of articles, each a day and a text, and their publications."""
    found = derive([read(f"a{i}", text, day) for i, (day, text) in enumerate(texts)])
    return found.events, {f"a{i}": one.interval for i, one in enumerate(found.publications)}


def linked(*texts: tuple[str, str]) -> tuple[tuple[Event, ...], tuple[Fulfilment, ...]]:
    """The events of articles, and the plans of them that came true."""
    events, published = known(*texts)
    return events, fulfilled.find(events, word, published)


def titles(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    """The same by titles."""
    events, found = linked(*texts)
    return [(events[one.plan].title, events[one.happening].title) for one in found]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-11-09", "Anna Berg met the council of Oslo on Friday."),
        ("2024-11-13", "Anna Berg met the council of Oslo on Tuesday."),
        ("2024-11-09", "Anna Berg, the mayor, met the council on Friday."),
    ],
)
def test_a_plan_is_linked_to_the_same_act_of_the_same_people_when_it_was_due(day: str, text: str) -> None:
    events, (found,) = linked(PLAN, (day, text))
    assert events[found.plan].status == "planned"
    assert (events[found.happening].status, found.act) == ("occurred", "meet")
    assert "council" in found.shared


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-11-06", "Anna Berg met the council of Oslo on Monday."),
        ("2024-11-20", "Anna Berg met the council of Oslo on 18 November 2024."),
        ("2024-11-09", "Anna Berg left the council of Oslo on Friday."),
        ("2024-11-09", "Tom Holm met the captain of the ferry on Friday."),
        ("2024-11-09", "The captain met the council on Friday."),
        ("2024-11-09", "Anna Berg met the council of Oslo."),
        ("2024-11-06", "Tom Holm will meet the council of Oslo on Friday."),
    ],
)
def test_what_was_before_or_long_after_or_another_act_or_others_did_is_no_fulfilment(day: str, text: str) -> None:
    assert titles(PLAN, (day, text)) == []


def test_of_two_happenings_the_one_with_more_in_common_and_then_the_nearer_is_taken() -> None:
    happened = ("2024-11-12", "Anna Berg met the council of Oslo on Friday. Tom Holm met the council on Saturday.")
    ((_, title),) = titles(PLAN, happened)
    assert title.startswith("Anna Berg met")


def test_a_plan_without_a_time_is_looked_for_after_it_was_told() -> None:
    plan = ("2024-11-06", "Anna Berg is expected to visit Oslo this month.")
    assert titles(plan, ("2024-11-20", "Anna Berg visited Oslo on Monday."))
    assert not titles(plan, ("2024-11-06", "Anna Berg visited Oslo on Monday."))


def test_the_links_do_not_depend_on_the_order_of_the_events() -> None:
    events, published = known(
        PLAN,
        ("2024-11-09", "Anna Berg met the council of Oslo on Friday. Tom Holm met the council on Saturday."),
        ("2024-11-09", "Tom Holm will open the hall in Oslo on Monday."),
        ("2024-11-13", "Tom Holm opened the hall in Oslo on Monday."),
    )
    found = {
        tuple((order[one.plan].title, order[one.happening].title) for one in fulfilled.find(order, word, published))
        for order in permutations(events)
    }
    assert {frozenset(pairs) for pairs in found} == {frozenset(found.pop())}
    assert len(fulfilled.find(events, word, published)) == 2


@pytest.mark.parametrize(
    ("plan", "happened", "links"),
    [
        ("Anna Berg will resign on Friday.", "Anna Berg resigned on Friday.", 1),
        ("The schools will be closed on Friday.", "The schools were closed on Friday.", 0),
        ("The schools will be closed by the council.", "The schools were closed by the council on Friday.", 0),
        ("Bergen will close two schools on Friday.", "Bergen closed two schools on Friday.", 1),
        ("The minister said that Anna Berg would be freed on Friday.", "The minister said that she was free.", 0),
    ],
)
def test_those_in_both_are_two_or_all_of_the_plan_and_one_has_a_name(plan: str, happened: str, links: int) -> None:
    assert len(titles(("2024-11-06", plan), ("2024-11-09", happened))) == links


def test_no_events_give_no_links() -> None:
    assert fulfilled.find((), word, {}) == ()
