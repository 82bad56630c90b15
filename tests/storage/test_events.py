"""Events are replaced as a whole, and keep their ids."""

from dataclasses import replace

import pytest

from tests.builders import NOW, a_collection, a_day, a_mention, a_record, a_report, an_article, an_event, store
from timeline.core import calendar
from timeline.core.event import Certainty, Claim, Contradiction, Entity, EventDate, Other
from timeline.core.granularity import Granularity
from timeline.core.interval import UNKNOWN, Interval, since, unit_at, until
from timeline.core.mention import Mention
from timeline.errors import NotFound
from timeline.storage import events, places, readings
from timeline.storage.database import Database, Session

VOTE = a_mention()
CLOSURE = a_mention("The port closed.", 60, act="close")
RALLY = a_mention("They rallied.", 90, act="rally")


def read(session: Session, **mentions: tuple[Mention, ...]) -> None:
    """The collection with articles in which these mentions were read."""
    store(session, "port", [an_article(article) for article in mentions])
    for article, own in mentions.items():
        readings.add(session, "port", a_record(article, *own), NOW)


def ids(session: Session) -> dict[str, str]:
    return {event.title: event.id for event in events.whole(session, "port")}


@pytest.mark.parametrize(
    "interval",
    [
        a_day("2024-11-05", "America/New_York"),
        UNKNOWN,
        until(a_day()),
        since(a_day()),
        unit_at(calendar.at(-43), Granularity.YEAR),
        Interval(calendar.at(2024, 11, 5), calendar.at(2024, 11, 5) + 1, Granularity.SECOND, "Asia/Seoul"),
    ],
)
def test_an_event_comes_back_as_it_was_derived(database: Database, interval: Interval) -> None:
    event = an_event(
        a_report("a1", VOTE, interval),
        a_report("a1", CLOSURE, a_day()),
        date=EventDate(interval, Certainty.DISPUTED, (), (a_day(), a_day("2024-11-04"))),
        entities=(Entity("Ann Lee", "person"), Entity("Port City", "place")),
        contradictions=(Contradiction("the day", (Claim("5 November", (0,)), Claim("4 November", (1,)))),),
    )
    with database.begin() as session:
        read(session, a1=(VOTE, CLOSURE))
        events.replace(session, "port", [event])
    with database.begin() as session:
        (found,) = events.whole(session, "port")
        assert replace(found, id="") == event
        assert events.get(session, found.id) == (found, "port")


def test_an_event_keeps_its_id_as_a_report_is_added(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE,), a2=(CLOSURE,))
        events.replace(session, "port", [an_event(a_report("a1", VOTE))])
        before = ids(session)
        events.replace(session, "port", [an_event(a_report("a1", VOTE), a_report("a2", CLOSURE))])
        assert ids(session) == before


def test_when_two_become_one_the_older_id_stays_and_the_other_leads_to_it(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE, CLOSURE, RALLY))
        vote, closure, rally = (an_event(a_report("a1", mention)) for mention in (VOTE, CLOSURE, RALLY))
        events.replace(session, "port", [rally])
        events.replace(session, "port", [vote, rally])
        events.replace(session, "port", [closure, vote, rally])
        before = ids(session)
        events.replace(session, "port", [an_event(*closure.reports, *vote.reports), rally])
        events.replace(session, "port", [an_event(*closure.reports, *vote.reports, *rally.reports)])
        (found,) = events.whole(session, "port")
        assert found.id == before["They rallied"]
        assert {events.get(session, old)[0].id for old in before.values()} == {found.id}


def test_an_event_that_nobody_reports_any_more_is_gone(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE, CLOSURE))
        events.replace(session, "port", [an_event(a_report("a1", VOTE)), an_event(a_report("a1", CLOSURE))])
        gone = ids(session)["The port closed"]
        events.replace(session, "port", [an_event(a_report("a1", VOTE))])
        assert list(ids(session)) == ["The council voted today"]
        with pytest.raises(NotFound):
            events.get(session, gone)


def test_an_event_keeps_its_id_when_a_new_reading_moves_its_sentence(database: Database) -> None:
    moved = a_mention(start=200)
    with database.begin() as session:
        read(session, a1=(VOTE,))
        events.replace(session, "port", [an_event(a_report("a1", VOTE))])
        before = ids(session)
        readings.add(session, "port", a_record("a1", moved, rules="the newer"), NOW)
        events.replace(session, "port", [an_event(a_report("a1", moved))])
        assert ids(session) == before


def test_events_are_the_same_whatever_the_order_in_which_they_come(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE, CLOSURE))
        vote, closure = an_event(a_report("a1", VOTE)), an_event(a_report("a1", CLOSURE))
        events.replace(session, "port", [vote, closure])
        before = events.whole(session, "port")
        events.replace(session, "port", [closure, vote])
        assert events.whole(session, "port") == before


def test_the_events_of_another_collection_are_left_alone(database: Database) -> None:
    a_collection(database, "mill")
    with database.begin() as session:
        read(session, a1=(VOTE,))
        events.replace(session, "port", [an_event(a_report("a1", VOTE))])
        events.replace(session, "mill", [])
        assert len(events.whole(session, "port")) == 1


def test_a_report_of_what_was_never_read_is_a_mistake(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE,))
        with pytest.raises(ValueError, match="The port closed"):
            events.replace(session, "port", [an_event(a_report("a1", CLOSURE))])


def test_mentions_that_begin_alike_are_told_apart(database: Database) -> None:
    spoken = a_mention(speaker="Ann Lee")
    with database.begin() as session:
        read(session, a1=(VOTE, spoken))
        events.replace(session, "port", [an_event(a_report("a1", spoken)), an_event(a_report("a1", VOTE))])
        found = {event.reports[0].mention for event in events.whole(session, "port")}
        assert found == {VOTE, spoken}


def test_whoever_has_loaded_the_readings_may_hand_their_places_over(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE, CLOSURE))
        told = [an_event(a_report("a1", VOTE), a_report("a1", CLOSURE))]
        events.replace(session, "port", told)
        before = events.whole(session, "port")
        events.replace(session, "port", told, places.of_records(readings.of_collection(session, "port")))
        assert events.whole(session, "port") == before


def test_an_unknown_event_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound, match="nothing"), database.begin() as session:
        events.get(session, "nothing")


def test_a_plan_leads_to_what_became_of_it_and_back(database: Database) -> None:
    with database.begin() as session:
        read(session, a1=(VOTE, CLOSURE, RALLY))
        plans = [an_event(a_report("a1", mention)) for mention in (VOTE, CLOSURE)]
        happening = an_event(a_report("a1", RALLY), interval=a_day("2024-11-09"))
        events.replace(session, "port", [*plans, happening], fulfilments=[(0, 2), (1, 2)])
        by_title = {event.title: event for event in events.whole(session, "port")}
        vote, rally = by_title[VOTE.title], by_title[RALLY.title]
        assert vote.fulfilled_by == Other(rally.id, rally.title)
        assert [plan.title for plan in rally.fulfils] == sorted((VOTE.title, CLOSURE.title))
        events.replace(session, "port", [*plans, happening])
        assert not any(event.fulfilled_by or event.fulfils for event in events.whole(session, "port"))
