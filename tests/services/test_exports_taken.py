"""Exports from the database: all events under the query, counted, and articles that load again to the same timeline."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from tests.builders import NOW, a_collection, an_article, events_of
from tests.services import exported
from timeline.cli import exits, main
from timeline.core import edtf
from timeline.core.article import Candidate, Publication, Trust
from timeline.core.event import Certainty, EventDate
from timeline.core.interval import UNKNOWN
from timeline.core.line import Match, TimelineQuery
from timeline.errors import NotFound
from timeline.services import batches, timelines, written
from timeline.services.exports import stories, taking
from timeline.services.exports.forms import FORMS
from timeline.services.exports.stories import STORIES
from timeline.settings import Settings
from timeline.storage import events
from timeline.storage.database import Database

WHEN = ("2024-10-12", "2024-11-04", "2024-11", "../2024-11-05", "2024-11-06/..", "")
TEXTS: Mapping[str, dict[str, str]] = {
    "a": {"text": "Anna Berg closed the port of Bergen on Monday. The council of Oslo met on 5 November 2024.",
          "published": "2024-11-05", "source": "The Post", "zone": "Europe/Oslo", "title": "=A port, \"closed\""},
    "b": {"text": "\n  The port of Bergen was closed by Anna Berg on 4 November 2024.\r\nWorkers marched yesterday.",
          "published": "2024-11-05T14:05:09+01:00", "source": "Wire", "url": "https://wire.example/a?b=1"},
    "c": {"text": "=HYPERLINK(1) A fire broke out at the port this morning, 'twas said; \"Nobody\" was hurt.\u2028Ok.",
          "published": "2024-11-06T09:30", "source": "@Town", "zone": "America/New_York"},
    "d": {"text": "The port of Bergen reopens next week, the council of Oslo said.", "published": "2024-11"},
    "e": {"text": "Earlier today, on November 7, 2024, Anna Berg resigned. The council of Oslo thanked her."},
}  # fmt: skip


def a_story(database: Database, slug: str = "port") -> None:
    """An event at each of WHEN, told by one article."""
    dates = [edtf.read(when) if when else UNKNOWN for when in WHEN]
    told = [
        (f"Act {number} was done.", found, {"date": EventDate(found, Certainty.CERTAIN, ())})
        for number, found in enumerate(dates)
    ]
    with database.begin() as session:
        events.replace(session, slug, events_of(session, slug, *told))


def export(database: Database, suffix: str, query: TimelineQuery) -> str:
    pieces: list[str] = []
    taking.write(database, query, FORMS[suffix], "https://t.example", pieces.append)
    return "".join(pieces)


def test_every_event_is_given_however_many_are_read_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_story(database)
    whole = export(database, "ndjson", TimelineQuery("port"))
    for chunk in (1, 2, 5):
        monkeypatch.setattr(taking, "_CHUNK", chunk)
        assert export(database, "ndjson", TimelineQuery("port", limit=2)) == whole
    found = [json.loads(line) for line in whole.splitlines()]
    assert [one["date"]["edtf"] for one in found] == [
        "2024-10-12", "2024-11", "2024-11-04", "../2024-11-05", "2024-11-06/..", "../..",
    ]  # fmt: skip
    assert [one["order"]["certain_before_next"] for one in found] == [True, False, False, True, None, None]


@pytest.mark.parametrize(
    ("suffix", "filters", "given", "left"),
    [
        ("json", {}, 6, (0, 0, 0)),
        ("json", {"within": edtf.read("2024-10")}, 3, (3, 0, 0)),
        ("json", {"within": edtf.read("2024-10"), "match": Match.MUST}, 2, (4, 0, 0)),
        ("json", {"q": "nowhere"}, 0, (6, 0, 0)),
    ],
)
def test_what_is_left_out_is_counted(
    database: Database, suffix: str, filters: dict[str, Any], given: int, left: tuple[int, int, int]
) -> None:
    a_story(database)
    found = json.loads(export(database, suffix, replace(TimelineQuery("port"), **filters)))
    assert (found["given"], len(found["events"]), tuple(found["left_out"].values())) == (given, given, left)


def test_a_calendar_and_slides_leave_out_what_they_cannot_hold(database: Database) -> None:
    a_story(database)
    calendar = Calendar.from_ical(export(database, "ics", TimelineQuery("port")))
    assert len(calendar.walk("VEVENT")) == 3
    assert str(calendar["description"]).endswith(
        "3 events are given, 3 left out: 1 without a date, 2 without both ends."
    )
    slides = json.loads(export(database, "timelinejs.json", TimelineQuery("port")))
    assert len(slides["events"]) == 4
    assert "4 events are given, 2 left out: 1 without a date, 1 without both ends." in slides["title"]["text"]["text"]


@pytest.mark.parametrize("suffix", FORMS)
def test_an_empty_collection_and_none_at_all(database: Database, suffix: str) -> None:
    with database.begin() as session:
        events_of(session, "empty")
    assert bool(export(database, suffix, TimelineQuery("empty"))) is (suffix != "ndjson")
    with pytest.raises(NotFound):
        export(database, suffix, TimelineQuery("nowhere"))


@pytest.mark.parametrize("suffix", STORIES)
def test_articles_load_again_to_the_same_timeline(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    items = [batches.Item(name, {"id": name} | fields) for name, fields in TEXTS.items()]
    batches.load(database, batches.Batch("story", items, {}, NOW, settings.max_text), settings.model)
    done = CliRunner().invoke(main, ["export", "story", "--articles", "--format", suffix], catch_exceptions=False)
    form = ["--form", suffix]
    loaded = CliRunner().invoke(main, ["load", "-", "--collection", "copy", *form], input=done.stdout_bytes)
    assert (loaded.exit_code, len(timeline(database, "story"))) == (exits.DONE, 6), loaded.stderr
    assert timeline(database, "copy") == timeline(database, "story")
    assert texts(database, "copy") == texts(database, "story")


def timeline(database: Database, slug: str) -> list[dict[str, Any]]:
    """The events as they are exported, but for what is a collection's own."""
    return [
        {
            name: value
            for name, value in written.event(one, slug, {}).items()
            if name not in {"id", "collection", "links"}
        }
        for one in timelines.whole(database, slug)
    ]


def texts(database: Database, slug: str) -> list[dict[str, Any]]:
    """The articles as they are exported."""
    pieces: list[str] = []
    stories.write(database, slug, STORIES["json"], pieces.append)
    found: list[dict[str, Any]] = json.loads("".join(pieces))
    return found


def test_the_command_has_the_filters_of_the_page(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", settings.database_url or "")
    a_story(database)
    asked = ["--from", "2024-11-01", "--to", "2024-11", "--match", "must", "-q", "act", "--source", "the courier"]
    done = CliRunner().invoke(main, ["export", "port", "--format", "csv", *asked], catch_exceptions=False)
    rows = list(csv.DictReader(io.StringIO(done.stdout_bytes.decode(), newline="")))
    assert [row["edtf"] for row in rows] == ["2024-11", "2024-11-04", ""]
    assert rows[0]["asked"] == "from=2024-11-01&to=2024-11-30&match=must&q=act&source=the+courier"
    assert done.stdout_bytes.count(b"\r\n") == 4


@pytest.mark.parametrize(
    "wrong",
    [["--articles", "--format", "ics"], ["--articles", "-q", "x"], ["--from", "soon"], ["--format", "xls"]],
)
def test_what_makes_no_sense_is_a_usage_error(wrong: list[str]) -> None:
    assert CliRunner().invoke(main, ["export", "port", *wrong]).exit_code == exits.USAGE


def test_articles_are_written_however_many_are_read_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_collection(database, "port", *(an_article(f"a{number}") for number in range(5)))
    whole = texts(database, "port")
    assert [one["id"] for one in whole] == ["a0", "a1", "a2", "a3", "a4"]
    monkeypatch.setattr(stories, "_CHUNK", 2)
    assert texts(database, "port") == whole


def test_a_date_that_a_page_or_a_person_states_is_kept() -> None:
    stated = (Candidate(edtf.read("2024-11-05T14:05"), Trust.PAGE, ()),)
    publication = Publication(stated[0].interval, Trust.PAGE)
    article = replace(exported.an_article(), publication=publication, stated=stated)
    assert stories.fields(article)["published"] == "2024-11-05T14:05"
    corrected = Publication(edtf.read("2024-11-04"), Trust.CORRECTED)
    given = replace(article, publication=corrected, given=edtf.read("2024-11-06"))
    assert stories.fields(given)["published"] == "2024-11-04"
    proved = replace(article, publication=Publication(stated[0].interval, Trust.TEXT))
    assert stories.fields(proved)["published"] is None


@pytest.mark.parametrize(("zoned", "told"), [(True, "2024-11-05T14:05:09Z"), (False, "2024-11-05T14:05:09")])
def test_an_instant_with_a_zone_stays_one(zoned: bool, told: str) -> None:
    article = replace(exported.an_article(), given=edtf.read("2024-11-05T14:05:09"), zoned=zoned)
    assert stories.fields(article)["published"] == told
