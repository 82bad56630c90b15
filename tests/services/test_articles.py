"""Loading articles: what a text changes, what it leaves alone, and what stays when something fails."""

from collections.abc import Iterable
from itertools import permutations
from typing import Final

import pytest

from tests.builders import NOW, a_day, an_article
from timeline.core import edtf
from timeline.core.article import Draft
from timeline.core.event import Event
from timeline.errors import NotFound
from timeline.ingest import drafts
from timeline.language.pipeline import DEFAULT
from timeline.services import articles, collections, library, reading, timelines
from timeline.services import events as single
from timeline.storage.articles import State
from timeline.storage.database import Database

WEDNESDAY: Final = a_day("2024-11-06")
MAIL: Final = an_article("m", text="Anna Berg closed the port of Bergen on Monday.", source="Mail", published=WEDNESDAY)
POST: Final = an_article(
    "p", text="The port of Bergen was closed by Anna Berg. Tom Holm left Oslo on Friday.", source="Post",
    published=WEDNESDAY,
)  # fmt: skip
DESK: Final = an_article("d", text="Anna Berg closed the port of Bergen for good this week.", source="Desk")
HERALD: Final = an_article(
    "h", text="Anna Berg closed the port of Bergen on Tuesday.", source="Herald", published=WEDNESDAY
)
ALL: Final = (MAIL, POST, DESK, HERALD)


def loaded(database: Database, *drafts: Draft, slug: str = "port") -> list[State]:
    """Load into a collection, which is made where need be."""
    if not collections.exists(database, slug):
        collections.create(database, slug)
    return [articles.add(database, slug, draft, NOW).state for draft in drafts]


def lines(found: Iterable[Event]) -> list[tuple[str, str, str, str]]:
    """Events without their ids."""
    return [(e.date.edtf, e.date.certainty, e.title, " ".join(r.article for r in e.reports)) for e in found]


def line(database: Database, slug: str = "port") -> list[tuple[str, str, str, str]]:
    return lines(timelines.whole(database, slug))


def test_an_article_brings_its_events(database: Database) -> None:
    assert loaded(database, MAIL) == [State.NEW]
    assert line(database) == [("2024-11-04", "certain", "Anna Berg closed the port of Bergen", "m")]


def test_the_same_text_twice_is_nothing_new(database: Database) -> None:
    loaded(database, MAIL, POST)
    before = timelines.whole(database, "port")
    assert loaded(database, MAIL, POST) == [State.UNCHANGED, State.UNCHANGED]
    assert timelines.whole(database, "port") == before
    assert [article.revision for article in library.listed(database, "port")] == [1, 1]
    assert reading.catch_up(database, "port", NOW, DEFAULT) == 0


def test_a_changed_text_is_a_revision_and_its_events_replace_the_old_ones(database: Database) -> None:
    loaded(database, MAIL)
    changed = an_article("m", text="Tom Holm reached Oslo on Tuesday.", source="Mail", published=WEDNESDAY)
    assert loaded(database, changed) == [State.CHANGED]
    assert library.get(database, "m").revision == 2
    assert line(database) == [("2024-11-05", "certain", "Tom Holm reached Oslo", "m")]


def test_a_changed_text_under_a_known_address_is_a_revision_too(database: Database) -> None:
    url = "https://mail.example/port"
    loaded(database, an_article("one", text="Tom Holm left Oslo on Monday.", url=url, published=WEDNESDAY))
    loaded(database, an_article("two", text="Tom Holm left Bergen on Monday.", url=url, published=WEDNESDAY))
    (found,) = library.listed(database, "port")
    assert (found.id, found.revision) == ("one", 2)
    assert [title for _, _, title, _ in line(database)] == ["Tom Holm left Bergen"]


def test_an_event_keeps_its_id_as_reports_are_added(database: Database) -> None:
    loaded(database, MAIL)
    (before,) = timelines.whole(database, "port")
    loaded(database, HERALD, POST)
    found, slug = single.get(database, before.id)
    assert slug == "port"
    assert {report.article for report in found.reports} == {"m", "h", "p"}
    assert found.id == before.id


def test_a_day_that_two_articles_dispute_is_kept_twice(database: Database) -> None:
    loaded(database, MAIL, HERALD)
    (found,) = timelines.whole(database, "port")
    assert (found.date.edtf, found.date.certainty) == ("[2024-11-04,2024-11-05]", "disputed")
    assert [claim.text for one in found.contradictions for claim in one.claims] == ["2024-11-04", "2024-11-05"]


def test_a_corrected_publication_moves_the_events_without_a_new_revision(database: Database) -> None:
    loaded(database, MAIL)
    corrected = an_article("m", text=MAIL.text, source="Mail", published=a_day("2024-11-20"))
    assert loaded(database, corrected) == [State.CHANGED]
    assert library.get(database, "m").revision == 1
    assert [date for date, *_ in line(database)] == ["2024-11-18"]


def test_an_article_without_a_date_is_bounded_by_the_others_and_dates_its_event_by_them(database: Database) -> None:
    loaded(database, DESK)
    assert [date for date, *_ in line(database)] == ["../.."]
    loaded(database, MAIL)
    assert [(date, by) for date, _, _, by in line(database)] == [("2024-11-04", "d m")]
    assert edtf.write(library.get(database, "d").publication.interval) == "2024-11-04/2024-11-10"


@pytest.mark.parametrize("slug", ["one-by-one", "at-once"])
def test_the_order_of_arrival_changes_nothing_but_ids(database: Database, slug: str) -> None:
    found = set()
    for number, order in enumerate(list(permutations(ALL))[::7]):
        name = f"{slug}-{number}"
        if slug == "at-once":
            collections.create(database, name)
            articles.load(database, name, order, NOW)
        else:
            loaded(database, *order, slug=name)
        found.add(tuple(line(database, name)))
    assert len(found) == 1
    assert len(found.pop()) == 2


def test_collections_do_not_touch_each_other(database: Database) -> None:
    loaded(database, MAIL)
    loaded(database, HERALD, slug="other")
    assert [(date, by) for date, _, _, by in line(database)] == [("2024-11-04", "m")]
    assert [(date, by) for date, _, _, by in line(database, "other")] == [("2024-11-05", "h")]


def test_loading_into_no_collection_stores_nothing(database: Database) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        articles.add(database, "nowhere", MAIL, NOW)
    with pytest.raises(NotFound):
        library.get(database, "m")


def test_an_article_that_cannot_be_read_now_is_kept_and_read_later(database: Database) -> None:
    collections.create(database, "port")
    with pytest.raises(OSError, match="no_such_model"):
        articles.add(database, "port", MAIL, NOW, "no_such_model")
    assert library.get(database, "m").text == MAIL.text
    assert line(database) == []
    assert loaded(database, POST) == [State.NEW]
    assert [by for *_, by in line(database)] == ["p", "m p"]


@pytest.mark.parametrize(
    "other",
    [
        "https://mail.example.org/2024/port-12?utm_source=feed",
        "http://www.mail.example.org/2024/port-12/",
        "https://m.mail.example.org/2024/port-12#top",
        "https://mail.example.org/2024/port-12/amp/",
    ],
)
def test_other_addresses_of_an_article_lead_to_the_same_one(database: Database, other: str) -> None:
    collections.create(database, "port")
    for url in ("https://mail.example.org/2024/port-12", other):
        fields = {"text": "Anna Berg closed the port.", "url": url}
        articles.add(database, "port", drafts.draft(fields, NOW), NOW)
    (found,) = library.listed(database, "port")
    assert (found.url, found.revision) == (other, 1)
