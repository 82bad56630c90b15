"""Where the mentions of the newest readings are stored, so that reports can point to them."""

from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.core.mention import Mention
from timeline.storage import readings
from timeline.storage.tables import MentionRow


@dataclass(frozen=True, slots=True)
class Place:
    """The key of a stored mention in its collection."""

    article: str
    revision: int
    rules: str
    number: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a collection's mentions, by article and mention."""

    by_mention: dict[tuple[str, Mention], Place]

    def locate(self, event: Event) -> tuple[Place, ...]:
        """Where the mentions of an event's reports are; ValueError for one that is not in the newest readings."""
        try:
            return tuple(self.by_mention[report.article, report.mention] for report in event.reports)
        except KeyError as error:
            article, mention = error.args[0]
            raise ValueError(f"no stored mention of {article!r} begins at {mention.start}: {mention.text!r}") from None


def of_collection(session: Session, collection: str) -> Places:
    """The places of the mentions in the newest reading of every article's latest revision."""
    current = readings.current(collection)
    key = and_(
        MentionRow.collection_id == current.c.collection_id,
        MentionRow.article_id == current.c.article_id,
        MentionRow.revision == current.c.revision,
        MentionRow.rules == current.c.rules,
    )
    rows = session.scalars(select(MentionRow).join(current, key))
    return Places(
        {(row.article_id, row.mention): Place(row.article_id, row.revision, row.rules, row.number) for row in rows}
    )
