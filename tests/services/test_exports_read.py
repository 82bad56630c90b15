"""The exports that become HTML somewhere: Markdown, rendered, and TimelineJS, held against its schema."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from tests.services.exported import BASE, happened, hostile_taken, taken, written
from timeline.core import edtf
from timeline.core.event import Certainty
from timeline.core.interval import UNKNOWN
from timeline.core.line import TimelineQuery
from timeline.core.mention import Status
from timeline.services.exports import timelinejs
from timeline.services.exports.taken import LeftOut, Taken

SCHEMA = Path(__file__).parents[1] / "data" / "exports" / "timelinejs3.schema.json"
MADE = {"h1", "h2", "p", "ul", "li", "strong", "a", "blockquote"}


class Html(HTMLParser):
    """The elements, links and words of a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"href", "rel"}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data


def markdown(found: Taken) -> Html:
    """The Markdown export as CommonMark renders it, tables and strikes included."""
    return Html(
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(written("md", found))
    )


def slides(found: Taken) -> dict[str, Any]:
    """The TimelineJS export, after it was found valid."""
    read: dict[str, Any] = json.loads(written("timelinejs.json", found))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(read)
    ids = [slide["unique_id"] for slide in (read["title"], *read["events"])]
    assert len(ids) == len(set(ids))
    return read


def test_the_list_has_months_dates_sources_and_reasons() -> None:
    read = markdown(taken(happened(), happened("2024", 2), happened("", 3)))
    assert read.tags <= MADE
    for words in (
        "The port", "How it closed", "All events were asked for. 3 events are given, none is left out.",
        "November 2024", "5 November 2024: The council voted (certain, 1 article, 1 independent)",
        "“The council voted.” The Courier", "So it happened on Tuesday, 5 November 2024, certain.", "Undated",
    ):  # fmt: skip
        assert words in read.words
    assert {f"{BASE}/events/event00000000001", "https://courier.example/port"} < set(read.links)


def test_longer_times_stand_below_their_year() -> None:
    assert "\n## 2024\n\n- **2024**" in written("md", taken(happened("2024")))


def test_the_list_says_what_was_asked() -> None:
    read = markdown(taken(happened(), query=TimelineQuery("port", q="_vote_"), left_out=LeftOut(1)))
    assert "Asked for: q _vote_. 1 event is given, 1 left out: 1 by the filter." in read.words


def test_nothing_in_a_text_is_markdown() -> None:
    read = markdown(hostile_taken())
    assert read.tags <= MADE
    assert all(link.startswith(("https://timeline.example/", "https://x.example/")) for link in read.links)
    assert "https://x.example/a?b=%28c%29%5Bd%5D%3Ce%3E%5Cf%7Cg%60h" in read.links
    assert "<script>alert(1)</script>" in read.words
    assert "http\\://" in written("md", hostile_taken())


@pytest.mark.parametrize("text", ["1. One", "- One", "+ One", "=== One", "# One", "> One", "12) One", "* One", "---"])
def test_a_text_begins_no_block(text: str) -> None:
    source = taken(happened(title=text))
    found = markdown(source)
    assert text in found.words
    about = type(source.collection)("port", "The port", text, "UTC")
    read = markdown(taken(collection=about))
    assert (read.tags, text in read.words) == ({"h1", "p", "a"}, True)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2024-11-05", {"year": 2024, "month": 11, "day": 5}, None),
        ("2024-11-04/2024-11-08", {"year": 2024, "month": 11, "day": 4}, {"year": 2024, "month": 11, "day": 8}),
        ("2024-11", {"year": 2024, "month": 11}, None),
        ("2024-10/2024-11", {"year": 2024, "month": 10}, {"year": 2024, "month": 11}),
        ("199X", {"year": 1990}, {"year": 1999}),
        ("2024-11-05/..", {"year": 2024}, None),
        ("-0043", {"year": -44}, None),
        ("2024-11-05T14:05", {"year": 2024, "month": 11, "day": 5, "hour": 14, "minute": 5}, None),
    ],
)
def test_a_slide_has_the_ends_of_its_event(when: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    (slide,) = slides(taken(happened(when)))["events"]
    if when.endswith(".."):
        start = {"year": 2024, "month": 11, "day": 5}
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_a_slide_shows_the_date_in_words_and_is_grouped_as_the_drawing_is() -> None:
    claimed = (edtf.read("2024-11-04"), edtf.read("2024-11-05"))
    event = happened("2024-11-04/2024-11-05", certainty=Certainty.DISPUTED, claimed=claimed, status=Status.DENIED)
    (slide,) = slides(taken(event))["events"]
    assert (slide["display_date"], slide["group"]) == ("4 or 5 November 2024", "The Council")
    assert slide["text"]["headline"] == "Denied: The council voted"


def test_a_slide_needs_a_beginning() -> None:
    carried = [timelinejs.carries(edtf.read(when)) for when in ("2024", "2024/..", "../2024")]
    assert (carried, timelinejs.carries(UNKNOWN)) == ([True, True, False], False)


def test_the_title_says_what_was_asked_and_how_many_are_left_out() -> None:
    found = slides(taken(happened(), query=TimelineQuery("port", q="<b>"), left_out=LeftOut(0, 2, 1)))
    assert found["title"]["text"]["text"] == (
        "<p>How it closed</p><p>Asked for: q &lt;b&gt;.</p>"
        "<p>1 event is given, 3 left out: 2 without a date, 1 without both ends.</p>"
    )


def test_no_text_becomes_html() -> None:
    found = slides(hostile_taken())
    for slide in (found["title"], *found["events"]):
        texts = (*slide["text"].values(), slide.get("group", ""), slide.get("display_date", ""))
        for read in map(Html, texts):
            assert read.tags <= {"p", "blockquote", "a"}
            assert all(link.startswith("https://") for link in read.links)
