"""Workers die over jobs: another takes them up, until it is the job that ends them."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from sqlalchemy import text

from tests.builders import NOW, a_collection
from tests.jobs.test_worker import TEXTS, accepted, lines
from timeline.core.load import LoadState
from timeline.errors import Unavailable
from timeline.ingest.files import Item
from timeline.jobs import worker
from timeline.services import loads, queued, storing
from timeline.settings import Settings
from timeline.storage.database import Database


def raises(error: Exception) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


def begun(database: Database) -> None:
    """Have a worker begin with every load that waits to be stored."""
    with database.begin() as session:
        started = "UPDATE procrastinate_jobs SET status = 'doing' WHERE status = 'todo' AND task_name = :task"
        session.execute(text(started), {"task": loads.STORE})


def killed(database: Database, deaths: int) -> None:
    """Have so many workers die over all loads that wait to be stored."""
    for _ in range(deaths):
        begun(database)
        queued.rescue(database, 1)


def killed_later(database: Database, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a worker store one portion of a load, and die over the next."""
    chunks = storing.chunks

    def dies(items: Iterable[Item]) -> Iterator[list[Item]]:
        yield next(chunks(items))
        raise SystemExit

    begun(database)
    with monkeypatch.context() as dying:
        dying.setattr(storing, "chunks", dies)
        with pytest.raises(SystemExit):
            loads.store(database, number, NOW, 1000)
    queued.rescue(database, 1)


def test_deaths_of_workers_use_up_no_retries(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    killed(database, 15)
    with monkeypatch.context() as away:
        away.setattr(loads, "store", raises(Unavailable("away")))
        worker.drain(database, settings)
    with database.begin() as session:
        waits = "SELECT scheduled_at - now() < interval '1 minute' FROM procrastinate_jobs WHERE task_name = :task"
        assert session.execute(text(waits), {"task": loads.STORE}).one() == (True,)
        session.execute(text("UPDATE procrastinate_jobs SET scheduled_at = NULL"))
    worker.drain(database, settings)
    assert loads.get(database, load.number).state is LoadState.DONE


def test_a_job_over_which_worker_after_worker_dies_is_given_up(
    database: Database, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    a_collection(database)
    load = accepted(database, lines(TEXTS))
    killed(database, 20)
    assert "timeline.store, is given up: 20 workers died over it." in caplog.text
    worker.drain(database, settings)
    failed = loads.get(database, load.number)
    assert (failed.state, "given up" in failed.failure) == (LoadState.FAILED, True)


def test_a_load_that_moves_on_between_the_deaths_of_workers_is_not_given_up(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    load = accepted(database, lines([TEXTS[1]] * 60))
    killed(database, 19)
    killed_later(database, load.number, monkeypatch)
    killed(database, 18)
    worker.drain(database, settings)
    done = loads.get(database, load.number)
    assert (done.state, done.counts.new) == (LoadState.DONE, 60)


def test_a_load_that_has_moved_on_is_given_up_where_worker_after_worker_dies_over_the_same_portion(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    load = accepted(database, lines([TEXTS[1]] * 60))
    killed_later(database, load.number, monkeypatch)
    killed(database, 18)
    assert loads.get(database, load.number).state is LoadState.STORING
    killed(database, 1)
    assert loads.get(database, load.number).state is LoadState.FAILED


def test_a_job_over_which_a_worker_died_waits_behind_the_others(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database)
    first = accepted(database, lines(TEXTS))
    killed(database, 1)
    second = accepted(database, lines(TEXTS))
    order: list[int] = []
    monkeypatch.setattr(loads, "store", lambda _, number, *__, **___: order.append(number))
    worker.drain(database, settings)
    assert order == [second.number, first.number]
