"""Loads that lead to addresses: each is asked by a job of its own, and asked again where it fails for now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from sqlalchemy import text

from tests import made_files
from tests.builders import NOW, a_collection
from tests.ingest.site import HERE, Names, Site, address, policy, reply, serving
from timeline.core.load import Load, LoadState, Said
from timeline.ingest.fetching.runs import Run
from timeline.ingest.item import Item
from timeline.jobs import worker
from timeline.services import library, loads, storing
from timeline.settings import Settings
from timeline.storage.database import Database

LONG = 100_000
FAILING = reply(b"", "503 Away")


@pytest.fixture
def site(database: Database) -> Iterator[Site]:
    """A site that answers as tests tell it, and a collection."""
    a_collection(database)
    with serving({}) as found:
        yield found


def xml(content: bytes) -> bytes:
    return reply(content, kind="application/xml")


def feed(site: Site, *paths: str) -> bytes:
    entries = (f"<title>{path}</title><link>{address(site, path)}</link>" for path in paths)
    return xml(made_files.rss(*entries))


def page(number: int) -> bytes:
    return reply(made_files.page(f"Mill {number} closes", f"The mill number {number} in Arnby closed on Monday. " * 9))


def named(database: Database, site: Site, path: str) -> Load:
    """A load of an address that a person names."""
    return loads.accept(database, "port", address(site, path), "me", Said(address=True), (), NOW)


def asked(database: Database, site: Site, load: Load, *, run: bool = True) -> Load:
    """The load after all addresses that wait now were asked."""
    found = Run(replace(policy(site), robots=False), Names(HERE)) if run else None
    loads.store(database, load.number, NOW, LONG, fetch=True)
    for problem in loads.problems(database, load.number, 100):
        if problem.again:
            loads.fetch(database, load.number, problem.number, found, NOW, LONG)
    return loads.get(database, load.number)


def ids(database: Database) -> list[str]:
    return [article.title for article in library.listed(database, "port")]


def test_the_page_at_an_address_is_loaded(database: Database, settings: Settings, site: Site) -> None:
    site.answers["/mill"] = page(1)
    load = named(database, site, "/mill")
    done = asked(database, site, load)
    assert (done.state, done.counts.new, done.counts.items) == (LoadState.READING, 1, 1)
    worker.drain(database, settings)
    assert loads.get(database, load.number).state is LoadState.DONE
    assert ids(database) == ["Mill 1 closes"]


def test_an_address_over_which_worker_after_worker_dies_is_a_problem(
    database: Database, settings: Settings, site: Site
) -> None:
    load = named(database, site, "/mill")
    loads.store(database, load.number, NOW, LONG, fetch=True)
    with database.begin() as session:
        session.execute(text("UPDATE procrastinate_jobs SET priority = -10 WHERE task_name = 'timeline.fetch'"))
    worker.drain(database, replace(settings, fetch=True))
    (problem,) = loads.problems(database, load.number, 10)
    assert (problem.why, problem.again) == ("10 workers died while they fetched it", None)
    assert (loads.get(database, load.number).state, site.requests) == (LoadState.DONE, [])


def test_an_address_over_which_the_loader_itself_fails_is_a_problem_and_the_load_ends(
    database: Database, settings: Settings, site: Site
) -> None:
    load = named(database, site, "/mill")
    loads.store(database, load.number, NOW, LONG, fetch=True)
    (waiting,) = loads.problems(database, load.number, 10)
    no_names = Run(policy(site), cast("Names", None))
    loads.fetch(database, load.number, waiting.number, no_names, NOW, LONG)
    worker.drain(database, settings)
    (problem,) = loads.problems(database, load.number, 10)
    assert (problem.why, problem.again) == ("fetching it fails with TypeError", None)
    assert loads.get(database, load.number).state is LoadState.DONE


def test_the_pages_that_a_feed_names_are_asked_one_by_one(database: Database, site: Site) -> None:
    site.answers |= {"/feed": feed(site, "/a", "/b", "/gone"), "/a": page(1), "/b": page(2)}
    load = named(database, site, "/feed")
    first = asked(database, site, load)
    assert (first.counts.items, first.counts.waiting, first.counts.failed) == (3, 3, 0)
    done = asked(database, site, load)
    assert (done.counts.new, done.counts.waiting, done.counts.failed) == (2, 0, 1)
    (problem,) = loads.problems(database, load.number, 10)
    assert (problem.where, "404" in problem.why, problem.again) == (address(site, "/gone"), True, None)


def test_a_handed_over_feed_has_its_pages_asked_too(database: Database, site: Site) -> None:
    site.answers["/a"] = page(1)
    content = feed(site, "/a").partition(b"\r\n\r\n")[2]
    load = loads.accept(database, "port", "feed.xml", "me", Said(), [content], NOW)
    assert asked(database, site, load).counts.new == 1


def test_what_an_address_leads_to_does_not_move_where_the_load_stands(
    database: Database, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, number in (("/one", 1), ("/two", 3)):
        entries = (f"<loc>{address(site, f'/{page}')}</loc>" for page in range(number, number + 2))
        site.answers[path] = xml(made_files.sitemap(*entries))
    found = "".join(f"<sitemap><loc>{address(site, path)}</loc></sitemap>" for path in ("/one", "/two"))
    content = f"<sitemapindex>{found}</sitemapindex>".encode()
    load = loads.accept(database, "port", "index.xml", "me", Said(), [content], NOW)
    run = Run(replace(policy(site), robots=False), Names(HERE))

    def one_by_one(items: Iterable[Item]) -> Iterator[list[Item]]:
        for number, item in enumerate(items):
            yield [item]
            loads.fetch(database, load.number, 2 * number, run, NOW, LONG)

    with monkeypatch.context() as slowly:
        slowly.setattr(storing, "chunks", one_by_one)
        loads.store(database, load.number, NOW, LONG, fetch=True)
    stored = loads.get(database, load.number)
    assert (stored.state, stored.counts.items, stored.counts.waiting) == (LoadState.READING, 4, 4)


def test_what_fails_for_now_is_asked_again_later_and_later_and_then_given_up(database: Database, site: Site) -> None:
    site.answers["/mill"] = FAILING
    load, waits = named(database, site, "/mill"), []
    while (found := asked(database, site, load)).counts.waiting:
        (problem,) = loads.problems(database, load.number, 10)
        assert problem.again
        waits.append(problem.again - NOW)
    assert waits == [timedelta(seconds=30 * 4**tries) for tries in range(4)]
    assert (found.counts.failed, "503" in loads.problems(database, load.number, 10)[0].why) == (1, True)


def test_a_host_that_asks_for_more_time_gets_it(database: Database, site: Site) -> None:
    site.answers["/mill"] = reply(b"", "503 Away", Retry_After="3600")
    load = named(database, site, "/mill")
    asked(database, site, load)
    (problem,) = loads.problems(database, load.number, 10)
    assert problem.again == NOW + timedelta(hours=1)


def test_what_failed_first_and_then_comes_is_no_problem(database: Database, site: Site) -> None:
    site.answers["/mill"] = FAILING
    load = named(database, site, "/mill")
    asked(database, site, load)
    site.answers["/mill"] = page(1)
    done = asked(database, site, load)
    assert (done.counts.new, done.counts.failed, loads.problems(database, load.number, 10)) == (1, 0, ())


def test_an_address_that_was_asked_is_not_asked_again(database: Database, site: Site) -> None:
    site.answers["/mill"] = page(1)
    load = named(database, site, "/mill")
    asked(database, site, load)
    loads.fetch(database, load.number, 0, Run(policy(site), Names(HERE)), NOW, LONG)
    assert loads.get(database, load.number).counts.items == 1


def test_a_cancelled_load_asks_no_more(database: Database, site: Site) -> None:
    site.answers["/feed"] = feed(site, "/a", "/b")
    load = named(database, site, "/feed")
    asked(database, site, load)
    cancelled = loads.cancel(database, load.number, NOW)
    assert (cancelled.state, cancelled.counts.waiting, cancelled.counts.failed) == (LoadState.CANCELLED, 0, 2)
    asked(database, site, load)
    assert site.paths == ["/feed"]


def test_where_fetching_was_turned_off_since_the_address_is_a_problem(database: Database, site: Site) -> None:
    load = named(database, site, "/mill")
    done = asked(database, site, load, run=False)
    (problem,) = loads.problems(database, load.number, 10)
    assert (done.counts.failed, "TIMELINE_FETCH=on" in problem.why, site.paths) == (1, True, [])


def test_those_of_one_host_wait_for_one_another(database: Database, site: Site) -> None:
    site.answers["/feed"] = feed(site, "/a", "/b")
    asked(database, site, named(database, site, "/feed"))
    with database.begin() as session:
        statement = "SELECT DISTINCT lock FROM procrastinate_jobs WHERE task_name = 'timeline.fetch'"
        assert session.scalars(text(statement)).all() == [f"timeline.fetch news.example:{site.port}"]
