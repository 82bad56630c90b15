"""The stories that come with the project are loaded once, however often they are loaded."""

import json
from pathlib import Path

import pytest

from tests.builders import NOW
from timeline.errors import Invalid, NotFound
from timeline.services import collections, seeds, timelines
from timeline.settings import Settings
from timeline.storage.database import Database

ABOUT = {"slug": "port", "title": "The port", "zone": "Europe/Paris", "about": "A story."}
ARTICLE = {
    "id": "a1", "source": "The Courier", "title": "Port closed", "published": "2024-11-05",
    "text": "The council closed the port on Monday. It voted twice.",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    story = tmp_path / "port"
    story.mkdir()
    (story / "collection.json").write_text(json.dumps(ABOUT))
    (story / "01-courier.json").write_text(json.dumps(ARTICLE))
    return tmp_path


def test_a_story_is_loaded_with_its_events(database: Database, settings: Settings, folder: Path) -> None:
    (stored,) = seeds.load(database, folder, NOW, settings.model)
    assert (stored.article, stored.state) == ("a1", "new")
    found = collections.get(database, "port")
    assert (found.title, found.zone, found.articles) == ("The port", "Europe/Paris", 1)
    assert "2024-11-04" in {event.date.edtf for event in timelines.whole(database, "port")}


def test_a_second_time_nothing_is_new(database: Database, settings: Settings, folder: Path) -> None:
    seeds.load(database, folder, NOW, settings.model)
    before = timelines.whole(database, "port")
    (stored,) = seeds.load(database, folder, NOW, settings.model)
    assert stored.state == "unchanged"
    assert timelines.whole(database, "port") == before


def test_a_folder_without_stories_is_not_found(database: Database, settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        seeds.load(database, tmp_path, NOW, settings.model)


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_file_that_is_no_article_is_named(database: Database, settings: Settings, folder: Path, content: str) -> None:
    (folder / "port" / "02-broken.json").write_text(content)
    with pytest.raises(Invalid, match=r"02-broken\.json"):
        seeds.load(database, folder, NOW, settings.model)
