"""The stories that come with the project, loaded from their folder: collection.json and one JSON file an article."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from timeline.errors import Invalid, NotFound
from timeline.ingest import drafts
from timeline.services import articles, collections
from timeline.storage.articles import Stored
from timeline.storage.database import Database

_STORY = "collection.json"


def load(database: Database, folder: Path, now: datetime, model: str) -> tuple[Stored, ...]:
    """Load every story of a folder; what is there already is left alone, so it can be loaded any number of times.

    NotFound where the folder has no story, Invalid for a file that cannot be read.
    """
    stories = sorted(path.parent for path in folder.glob(f"*/{_STORY}"))
    if not stories:
        raise NotFound(f"There are no stories in {folder}: a folder each, with a {_STORY}.")
    return tuple(stored for story in stories for stored in _load(database, story, now, model))


def _load(database: Database, story: Path, now: datetime, model: str) -> tuple[Stored, ...]:
    about = _read(story / _STORY)
    slug, zone = about.get("slug", story.name), about.get("zone", "UTC")
    if not collections.exists(database, slug):
        collections.create(database, slug, about.get("title", ""), about.get("about", ""), zone)
    files = (path for path in sorted(story.glob("*.json")) if path.name != _STORY)
    return articles.load(database, slug, [drafts.draft(_read(path), now, zone) for path in files], now, model)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Invalid(f"{path} cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise Invalid(f"{path} is not one JSON object.")
    return found
