"""A decision that new evidence contradicts is listed with the reason, and not dropped."""

from datetime import UTC, datetime

import pytest

from tests.builders import NOW
from tests.services.test_decisions import (
    BY,
    CLOSED,
    MET,
    accept,
    add,
    decide,
    event,
    hide,
    redate,
    split,
    take,
    titles,
)
from tests.services.test_decisions import port as port
from tests.services.test_decisions import told as told
from timeline.core.correction import Corrected
from timeline.core.decision import Kind, State
from timeline.errors import Conflict, Invalid, NotFound
from timeline.services import collections, decisions, redating, shown, timelines
from timeline.services.decisions import Asked, Entry, Query
from timeline.services.revised import By
from timeline.storage.database import Database

ENDED = "The strike in the port of Bergen ended"
LATER = By("berta", "wrong page", datetime(2024, 11, 21, 12, tzinfo=UTC))


def contradicted(database: Database) -> list[Entry]:
    """What is listed as contradicted."""
    return list(decisions.audit(database, Query("port", state=State.CONTRADICTED)).entries)


def test_an_accepted_event_with_another_date_is_listed_and_accepted_no_more(port: Database) -> None:
    take(port, Kind.ACCEPT, ENDED)
    assert contradicted(port) == []
    add(port, "h9", "The strike in the port of Bergen ended on 6 November 2024.")
    (entry,) = contradicted(port)
    assert entry.reasons == (
        "Its date was on or before 7 November 2024 when it was accepted, and is 6 November 2024 now.",
    )
    assert [one.title for one in entry.events] == [ENDED]
    found = shown.event(port, entry.events[0].id).event
    assert not found.accepted
    assert [verdict.contradicted for verdict in found.decided] == [True]


def test_a_report_more_that_says_the_same_contradicts_nothing(port: Database) -> None:
    take(port, Kind.ACCEPT, CLOSED)
    add(port, "h9", "Anna Berg closed the port of Bergen.")
    assert "h9" in {report.article for report in event(port, CLOSED).reports}
    assert [entry.reasons for entry in contradicted(port)] == []


def test_a_redate_stays_and_is_listed_when_a_report_names_another_day_outright(port: Database) -> None:
    redate(port)
    assert contradicted(port) == []
    add(port, "h9", "Anna Berg closed the port of Bergen on 4 November 2024.")
    (entry,) = contradicted(port)
    assert entry.reasons == ("h9 names 4 November 2024, which the decided 2 November 2024 excludes.",)
    assert event(port, CLOSED).date.edtf == "2024-11-02"


def test_a_decision_whose_reports_are_gone_is_listed_and_counts_again_when_they_are_back(port: Database) -> None:
    number = redate(port)
    text = "The harbour museum showed ten ships. The mayor of Bergen opened the show."
    add(port, "h0", text, "2024-11-05")
    (entry,) = contradicted(port)
    assert entry.reasons == ("No event has the reports of “Anna Berg closed the port of Bergen” any more.",)
    assert entry.events == ()
    add(port, "h0", f"It rained. {_closing()}", "2024-11-05")
    assert decisions.get(port, number).state is State.STANDING
    assert event(port, CLOSED).date.edtf == "2024-11-02"


def _closing() -> str:
    return "Anna Berg closed the port of Bergen on Monday."


def test_a_hidden_event_of_which_far_more_articles_tell_stays_hidden_and_is_listed(port: Database) -> None:
    own = event(port, ENDED)
    take(port, Kind.HIDE, ENDED)
    for number in range(3):
        add(port, f"h{number + 6}", "The strike in the port of Bergen ended.")
    assert own.id not in {one.id for one in timelines.whole(port, "port")}
    (entry,) = contradicted(port)
    assert [one.id for one in entry.events] == [own.id]
    assert entry.reasons == ("4 articles tell of it now, far more than when it was hidden.",)


def test_what_is_accepted_is_shown_again(port: Database) -> None:
    own = event(port, MET)
    hide(port)
    assert own.title not in titles(port)
    made = decisions.decide(port, Asked(Kind.ACCEPT, (own.id,)), BY)
    assert event(port, MET).id == own.id
    assert event(port, MET).accepted
    assert made.entry.state is State.STANDING
    (hidden,) = decisions.audit(port, Query(kind=Kind.HIDE)).entries
    assert (hidden.state, hidden.reasons) == (State.REPLACED, (f"Decision {made.entry.number} says otherwise since.",))


def test_the_last_of_two_dates_counts(port: Database) -> None:
    first = redate(port)
    take(port, Kind.REDATE, CLOSED, date="2024-11-03")
    assert event(port, CLOSED).date.edtf == "2024-11-03"
    assert decisions.get(port, first).state is State.REPLACED
    (last,) = decisions.audit(port, Query(state=State.STANDING)).entries
    decisions.undo(port, last.number or 0, LATER)
    assert event(port, CLOSED).date.edtf == "2024-11-02"


def test_the_audit_has_corrections_too_and_what_was_taken_back(port: Database) -> None:
    number = split(port)
    decisions.undo(port, number, LATER)
    redating.correct(port, "port", "h0", {Corrected.PUBLISHED: "2024-11-06"}, BY)
    redating.correct(port, "port", "h0", {Corrected.PUBLISHED: "2024-11-07"}, LATER)
    redating.correct(port, "port", "h0", {Corrected.PUBLISHED: None}, LATER)
    redating.correct(port, "port", "h0", {Corrected.ZONE: "Europe/Oslo"}, LATER)
    found = decisions.audit(port, Query("port"))
    assert [(one.kind, one.state, one.who) for one in found.entries] == [
        ("correct", State.STANDING, "berta"),
        ("correct", State.UNDONE, "berta"),
        ("split", State.UNDONE, "anna"),
        ("correct", State.UNDONE, "anna"),
    ]
    assert [one.said for one in found.entries] == [
        "zone is Europe/Oslo",
        "published is 2024-11-07",
        "1 of its sentences is of another event",
        "published is 2024-11-06",
    ]
    assert found.total == 4


def test_the_audit_is_given_in_parts_and_narrowed(port: Database) -> None:
    numbers = [accept(port), redate(port), hide(port)]
    collections.create(port, "empty")
    found, after = [], None
    while True:
        part = decisions.audit(port, Query("port", after=after, limit=1))
        found += [one.number for one in part.entries]
        assert part.total == 3
        if part.after is None:
            break
        after = part.after
    assert found == [*reversed(numbers)]
    assert decisions.audit(port, Query("empty")).entries == ()
    own = event(port, CLOSED).id
    assert [one.number for one in decisions.audit(port, Query(event=own)).entries] == [numbers[1]]
    with pytest.raises(NotFound):
        decisions.audit(port, Query("nowhere"))
    with pytest.raises(Invalid):
        decisions.audit(port, Query(kind="praise"))


@pytest.mark.parametrize(
    ("kind", "count", "said", "field"),
    [
        (Kind.MERGE, 1, {}, "events"),
        (Kind.HIDE, 2, {}, "events"),
        (Kind.REDATE, 1, {}, "date"),
        (Kind.REDATE, 1, {"date": "Tuesday"}, "date"),
        (Kind.HIDE, 1, {"date": "2024"}, "date"),
        (Kind.SPLIT, 1, {}, "mentions"),
        (Kind.SPLIT, 1, {"mentions": (("nowhere", 0),)}, "mentions"),
        (Kind.SPLIT, 1, {"mentions": (("h1", 39), ("h2", 40))}, "mentions"),
        (Kind.NOTE, 1, {"text": " "}, "text"),
        (Kind.NOTE, 1, {"text": "x" * 2001}, "text"),
        (Kind.NOTE, 1, {"text": "a\x00b"}, "text"),
        (Kind.ACCEPT, 1, {"public": True}, "public"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_named(
    port: Database, kind: Kind, count: int, said: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        decide(port, kind, *[MET, CLOSED][:count], **said)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert decisions.audit(port, Query()).total == 0


def test_a_reason_is_asked_for_what_changes_the_timeline(port: Database) -> None:
    with pytest.raises(Invalid) as refused:
        decide(port, Kind.HIDE, MET, by=By("anna", " ", NOW))
    assert refused.value.field == "why"
    assert decide(port, Kind.ACCEPT, MET, by=By("anna", "", NOW)).entry.why == ""


def test_events_of_two_collections_are_never_one(port: Database) -> None:
    collections.create(port, "mill")
    add(port, "m", "Ida Holm closed the mill in Ystad.", slug="mill")
    mine, other = event(port, MET), event(port, "Ida Holm closed", "mill")
    with pytest.raises(Conflict):
        decisions.decide(port, Asked(Kind.MERGE, (mine.id, other.id)), BY)
    with pytest.raises(NotFound):
        decisions.decide(port, Asked(Kind.HIDE, ("nothing",)), BY)
