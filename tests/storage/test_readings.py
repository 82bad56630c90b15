"""Readings are added, never changed; the newest one of the latest revision counts."""

from datetime import timedelta

import pytest

from tests.builders import NOW, a_collection, a_mention, a_record, an_article, an_expression
from timeline.core.algebra import Last, Mentioned, Nearest, Toward, Weekday
from timeline.core.evaluate import Tense
from timeline.core.expression import Reading, Signal
from timeline.core.granularity import Granularity
from timeline.errors import Invalid
from timeline.storage import articles, readings
from timeline.storage.database import Database


def test_a_reading_comes_back_whole(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    found = (
        an_expression(term=Nearest(Weekday(0), Toward.BEFORE), signal=Signal.SINCE, tense=Tense.PAST),
        an_expression(40, "the week before", term=Last(Granularity.WEEK, Mentioned()), refers=18, until=60),
    )
    record = a_record("a1", a_mention(), a_mention("It closed.", 60), reading=Reading(found, ()))
    with database.begin() as session:
        readings.add(session, "port", record, NOW)
    with database.begin() as session:
        assert readings.get(session, "port", "a1") == record
        assert readings.of_collection(session, "port") == (record,)


def test_a_revision_is_read_once_by_the_same_rules(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    with database.begin() as session:
        assert readings.missing(session, "port", "test") == ["a1"]
        readings.add(session, "port", a_record("a1", a_mention()), NOW)
        readings.add(session, "port", a_record("a1"), NOW)
        assert readings.missing(session, "port", "test") == []
        assert readings.get(session, "port", "a1") == a_record("a1", a_mention())


def test_newer_rules_count_and_the_old_reading_stays(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    new = a_record("a1", a_mention(), rules="newer")
    with database.begin() as session:
        readings.add(session, "port", a_record("a1"), NOW)
        readings.add(session, "port", new, NOW + timedelta(seconds=1))
        assert readings.get(session, "port", "a1") == new
        assert readings.missing(session, "port", "test") == []


def test_a_new_revision_waits_to_be_read(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    with database.begin() as session:
        readings.add(session, "port", a_record("a1", a_mention()), NOW)
        articles.add(session, "port", an_article("a1", text="New."), NOW)
        assert readings.get(session, "port", "a1") is None
        again = a_record("a1", a_mention(), revision=2)
        readings.add(session, "port", again, NOW)
        assert readings.get(session, "port", "a1") == again


def test_a_collection_is_read_in_the_order_of_its_articles(database: Database) -> None:
    a_collection(database, "port", an_article("b"), an_article("a"))
    a_collection(database, "mill", an_article("a"))
    with database.begin() as session:
        for article in ("b", "a"):
            readings.add(session, "port", a_record(article), NOW)
        readings.add(session, "mill", a_record("a"), NOW)
        assert [record.article for record in readings.of_collection(session, "port")] == ["a", "b"]


def test_readings_that_are_added_together_are_those_added_one_by_one(database: Database) -> None:
    records = [a_record("a1", a_mention(), a_mention("It closed.", 60)), a_record("a2"), a_record("a3", a_mention())]
    for slug in ("port", "mill"):
        a_collection(database, slug, an_article("a1"), an_article("a2"), an_article("a3"))
    with database.begin() as session:
        readings.add(session, "port", records[1], NOW)
        readings.add_all(session, "port", records, NOW)
        for record in records:
            readings.add(session, "mill", record, NOW)
        for record in records:
            assert readings.get(session, "port", record.article) == record
            assert readings.get(session, "mill", record.article) == record


def test_what_was_rejected_is_not_loaded_with_a_collection(database: Database) -> None:
    a_collection(database, "port", an_article("a1"))
    with database.begin() as session:
        readings.add(session, "port", a_record("a1"), NOW)
        (found,) = readings.of_collection(session, "port")
    assert found.reading.expressions
    assert not found.reading.rejected


def test_half_of_a_surrogate_pair_is_refused_and_nothing_is_stored(database: Database) -> None:
    a_collection(database, "port", an_article("a1"), an_article("a2"))
    records = [a_record("a1", a_mention()), a_record("a2", a_mention("The \ud800 council voted."))]
    with pytest.raises(Invalid), database.begin() as session:
        readings.add_all(session, "port", records, NOW)
    with database.begin() as session:
        assert readings.of_collection(session, "port") == ()
