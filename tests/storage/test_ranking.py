"""Events in outline, as they are stored."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text, type_coerce, update
from sqlalchemy.dialects.postgresql import JSONB

from tests.builders import NOW, a_day, a_mention, a_record, a_report, an_article, an_event, events_of
from timeline.core.article import Publication
from timeline.core.event import Certainty, EventDate
from timeline.core.interval import UNKNOWN, Interval, since
from timeline.core.line import Match, TimelineQuery
from timeline.core.mention import Status
from timeline.core.outline import Outline
from timeline.storage import articles, events, lines, publications, ranking, readings
from timeline.storage.database import Database
from timeline.storage.tables import MentionRow

NOVEMBER = Interval(a_day("2024-11-01").start, a_day("2024-12-01").start)
CLAIMED = EventDate(NOVEMBER, Certainty.DISPUTED, (), (a_day("2024-11-04"), a_day("2024-11-05")))
TOLD: tuple[tuple[str, Interval, dict[str, Any]], ...] = (
    ("Ann Lee spoke.", a_day("2024-11-04"), {"title": "Something else"}),
    ("The council votes.", a_day("2024-11-05", "America/New_York"), {"status": Status.PLANNED}),
    ("Prices rose.", NOVEMBER, {"date": CLAIMED}),
    ("It is closed.", since(a_day("2024-11-07")), {}),
    ("A ship was seen.", UNKNOWN, {}),
)
CLOSURE = a_mention("Said to have closed.", 60, told=False, statement=True, stems=frozenset({"close"}))
PORT = TimelineQuery("port")


@pytest.fixture
def line(database: Database) -> Database:
    """Events of one report each, and one that two articles tell."""
    with database.begin() as session:
        single = events_of(session, "port", *TOLD)
        for article, mention in (("b", a_mention()), ("c", CLOSURE)):
            articles.add(session, "port", an_article(article), NOW)
            readings.add(session, "port", a_record(article, mention), NOW)
        both = an_event(a_report("b", a_mention()), a_report("c", CLOSURE, since(a_day())))
        events.replace(session, "port", [*single, both])
    return database


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"within": a_day("2024-11-04")},
        {"within": NOVEMBER},
        {"within": NOVEMBER, "match": Match.MUST},
        {"status": Status.PLANNED},
        {"q": "council"},
        {"source": "nobody"},
        {"limit": 1},
    ],
)
def test_outlines_are_those_of_the_events_that_the_line_has(line: Database, asked: dict[str, Any]) -> None:
    query = replace(PORT, **asked)
    with line.begin() as session:
        found = ranking.outlines(session, query)
        expected = map(Outline.of, lines.page(session, replace(query, limit=100)).events)
        assert sorted(found, key=lambda outline: outline.id) == sorted(expected, key=lambda outline: outline.id)


def test_a_mention_stored_before_it_could_be_in_passing_is_told_by_itself(line: Database) -> None:
    with line.begin() as session:
        session.execute(text("SET LOCAL session_replication_role = replica"))  # else what was read is never changed
        session.execute(update(MentionRow).values(mention=type_coerce(MentionRow.mention, JSONB).delete_path(["told"])))
        found = ranking.outlines(session, PORT)
        assert all(telling.told for outline in found for telling in outline.tellings)


def test_the_chosen_events_are_whole_and_in_the_order_asked_for(line: Database) -> None:
    with line.begin() as session:
        every = events.whole(session, "port")
        wanted = [every[3].id, every[0].id]
        assert ranking.chosen(session, "port", wanted) == (every[3], every[0])
        assert ranking.chosen(session, "port", []) == ()


def test_publications_are_those_of_the_collection(line: Database) -> None:
    with line.begin() as session:
        publications.put(session, "port", "b", replace(Publication(), interval=a_day()))
        assert ranking.published(session, "port") == {"b": a_day()}
        assert ranking.published(session, "elsewhere") == {}
