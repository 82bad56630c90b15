"""What a migration fills in for events that were stored before is what is stored with them today."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text

from tests.builders import NOW, a_mention, a_record, a_report, an_article, an_event, store
from tests.storage import lots
from tests.storage.migrating import before
from timeline.core.event import Corroboration, Entity, Event
from timeline.core.interval import UNKNOWN
from timeline.services import articles, collections, keys
from timeline.storage import events, readings, stories
from timeline.storage.database import Database, Session

SOURCES = {"a1": "The Courier", "a2": "Émile's Wire", "a3": "THE COURIER"}
NAMES = (Entity("Norwood", "place"), Entity("norwood", "organisation"), Entity("Ann Lee", "person"))
MARKED = "SELECT count(*) FROM events WHERE search::text LIKE '%''=%'"

NAMED = "SELECT count(*) FROM pg_attribute WHERE attrelid = 'events'::regclass AND attname = 'named'"


def told(database: Database) -> None:
    """Events of all kinds that one article tells, and two that three sources tell."""
    with database.begin() as session:
        events.replace(session, "port", lots.put(session, "port"))
        events.replace(session, "mill", _of_three(session))


def _of_three(session: Session) -> list[Event]:
    store(session, "mill", [an_article(name, source=source) for name, source in SOURCES.items()])
    mentions = [a_mention("The mill closed."), a_mention("The mill will open.", 20)]
    for name in SOURCES:
        readings.add(session, "mill", a_record(name, *mentions), NOW)
    known = [[a_report(name, one, source=source) for name, source in SOURCES.items()] for one in mentions]
    closed = an_event(*known[0], entities=NAMES, corroboration=Corroboration(3, 2, 2))
    return [closed, an_event(*known[1], interval=UNKNOWN)]


def stored(database: Database, columns: str) -> Sequence[Any]:
    """Some columns of all events."""
    with database.begin() as session:
        return session.execute(text(f"SELECT id, {columns} FROM events ORDER BY collection_id, id")).all()


def test_what_filters_look_for_and_which_events_are_undated_is_filled_in(database: Database) -> None:
    told(database)
    written = stored(database, "search::text, during::text")
    assert "=mill=source=émile''s wire" in str(written)
    with before(database, "0017") as connection:
        assert connection.scalar(text(MARKED)) == 0
        assert connection.scalar(text("SELECT count(*) FROM events WHERE during IS NULL")) == 0
    assert stored(database, "search::text, during::text") == written


def test_the_names_of_an_event_are_filled_in_once_for_each_however_they_are_spelled(database: Database) -> None:
    told(database)
    names = "(SELECT array_agg(name ORDER BY name) FROM unnest(named) name)"
    written = stored(database, names)
    assert ["entity=Ann Lee", "entity=Norwood", "place=Norwood", "source=The Courier", "source=Émile's Wire"] in [
        found for _, found in written
    ]
    with before(database, "0020") as connection:
        assert connection.scalar(text(NAMED)) == 0
    assert stored(database, names) == written


def test_a_key_that_might_decide_may_curate(database: Database) -> None:
    keys.create(database, "anna", ["load", "curate"], NOW)
    with before(database, "0017") as connection:
        assert connection.scalar(text("SELECT scopes FROM api_keys")) == ["load", "decide"]
    (key,) = keys.listed(database)
    assert sorted(key.scopes) == ["curate", "load"]


def test_every_story_is_derived_anew_by_the_rules_for_outvoted_days(database: Database) -> None:
    collections.create(database, "port")
    articles.load(database, "port", [an_article(text="The mill closed on Monday.")], NOW)
    with before(database, "0023"), database.begin() as session:
        assert not stories.waiting(session, "port")
    with database.begin() as session:
        assert stories.waiting(session, "port") == {"a1"}
