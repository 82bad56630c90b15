"""Readings are stored as they come, events once all is read; whoever is interrupted goes on the next time."""

import pytest
from sqlalchemy import text as sql

from tests.builders import NOW, an_article
from timeline.language.pipeline import DEFAULT
from timeline.services import articles, collections, reading, rebuild, timelines
from timeline.storage.database import Database, Session

TEXTS = {"a": "Anna Berg closed the mill on Monday.", "b": "Tom Holm reached Oslo on Monday."}


@pytest.fixture
def waiting(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database with two articles that nobody has read, which are read one by one."""
    monkeypatch.setattr(reading, "_BATCH", 1)
    collections.create(database, "port")
    for name, text in TEXTS.items():
        articles.store(database, "port", an_article(name, text=text), NOW)
    return database


def test_events_are_derived_once_however_many_articles_were_read(
    waiting: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[str] = []
    planned = rebuild.plan

    def counts(session: Session, slug: str) -> rebuild.Plan:
        derived.append(slug)
        return planned(session, slug)

    monkeypatch.setattr(rebuild, "plan", counts)
    assert reading.catch_up(waiting, "port", NOW, DEFAULT) == 2
    assert derived == ["port"]


def test_what_was_interrupted_before_its_events_were_derived_derives_them_the_next_time(
    waiting: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Session, slug: str) -> None:
        raise RuntimeError(f"{slug} was interrupted")

    with monkeypatch.context() as broken:
        broken.setattr(rebuild, "plan", fails)
        with pytest.raises(RuntimeError, match="interrupted"):
            reading.catch_up(waiting, "port", NOW, DEFAULT)
    assert timelines.whole(waiting, "port") == ()
    assert reading.catch_up(waiting, "port", NOW, DEFAULT) == 0
    assert {event.text for event in timelines.whole(waiting, "port")} == set(TEXTS.values())


def test_after_many_articles_the_database_knows_how_its_rows_are_spread(
    waiting: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MANY", 2)
    reading.catch_up(waiting, "port", NOW, DEFAULT)
    with waiting.begin() as session:
        assert session.scalar(sql("SELECT reltuples FROM pg_class WHERE relname = 'events'")) == 2
