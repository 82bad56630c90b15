"""The tables. Every row of a collection carries it, first in every key: it is the unit of locking and of sharding."""

from timeline.storage.tables.administration import DecisionRow, KeyRow, SecretRow
from timeline.storage.tables.derived import (
    EntityRow,
    EventRow,
    FulfilmentRow,
    PublicationRow,
    RedirectRow,
    ReportRow,
    StoryRow,
)
from timeline.storage.tables.read import ExpressionRow, MentionRow, ReadingRow, RejectedRow
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import ArticleRow, CollectionRow, RevisionRow

__all__ = [
    "ArticleRow",
    "CollectionRow",
    "DecisionRow",
    "EntityRow",
    "EventRow",
    "ExpressionRow",
    "FulfilmentRow",
    "KeyRow",
    "MentionRow",
    "PublicationRow",
    "ReadingRow",
    "RedirectRow",
    "RejectedRow",
    "ReportRow",
    "RevisionRow",
    "Row",
    "SecretRow",
    "StoryRow",
]
