"""Single events."""

from timeline.core.event import Event
from timeline.storage import events
from timeline.storage.database import Database


def get(database: Database, event: str) -> tuple[Event, str]:
    """The event of this id and its collection's slug; an id that was redirected gives the event it went to.

    NotFound where no event has or had this id.
    """
    with database.begin() as session:
        return events.get(session, event)
