"""Atom, held against the grammar of RFC 4287 and read back with feedparser."""

from pathlib import Path
from typing import Any

import feedparser
from lxml import etree

from tests.services.exported import BASE, happened, hostile_taken, taken, written
from timeline.core.line import TimelineQuery
from timeline.core.mention import Status
from timeline.services.exports.taken import LeftOut, Taken

GRAMMAR = Path(__file__).parents[1] / "data" / "exports" / "atom.rng"


def feed(found: Taken) -> Any:
    """The feed, after it was found valid."""
    text = written("atom", found).encode()
    grammar = etree.RelaxNG(etree.parse(GRAMMAR))
    grammar.assertValid(etree.fromstring(text))
    read = feedparser.parse(text, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not read.bozo
    return read


def test_an_entry_has_its_event_its_date_and_its_sources() -> None:
    read = feed(taken(happened(), happened("", 2)))
    first, undated = read.entries
    assert (first.title, first.link) == ("The council voted", f"{BASE}/events/event00000000001")
    assert first.updated == "2024-11-06T12:00:00Z"
    assert [(tag.term, tag.scheme) for tag in first.tags] == [
        ("2024-11-05", "https://www.loc.gov/standards/datetime/"),
        ("The Council", None),
    ]
    assert [link.href for link in first.links if link.rel == "via"] == ["https://courier.example/port"]
    assert first.summary.startswith("5 November 2024, certain (1 article, 1 independent)")
    assert undated.summary.startswith("date not known")
    assert first.id != undated.id


def test_what_was_only_planned_says_so_in_its_title() -> None:
    (entry,) = feed(taken(happened(status=Status.PLANNED))).entries
    assert entry.title == "Planned: The council voted"


def test_the_feed_says_what_was_asked_and_how_many_are_left_out() -> None:
    read = feed(taken(happened(), query=TimelineQuery("port", q="vote"), left_out=LeftOut(2)))
    assert read.feed.subtitle == "Asked for: q vote. 1 event is given, 2 left out: 2 by the filter."
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": f"{BASE}/collections/port.atom?q=vote",
        "alternate": f"{BASE}/collections/port?q=vote",
    }


def test_another_question_is_another_feed() -> None:
    assert feed(taken()).feed.id != feed(taken(query=TimelineQuery("port", q="vote"))).feed.id


def test_without_an_address_of_the_service_the_feed_is_valid_too() -> None:
    assert feed(taken(happened(), base="")).entries[0].id.startswith("urn:uuid:")


def test_no_text_becomes_markup() -> None:
    (entry,) = feed(hostile_taken()).entries
    assert entry.title_detail.type == entry.summary_detail.type == "text/plain"
    assert "<script>alert(1)</script>" in entry.title
    assert all(link.href.startswith("https://") for link in entry.links)
    assert not set("\u202e\u2066\x0b\x85\ufffe") & set(written("atom", hostile_taken()))
