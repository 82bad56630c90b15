"""The job that polls subscribed feeds: every minute, what is due."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from time import monotonic
from typing import Final

from timeline.services import batches, feeds, fetching
from timeline.services.batches import Batch, Item, Outcome
from timeline.services.database import Database
from timeline.settings import Settings

POLL: Final = "timeline.poll_feeds"
OFTEN: Final = "* * * * *"
_ROUND: Final = 300
"""Seconds after which a round begins with no other feed: what waits in the queue has its turn."""


def poll(database: Database, settings: Settings) -> int:
    """Poll the feeds that are due, where the settings allow it; how many that were. Other jobs read what they bring."""
    run, end = fetching.run(settings), monotonic() + _ROUND
    if run is None:
        return 0

    def load(slug: str, items: Iterable[Item], defaults: Mapping[str, object]) -> Outcome:
        return batches.hand_over(database, Batch(slug, items, defaults, _now(), settings.max_text))

    return sum(1 for _ in feeds.poll_due(database, run, load, _now, lambda: monotonic() > end))


def _now() -> datetime:
    return datetime.now(UTC)
