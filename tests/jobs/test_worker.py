"""Jobs are queued with what they are about, and worked off by the services."""

import pytest
from sqlalchemy import text

from tests.builders import NOW, a_collection, an_article
from timeline.errors import NotFound
from timeline.jobs import app, worker
from timeline.services import later, timelines
from timeline.settings import Settings
from timeline.storage import queue
from timeline.storage.database import Database

TEXT = "The council closed the port on Monday. The mayor resigned on 2 November 2024."


def test_a_worker_reads_what_was_stored(database: Database, settings: Settings) -> None:
    a_collection(database)
    (stored,), job = later.load(database, "port", [an_article(text=TEXT)], NOW)
    assert (stored.state, later.job(database, job).state) == ("new", "todo")
    assert timelines.whole(database, "port") == ()
    worker.drain(database, settings)
    assert later.job(database, job).state == "succeeded"
    assert "2024-11-02" in {event.date.edtf for event in timelines.whole(database, "port")}


def test_a_job_that_fails_says_so(database: Database, settings: Settings) -> None:
    with database.begin() as session:
        job = queue.defer(session, later.CATCH_UP, {"no such argument": 1}, "port")
    worker.drain(database, settings)
    assert later.job(database, job) == later.Job(job, "failed", 1)


def test_the_job_of_a_worker_that_died_is_taken_up_again(database: Database, settings: Settings) -> None:
    a_collection(database)
    job = later.reread(database, "port")
    with database.begin() as session:
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))
        queue.defer(session, app.RESCUE, {"timestamp": 0}, "rescue")
    worker.drain(database, settings)
    assert later.job(database, job).state == "succeeded"


def test_what_is_not_stored_is_not_queued(database: Database) -> None:
    a_collection(database)
    with pytest.raises(NotFound):
        later.load(database, "nowhere", [an_article()], NOW)
    with pytest.raises(NotFound):
        later.job(database, 1)


def test_what_new_rules_have_not_read_can_be_queued(database: Database) -> None:
    a_collection(database)
    assert later.job(database, later.reread(database, "port")).state == "todo"


def test_an_unknown_job_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound, match="7"):
        later.job(database, 7)
