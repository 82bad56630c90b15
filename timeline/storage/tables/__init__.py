"""The tables. Every row of a collection carries it, first in every key: it is the unit of locking and of sharding."""

from timeline.storage.tables.administration import IdempotencyRow, KeyRow, SecretRow
from timeline.storage.tables.decided import DecisionRow, HiddenRow, OutcomeRow
from timeline.storage.tables.derived import (
    EntityRow,
    EventRow,
    FulfilmentRow,
    PublicationRow,
    RedirectRow,
    ReportRow,
    StoryRow,
)
from timeline.storage.tables.feeds import FeedRow
from timeline.storage.tables.loads import LoadArticleRow, LoadPartRow, LoadProblemRow, LoadRow, UnreadableRow
from timeline.storage.tables.read import ExpressionRow, MentionRow, ReadingRow, RejectedRow
from timeline.storage.tables.row import Row
from timeline.storage.tables.sessions import FailureRow, SessionRow
from timeline.storage.tables.sources import ArticleRow, CollectionRow, CorrectionRow, RevisionRow, SourceRow

__all__ = [
    "ArticleRow",
    "CollectionRow",
    "CorrectionRow",
    "DecisionRow",
    "EntityRow",
    "EventRow",
    "ExpressionRow",
    "FailureRow",
    "FeedRow",
    "FulfilmentRow",
    "HiddenRow",
    "IdempotencyRow",
    "KeyRow",
    "LoadArticleRow",
    "LoadPartRow",
    "LoadProblemRow",
    "LoadRow",
    "MentionRow",
    "OutcomeRow",
    "PublicationRow",
    "ReadingRow",
    "RedirectRow",
    "RejectedRow",
    "ReportRow",
    "RevisionRow",
    "Row",
    "SecretRow",
    "SessionRow",
    "SourceRow",
    "StoryRow",
    "UnreadableRow",
]
