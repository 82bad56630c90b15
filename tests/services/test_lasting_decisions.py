"""A decision outlives loading again, other rules and another merging; where it cannot count, it is listed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.builders import NOW
from tests.services.test_decisions import (
    EVERY,
    MET,
    add,
    articles_of,
    event,
    merge,
    plain,
    redate,
    split,
    take,
)
from tests.services.test_decisions import port as port
from tests.services.test_decisions import told as told
from tests.services.test_rebuild import ALL
from timeline.core.decision import Kind, State
from timeline.core.mention import Mention
from timeline.services import articles, decisions, rebuild, timelines
from timeline.services.decisions import Query
from timeline.storage import readings, stories
from timeline.storage.database import Database

OPENED = "Ida Holm opened the bridge in Bergen"


def stands(database: Database, number: int) -> tuple[State, tuple[str, ...]]:
    """How a decision stands, and what speaks against it."""
    entry = decisions.get(database, number)
    return entry.state, entry.reasons


def reread(database: Database, read: Callable[[Mention], Mention | None]) -> None:
    """Read everything by other rules, which find the same mentions otherwise, or not at all."""
    with database.begin() as session:
        for record in readings.of_collection(session, "port"):
            found = tuple(other for mention in record.mentions if (other := read(mention)))
            readings.add(session, "port", replace(record, rules="the next", mentions=found), NOW)
        for article in articles_of(database, "port"):
            stories.mark(session, "port", article)
        rebuild.rebuild(session, "port")


@pytest.mark.parametrize("make", EVERY)
def test_loading_the_same_articles_again_changes_nothing_that_was_decided(
    port: Database, make: Callable[[Database], int]
) -> None:
    number = make(port)
    before = timelines.whole(port, "port")
    articles.load(port, "port", ALL, NOW)
    assert timelines.whole(port, "port") == before
    assert stands(port, number) == (State.STANDING, ())


@pytest.mark.parametrize("make", EVERY)
def test_reading_by_other_rules_changes_nothing_that_was_decided(
    port: Database, make: Callable[[Database], int]
) -> None:
    number = make(port)
    before = timelines.whole(port, "port")
    reread(port, lambda mention: mention)
    assert timelines.whole(port, "port") == before
    assert stands(port, number) == (State.STANDING, ())


@pytest.mark.parametrize("make", [redate, split, merge])
def test_what_other_rules_call_otherwise_is_recognised(port: Database, make: Callable[[Database], int]) -> None:
    number = make(port)
    before = [(one.date.edtf, len(one.reports)) for one in plain(port, "port")]
    reread(port, lambda mention: replace(mention, act=f"{mention.act} up"))
    assert [(one.date.edtf, len(one.reports)) for one in plain(port, "port")] == before
    assert stands(port, number) == (State.STANDING, ())


@pytest.mark.parametrize("make", EVERY)
def test_what_other_rules_do_not_find_is_listed_with_its_decision(
    port: Database, make: Callable[[Database], int]
) -> None:
    number = make(port)
    reread(port, lambda _: None)
    assert timelines.whole(port, "port") == ()
    state, reasons = stands(port, number)
    assert state is State.CONTRADICTED
    assert all(reason.startswith("No event has the reports of") for reason in reasons)
    assert [one.number for one in decisions.audit(port, Query(state=State.CONTRADICTED)).entries] == [number]


def test_a_decided_event_that_is_told_as_several_is_listed_and_the_larger_part_keeps_the_date(port: Database) -> None:
    number = take(port, Kind.REDATE, MET, date="2024-11-03")
    add(
        port,
        "h2",
        "The strike in the port of Bergen ended. Anna Berg thanked the union on 7 November 2024.",
        "2024-11-07",
    )
    assert stands(port, number) == (State.CONTRADICTED, ("Its reports are told as several events now.",))
    assert event(port, MET).date.edtf == "2024-11-03"
    assert event(port, "Anna Berg thanked the union").date.edtf == "2024-11-07"


def test_events_that_were_decided_on_by_themselves_and_are_told_as_one_are_listed(port: Database) -> None:
    school = "Ida Holm opened the school in Voss"
    add(port, "b1", f"{OPENED} on 4 November 2024.")
    add(port, "b2", f"{school} on 6 November 2024.")
    numbers = [take(port, Kind.ACCEPT, title) for title in (OPENED, school)]
    add(port, "b2", f"{OPENED} on 4 November 2024.")
    assert {report.article for report in event(port, OPENED).reports} == {"b1", "b2"}
    told = "It is told as one with another event that was decided on by itself."
    for number in numbers:
        state, reasons = stands(port, number)
        assert (state, told in reasons) == (State.CONTRADICTED, True)


def test_events_that_were_made_one_are_listed_when_their_reports_name_other_days_outright(port: Database) -> None:
    marched = "Two bands marched across the bridge in Bergen"
    for article, words in (("b1", OPENED), ("b2", marched)):
        add(port, article, f"{words}.")
    number = take(port, Kind.MERGE, OPENED, marched)
    assert stands(port, number) == (State.STANDING, ())
    for article, words in (("b1", f"{OPENED} on 4"), ("b2", f"{marched} on 6")):
        add(port, article, f"{words} November 2024.")
    assert {report.article for report in event(port, OPENED).reports} == {"b1", "b2"}
    told = "Its reports name days now that exclude each other: 4 or 6 November 2024."
    assert stands(port, number) == (State.CONTRADICTED, (told,))
