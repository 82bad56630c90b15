"""Subscribed feeds: what is polled when, what it brings, and what is noted where it fails."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from tests import made_files
from tests.builders import NOW, a_collection
from tests.ingest.site import HERE, Answer, Names, Site, address, moved, policy, reply, serving
from timeline.errors import Conflict, Invalid, NotFound, Unavailable
from timeline.ingest.fetching.policy import Policy
from timeline.ingest.fetching.runs import Run
from timeline.services import batches, feeds, library
from timeline.services.batches import Batch, Item, Outcome, State
from timeline.services.feeds import Feed, Result
from timeline.storage import feeds as stored
from timeline.storage.database import Database

PAGE = reply(made_files.page())
FAILING = reply(b"", "500 Oops")
TEXT = "<title>Rain</title><link>https://post.example/rain</link><description>It rained on Monday.</description>"
NEW = Outcome({State.NEW: 1})


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@dataclass
class Desk:
    """A database with one collection, a site with feeds, and a clock that is set by hand."""

    database: Database
    site: Site
    now: Any = NOW
    loaded: list[Item] = field(default_factory=list)

    def url(self, path: str = "/feed") -> str:
        return address(self.site, path)

    def subscribe(self, path: str = "/feed", every: int = 30, collection: str = "port", **more: str) -> Feed:
        wanted = feeds.wanted(
            collection, self.url(path), every, more.get("source", ""), more.get("zone", ""), "me", self.now
        )
        return feeds.subscribe(self.database, policy(self.site), wanted)[0]

    def load(self, _slug: str, items: Iterable[Item], _defaults: Mapping[str, object]) -> Outcome:
        """Take the items, and count those without a problem as new."""
        taken = list(items)
        self.loaded += taken
        failures = tuple(batches.Failure(item.where, item.problem) for item in taken if item.problem)
        return Outcome({State.NEW: len(taken) - len(failures)}, failures)

    def poll(self, load: feeds.Load | None = None, after: float = 0) -> list[Result]:
        """Poll what is due so many minutes later."""
        self.now += minutes(after)
        run = Run(policy(self.site), Names(HERE))
        return list(feeds.poll_due(self.database, run, load or self.load, lambda: self.now))

    def feed(self) -> Feed:
        (found,) = feeds.listed(self.database)
        return found

    def answer(self, *entries: str, path: str = "/feed", **headers: str) -> None:
        self.site.answers[path] = reply(made_files.rss(*entries), kind="application/rss+xml", **headers)

    def link(self, path: str, title: str = "") -> str:
        return f"<title>{title or path}</title><link>{self.url(path)}</link>"


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    a_collection(database)
    with serving({}) as site:
        yield Desk(database, site)


# Subscribing


def test_a_feed_is_due_at_once_and_can_be_listed_and_removed(desk: Desk) -> None:
    found = desk.subscribe(source="Arnby Post", zone="Europe/Oslo")
    assert feeds.listed(desk.database, "port") == (found,)
    assert (found.url, found.who, found.next, found.polled) == (desk.url(), "me", NOW, None)
    feeds.remove(desk.database, found.url)
    assert feeds.listed(desk.database) == ()
    with pytest.raises(NotFound, match="timeline feeds list"):
        feeds.remove(desk.database, found.url)


def test_subscribing_again_changes_how_it_is_polled(desk: Desk) -> None:
    desk.subscribe()
    desk.poll()
    wanted = feeds.wanted("port", desk.url(), 60, "", "", "you", NOW)
    found, new = feeds.subscribe(desk.database, policy(desk.site), wanted)
    assert (found.every, found.who, found.failures, found.next, new) == (60, "me", 0, NOW, False)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"url": "ftp://post.example/feed"}, "url"),
        ({"url": "https://post.example:25/feed"}, "url"),
        ({"url": "https://me:secret@post.example/feed"}, "url"),
        ({"every": 4}, "every"),
        ({"every": 10_081}, "every"),
        ({"zone": "Mars/Base"}, "zone"),
        ({"source": "a\nb"}, "source"),
        ({"source": "a" * 201}, "source"),
    ],
)
def test_what_cannot_be_polled_is_refused(desk: Desk, wrong: dict[str, Any], field: str) -> None:
    wanted = feeds.wanted("port", "https://post.example/feed", 30, "", "", "me", NOW)
    with pytest.raises(Invalid) as refused:
        feeds.subscribe(desk.database, Policy(), replace(wanted, **wrong))
    assert refused.value.field == field


def test_a_feed_is_of_a_collection_that_is_there_and_needs_fetching(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.subscribe(collection="nowhere")
    with pytest.raises(NotFound):
        feeds.listed(desk.database, "nowhere")
    with pytest.raises(Conflict, match="TIMELINE_FETCH=on"):
        feeds.subscribe(desk.database, None, feeds.wanted("port", desk.url(), 30, "", "", "me", NOW))


# Polling


def test_what_a_feed_brings_is_loaded_with_what_was_said_of_it(desk: Desk) -> None:
    def load(slug: str, items: Iterable[Item], defaults: Mapping[str, object]) -> Outcome:
        return batches.hand_over(desk.database, Batch(slug, items, defaults, NOW, 1000))

    desk.answer(TEXT)
    desk.subscribe(zone="Europe/Oslo")
    (result,) = desk.poll(load)
    assert result.outcome
    assert (result.outcome.states, result.problem) == ({State.NEW: 1}, "")
    (article,) = library.listed(desk.database, "port")
    assert (article.title, article.source, article.zone) == ("Rain", "Arnby Post", "Europe/Oslo")


def test_a_feed_is_polled_as_often_as_was_said(desk: Desk) -> None:
    desk.answer(TEXT)
    desk.subscribe(every=30)
    assert len(desk.poll()) == 1
    assert desk.feed().next == NOW + minutes(30)
    assert [len(desk.poll(after=wait)) for wait in (29, 1)] == [0, 1]


def test_what_has_not_changed_is_asked_for_and_not_loaded(desk: Desk) -> None:
    desk.answer(TEXT, ETag='"7"')
    desk.subscribe()
    desk.poll()
    desk.site.answers["/feed"] = reply(status="304 Not Modified")
    (second,) = desk.poll(after=30)
    assert 'If-None-Match: "7"' in desk.site.requests[1]
    assert (second.outcome, second.problem, len(desk.loaded)) == (None, "", 1)
    desk.poll(after=30)
    assert 'If-None-Match: "7"' in desk.site.requests[2]


def test_what_is_known_of_a_feed_that_moved_is_asked_where_it_is(desk: Desk) -> None:
    desk.site.answers["/feed"] = moved("/new")
    desk.answer(TEXT, path="/new", ETag='"7"')
    desk.subscribe()
    desk.poll()
    desk.poll(after=30)
    asked = [request for request in desk.site.requests if "If-None-Match" in request]
    assert [request.split()[1] for request in asked] == ["/new"]


def test_a_page_is_fetched_once_and_again_when_its_entry_changes(desk: Desk) -> None:
    desk.site.answers["/mill"] = PAGE
    desk.answer(desk.link("/mill"))
    desk.subscribe()
    desk.poll()
    desk.poll(after=30)
    assert desk.site.paths == ["/feed", "/mill", "/feed"]
    desk.answer(desk.link("/mill", "Mill closes after all"))
    desk.poll(after=30)
    assert desk.site.paths[3:] == ["/feed", "/mill"]


def test_a_page_that_failed_is_tried_again_though_the_feed_has_not_changed(desk: Desk) -> None:
    desk.site.answers |= {"/a": PAGE, "/b": FAILING}
    desk.answer(desk.link("/a"), desk.link("/b"), ETag='"7"')
    desk.subscribe()
    (first,) = desk.poll()
    assert [item.where for item in desk.loaded] == [desk.url("/a")]
    assert first.outcome
    assert [failure.where for failure in first.outcome.failures] == [desk.url("/b")]
    assert "answered 500" in desk.feed().problem
    desk.site.answers["/b"] = PAGE
    desk.poll(after=30)
    assert [item.where for item in desk.loaded] == [desk.url("/a"), desk.url("/b")]
    assert desk.site.paths == ["/feed", "/a", "/b", "/feed", "/b"]
    assert "If-None-Match" not in desk.site.requests[3]
    assert desk.feed().problem == ""


def test_a_page_that_is_refused_is_named_once(desk: Desk) -> None:
    desk.answer(desk.link("/gone"))
    desk.subscribe()
    assert [len(desk.poll(after=wait)) for wait in (0, 30)] == [1, 1]
    assert [item.problem for item in desk.loaded] == ["news.example answered 404 (Not Found)"]
    assert desk.site.paths == ["/feed", "/gone", "/feed"]


def test_a_feed_of_many_links_is_followed_in_several_polls(desk: Desk) -> None:
    paths = [f"/{number}" for number in range(130)]
    desk.site.answers |= {path: reply(b"It rained.", kind="text/plain") for path in paths}
    desk.answer(*map(desk.link, paths))
    desk.subscribe()
    desk.poll()
    assert (len(desk.loaded), desk.feed().next, desk.feed().problem) == (100, NOW + minutes(5), "")
    desk.poll(after=5)
    assert [item.where for item in desk.loaded] == [desk.url(path) for path in paths]
    assert desk.feed().next == NOW + minutes(35)


def test_a_poll_that_takes_long_goes_on_soon(desk: Desk) -> None:
    def slow() -> Iterator[bytes]:
        desk.now += minutes(3)
        yield PAGE

    desk.site.answers |= {"/a": slow, "/b": PAGE}
    desk.answer(desk.link("/a"), desk.link("/b"))
    desk.subscribe()
    desk.poll()
    assert [item.where for item in desk.loaded] == [desk.url("/a")]
    assert desk.feed().next == NOW + minutes(8)


def test_the_sitemaps_of_an_index_are_read_at_every_poll(desk: Desk) -> None:
    index = f"<sitemapindex><sitemap><loc>{desk.url('/map')}</loc></sitemap></sitemapindex>"
    desk.site.answers |= {
        "/feed": reply(index.encode(), kind="text/xml", ETag='"1"'),
        "/map": reply(made_files.sitemap(f"<loc>{desk.url('/a')}</loc>"), kind="text/xml"),
        "/a": PAGE,
    }
    desk.subscribe()
    desk.poll()
    desk.poll(after=30)
    assert desk.site.paths == ["/feed", "/map", "/a", "/feed", "/map"]


# Failing


def test_a_feed_that_fails_waits_longer_each_time_up_to_a_day_and_is_well_again_when_it_answers(desk: Desk) -> None:
    desk.site.answers["/feed"] = FAILING
    desk.subscribe(every=300)
    waits = []
    for _ in range(5):
        before = desk.now
        (result,) = desk.poll()
        waits.append((desk.feed().next - before) / minutes(1))
        desk.now = desk.feed().next
    assert waits == [300, 600, 1200, 1440, 1440]
    assert result.problem == desk.feed().problem == "news.example answered 500 (Internal Server Error)"
    assert desk.feed().failures == 5
    desk.answer(TEXT)
    desk.poll()
    assert (desk.feed().failures, desk.feed().problem) == (0, "")
    assert desk.feed().next == desk.now + minutes(300)


@pytest.mark.parametrize(("asked", "waits"), [("7200", 120), ("60", 30), ("9999999", 1440)])
def test_a_host_that_asks_for_time_gets_it(desk: Desk, asked: str, waits: int) -> None:
    desk.site.answers["/feed"] = reply(b"", "503 Busy", Retry_After=asked)
    desk.subscribe()
    desk.poll()
    assert desk.feed().next == NOW + minutes(waits)


def test_a_feed_that_is_gone_is_paused_and_can_be_resumed(desk: Desk) -> None:
    desk.site.answers["/feed"] = reply(b"", "410 Gone")
    desk.subscribe()
    desk.poll()
    assert desk.feed().paused
    assert "410 (Gone); it is paused" in desk.feed().problem
    assert desk.poll(after=10_000) == []
    feeds.pause(desk.database, desk.url(), None, desk.now, paused=False)
    assert (desk.feed().paused, desk.feed().next, desk.feed().problem) == (False, desk.now, "")
    assert len(desk.poll()) == 1


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (PAGE, "is not a feed or a sitemap"),
        (reply(b"%PDF-1.4", kind="application/pdf"), "is not a feed"),
        (reply(b"PAR1", kind="application/octet-stream"), "Parquet"),
        (reply(b"", "404 Not Found"), "answered 404"),
        (moved("http://10.0.0.7/feed"), "10.0.0.7"),
    ],
)
def test_what_is_no_feed_fails_and_keeps_no_other_from_being_polled(desk: Desk, answer: Answer, why: str) -> None:
    def names(host: str, _port: int) -> Sequence[str]:
        return HERE if host == "news.example" else [host]

    desk.site.answers["/bad"] = answer
    desk.answer(TEXT)
    desk.subscribe("/bad")
    desk.subscribe()
    run = Run(policy(desk.site), names)
    bad, good = feeds.poll_due(desk.database, run, desk.load, lambda: desk.now)
    assert why in bad.problem
    assert (good.feed.url, len(desk.loaded)) == (desk.url(), 1)
    assert [feed.failures for feed in feeds.listed(desk.database)] == [1, 0]


def test_a_page_that_names_its_feeds_is_told_of_with_them(desk: Desk) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{name}.xml">' for name in "abcd")
    desk.site.answers["/feed"] = reply(made_files.page(head=links))
    desk.subscribe()
    (result,) = desk.poll()
    named = ", ".join(desk.url(f"/{name}.xml") for name in "abc")
    assert result.problem == f"is a page, not a feed or a sitemap; its feeds are {named}"


def test_a_feed_that_is_damaged_is_told_of_until_it_changes(desk: Desk) -> None:
    desk.site.answers["/feed"] = reply(made_files.rss(TEXT)[:-20], kind="text/xml", ETag='"1"')
    desk.subscribe()
    desk.poll()
    assert "is cut off" in desk.feed().problem
    desk.site.answers["/feed"] = reply(status="304 Not Modified")
    desk.poll(after=30)
    assert "is cut off" in desk.feed().problem
    desk.answer(TEXT)
    desk.poll(after=30)
    assert desk.feed().problem == ""


def test_a_database_that_goes_away_in_the_middle_leaves_the_feed_to_the_next(desk: Desk) -> None:
    def gone(_slug: str, items: Iterable[Item], _defaults: Mapping[str, object]) -> Outcome:
        next(iter(items))
        raise Unavailable("The database does not answer.")

    desk.answer(TEXT)
    desk.subscribe()
    with pytest.raises(Unavailable):
        desk.poll(gone)
    assert [len(desk.poll(after=wait)) for wait in (14, 1)] == [0, 1]
    assert len(desk.loaded) == 1


# Two pollers


def test_a_feed_that_is_being_polled_is_nobody_elses(desk: Desk) -> None:
    inner: list[Sequence[Result]] = []

    def load(slug: str, items: Iterable[Item], defaults: Mapping[str, object]) -> Outcome:
        run = Run(policy(desk.site), Names(HERE))
        inner.append(desk.poll())
        inner.append(list(feeds.poll(desk.database, desk.url(), None, run, desk.load, lambda: desk.now)))
        return desk.load(slug, items, defaults)

    desk.answer(TEXT)
    desk.subscribe()
    assert [result.outcome for result in desk.poll(load)] == [NEW]
    (none, (told,)) = inner
    assert (none, told.problem) == ([], "is being polled by another just now")
    assert len(desk.site.requests) == 1


def test_a_feed_whose_row_another_transaction_holds_is_passed_over(desk: Desk) -> None:
    desk.answer(TEXT)
    desk.answer(TEXT, path="/other")
    desk.subscribe()
    desk.subscribe("/other")
    with desk.database.begin() as session:
        held = stored.claim(session, NOW, NOW + minutes(15))
        assert held
        assert [result.feed.url for result in desk.poll()] == [desk.url("/other")]


@pytest.mark.parametrize("meanwhile", [feeds.remove, lambda database, url: feeds.pause(database, url, None, NOW)])
def test_what_a_person_does_during_a_poll_holds(desk: Desk, meanwhile: Callable[[Database, str], None]) -> None:
    def load(slug: str, items: Iterable[Item], defaults: Mapping[str, object]) -> Outcome:
        meanwhile(desk.database, desk.url())
        return desk.load(slug, items, defaults)

    desk.answer(TEXT)
    desk.subscribe()
    assert [result.outcome for result in desk.poll(load)] == [NEW]
    assert all(feed.paused for feed in feeds.listed(desk.database))


def test_a_round_ends_when_it_is_enough(desk: Desk) -> None:
    for path in ("/a", "/b", "/c"):
        desk.answer(TEXT, path=path)
        desk.subscribe(path)
    run = Run(policy(desk.site), Names(HERE))
    enough = feeds.poll_due(desk.database, run, desk.load, lambda: desk.now, lambda: len(desk.site.paths) == 2)
    assert len(list(enough)) == 2


def test_a_feed_can_be_polled_by_its_address_in_all_collections_that_read_it(desk: Desk) -> None:
    a_collection(desk.database, "mill")
    desk.answer(TEXT)
    desk.subscribe()
    desk.subscribe(collection="mill")
    feeds.pause(desk.database, desk.url(), "mill", NOW)
    run = Run(policy(desk.site), Names(HERE))
    both = list(feeds.poll(desk.database, desk.url(), None, run, desk.load, lambda: desk.now))
    assert [result.feed.collection for result in both] == ["mill", "port"]
    one = list(feeds.poll(desk.database, desk.url(), "mill", run, desk.load, lambda: desk.now))
    assert [result.feed.collection for result in one] == ["mill"]
    with pytest.raises(NotFound):
        list(feeds.poll(desk.database, desk.url("/none"), None, run, desk.load, lambda: desk.now))
