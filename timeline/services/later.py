"""Loading without waiting: stored at once, read by a worker."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from timeline.core.article import Draft
from timeline.errors import NotFound
from timeline.storage import articles, collections, queue
from timeline.storage.articles import Stored
from timeline.storage.database import Database

CATCH_UP: Final = "timeline.catch_up"
"""The job that reads a collection's unread articles and derives its events anew; jobs/ has the code."""


@dataclass(frozen=True, slots=True)
class Job:
    """How a job stands: todo, doing, succeeded, failed, cancelled or aborted; attempts counts the finished tries."""

    number: int
    state: str
    attempts: int


def load(database: Database, slug: str, drafts: Iterable[Draft], now: datetime) -> tuple[tuple[Stored, ...], int]:
    """Store articles and enqueue their reading, in one transaction; the number of the job. NotFound: the collection."""
    with database.begin() as session:
        collections.lock(session, slug)
        stored = tuple(articles.add(session, slug, draft, now) for draft in drafts)
        return stored, queue.defer(session, CATCH_UP, {"collection": slug}, lock=slug)


def reread(database: Database, slug: str) -> int:
    """Enqueue the reading of what the present rules have not read yet; the number of the job."""
    with database.begin() as session:
        collections.lock(session, slug)
        return queue.defer(session, CATCH_UP, {"collection": slug}, lock=slug)


def job(database: Database, number: int) -> Job:
    """How a job stands; NotFound where there is none of this number, or none any more."""
    with database.begin() as session:
        found = queue.state(session, number)
    if found is None:
        raise NotFound(f"There is no job {number}.", field="job")
    return Job(number, *found)
