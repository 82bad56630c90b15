"""Jobs are queued with what they are about, and worked off by the services."""

import json
from collections.abc import Iterator, Sequence

import pytest
from sqlalchemy import text

from tests.builders import NOW, a_collection
from timeline.core.article import Article
from timeline.core.load import Load, LoadState, Said
from timeline.errors import Invalid, NotFound
from timeline.jobs import worker
from timeline.services import library, loads, queued, reading, timelines
from timeline.settings import Settings
from timeline.storage import queue
from timeline.storage.database import Database
from timeline.storage.readings import Record

TEXTS = ("The council closed the port on Monday. The mayor resigned on 2 November 2024.", "Anna Berg left on Friday.")


def lines(texts: Sequence[str]) -> bytes:
    return b"".join(json.dumps({"id": f"a{i}", "text": one}).encode() + b"\n" for i, one in enumerate(texts))


def accepted(database: Database, content: bytes, name: str = "story.ndjson", said: Said | None = None) -> Load:
    return loads.accept(database, "port", name, "me", said or Said(), [content[:7], content[7:]], NOW)


def jobs(database: Database, task: str) -> int:
    with database.begin() as session:
        return len(session.execute(text("SELECT FROM procrastinate_jobs WHERE task_name = :t"), {"t": task}).all())


def test_a_worker_stores_reads_and_derives_what_was_handed_over(database: Database, settings: Settings) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    assert (load.state, load.counts.items) == (LoadState.WAITING, 0)
    worker.drain(database, settings)
    done = loads.get(database, load.number)
    assert (done.state, done.counts.items, done.counts.new, done.counts.unread) == (LoadState.DONE, 2, 2, 0)
    assert "2024-11-02" in {event.date.edtf for event in timelines.whole(database, "port")}


def test_what_is_loaded_again_is_unchanged(database: Database, settings: Settings) -> None:
    a_collection(database)
    for _ in range(2):
        load = accepted(database, lines(TEXTS))
        worker.drain(database, settings)
    counts = loads.get(database, load.number).counts
    assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 2)


def test_an_item_that_is_wrong_is_a_problem_with_its_line_and_keeps_no_other(
    database: Database, settings: Settings
) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS) + b'{"id": "no text"}\nnot JSON\n' + lines([TEXTS[1] + " He came back."]))
    worker.drain(database, settings)
    done = loads.get(database, load.number)
    assert (done.state, done.counts.new, done.counts.changed, done.counts.failed) == (LoadState.DONE, 2, 1, 2)
    found = loads.problems(database, load.number, 10)
    assert [(one.number, one.where, "text" in one.why or "JSON" in one.why) for one in found] == [
        (0, "story.ndjson:3", True),
        (1, "story.ndjson:4", True),
    ]
    assert loads.problems(database, load.number, 10, after=0) == found[1:]


def test_what_was_said_of_the_files_counts_when_they_are_stored(database: Database, settings: Settings) -> None:
    a_collection(database)
    said = Said("csv", columns={"text": "Body"}, defaults={"source": "My Paper", "published": "2024-11-05"})
    load = accepted(database, b"Key,Body\n1,The mill closed today.\n", "export", said)
    worker.drain(database, settings)
    assert loads.get(database, load.number).counts.new == 1
    assert {event.date.edtf for event in timelines.whole(database, "port")} == {"2024-11-05"}


def test_a_load_that_was_broken_off_goes_on_where_it_stood(database: Database, settings: Settings) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    with database.begin() as session:
        session.execute(text("UPDATE loads SET items = 1"))
    worker.drain(database, settings)
    assert [article.id for article in library.listed(database, "port")] == ["a1"]
    assert loads.get(database, load.number).counts.new == 1


def test_a_cancelled_load_takes_no_more_and_what_it_has_stored_stays(database: Database, settings: Settings) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    assert loads.cancel(database, load.number, NOW).state is LoadState.CANCELLED
    worker.drain(database, settings)
    assert loads.cancel(database, load.number, NOW).state is LoadState.CANCELLED
    assert library.listed(database, "port") == ()


def test_a_load_that_is_done_cannot_be_cancelled_any_more(database: Database, settings: Settings) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    worker.drain(database, settings)
    assert loads.cancel(database, load.number, NOW).state is LoadState.DONE


def test_a_load_into_nowhere_or_of_an_unknown_form_is_refused_at_once(database: Database) -> None:
    with pytest.raises(NotFound, match="port"):
        accepted(database, b"")
    a_collection(database)
    with pytest.raises(Invalid, match="ndjson") as error:
        accepted(database, b"", said=Said("doc"))
    assert error.value.field == "form"
    assert loads.listed(database, 10) == ()


def test_loads_are_listed_with_the_newest_first(database: Database) -> None:
    a_collection(database)
    first, second = accepted(database, b"a"), accepted(database, b"b")
    assert loads.listed(database, 10) == (second, first)
    assert loads.listed(database, 10, before=second.number) == (first,)


def test_a_job_that_fails_for_good_says_so(database: Database, settings: Settings) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    with database.begin() as session:
        session.execute(text("""UPDATE procrastinate_jobs SET args = '{"unknown": 1}'"""))
    worker.drain(database, settings)
    failed = loads.get(database, load.number)
    assert (failed.state, "given up" in failed.failure) == (LoadState.FAILED, True)


def test_the_job_of_a_worker_that_died_is_taken_up_again(database: Database, settings: Settings) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    with database.begin() as session:
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))
    assert loads.get(database, load.number).state is LoadState.STORING
    assert (queued.rescue(database, 1), queued.rescue(database, 1)) == (1, 0)
    worker.drain(database, settings)
    assert loads.get(database, load.number).state is LoadState.DONE


def test_a_worker_that_is_still_heard_of_keeps_its_job(database: Database) -> None:
    a_collection(database)
    accepted(database, b"")
    with database.begin() as session:
        session.execute(text("INSERT INTO procrastinate_workers DEFAULT VALUES"))
        session.execute(text("UPDATE procrastinate_jobs SET status = 'doing', worker_id = 1"))
    assert queued.rescue(database, 60) == 0


def test_a_text_on_which_the_rules_fail_keeps_no_other_from_being_read(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    read = reading.read_all

    def breaks(every: Sequence[Article], model: str) -> Iterator[Record]:
        if any("Anna" in article.text for article in every):
            raise ZeroDivisionError
        return read(every, model)

    monkeypatch.setattr(reading, "read_all", breaks)
    load = accepted(database, lines(TEXTS))
    worker.drain(database, settings)
    assert loads.get(database, load.number).state is LoadState.DONE
    assert {event.date.edtf for event in timelines.whole(database, "port")} >= {"2024-11-02"}
    assert reading.refused(database, "port") == {"a1": "reading it fails with ZeroDivisionError"}


def test_an_article_over_which_workers_die_is_read_alone_and_then_no_more(
    database: Database, settings: Settings
) -> None:
    a_collection(database)
    loads.store(database, accepted(database, lines(TEXTS)).number, NOW, 1000)
    queued.read(database, "port", ["a0", "a1"], 2, NOW, settings.model)
    assert jobs(database, queued.READ) == 3
    queued.read(database, "port", ["a1"], 10, NOW, settings.model)
    assert reading.refused(database, "port") == {"a1": "10 workers died while they read it"}
    worker.drain(database, settings)
    assert {one.reports[0].article for one in timelines.whole(database, "port")} == {"a0"}


def test_what_nobody_is_at_is_taken_up(database: Database, settings: Settings) -> None:
    a_collection(database)
    loads.store(database, accepted(database, lines(TEXTS)).number, NOW, 1000)
    with database.begin() as session:
        session.execute(text("DELETE FROM procrastinate_jobs"))
    queued.take_up(database)
    queued.take_up(database)
    assert jobs(database, queued.READ) == 1
    worker.drain(database, settings)
    assert timelines.whole(database, "port")


def test_a_load_has_not_ended_while_events_of_what_was_read_are_to_be_derived(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    loads.store(database, load.number, NOW, 1000)
    queued.read(database, "port", ["a0", "a1"], 0, NOW, settings.model)
    with monkeypatch.context() as before:
        before.setattr(reading, "derive", lambda *_: None)
        queued.derive(database, "port", NOW)
    assert loads.get(database, load.number).state is LoadState.READING
    worker.drain(database, settings)
    assert loads.get(database, load.number).state is LoadState.DONE


def test_what_new_rules_have_not_read_can_be_queued(database: Database, settings: Settings) -> None:
    a_collection(database)
    loads.store(database, accepted(database, lines(TEXTS)).number, NOW, 1000)
    with database.begin() as session:
        session.execute(text("DELETE FROM procrastinate_jobs"))
    assert queued.reread(database, "port") == queued.reread(database, "port")
    worker.drain(database, settings)
    assert timelines.whole(database, "port")


def test_what_is_not_stored_is_not_queued(database: Database) -> None:
    with pytest.raises(NotFound):
        queued.reread(database, "nowhere")
    with pytest.raises(NotFound):
        loads.get(database, 7)
    with database.begin() as session:
        assert queue.state(session, 1) is None
