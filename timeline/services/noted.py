"""Notes about answers that hold as long as nothing of a collection changes."""

from collections.abc import Hashable
from dataclasses import dataclass

from timeline.storage import remembered
from timeline.storage.database import Database


@dataclass(slots=True)
class Note:
    """What is known of an answer; nothing at first."""

    etag: str = ""


def of(database: Database, slug: str, question: Hashable) -> Note:
    """The note about the answer to a question to a collection in its present state, to be filled in by whoever answers.

    The state is the one before that answer: an answer can be of a later one, in which nobody looks at this note."""
    with database.begin() as session:
        return remembered.value(session, slug, ("note", question), Note)
