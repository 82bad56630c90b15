"""What follows from what was read, and can be made again: publications, stories, events, and where old ids
of events went."""

from typing import Any, Final

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Identity, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from timeline.core.article import Candidate, Doubt, Trust
from timeline.core.decision import Verdict
from timeline.core.derivation import Derivation
from timeline.core.event import Certainty, Contradiction
from timeline.core.granularity import Granularity
from timeline.core.interval import Interval
from timeline.core.mention import Basis, Status
from timeline.storage.columns import Coded, During, Exact, Word
from timeline.storage.tables.read import MentionRow
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import ArticleRow, CollectionRow

CONTRADICTED: Final = "contradictions <> '[]'::jsonb"
_COUNTED: Final = ("starts", "ends", "during", "status", "granularity", "zone", "origins")
"""What counting asks for, so that the index alone answers."""


class PublicationRow(Row):
    """When an article appeared, as far as it is known, every candidate that lost, and what makes it doubtful."""

    __tablename__ = "publications"
    __table_args__ = (ForeignKeyConstraint(["collection_id", "article_id"], [ArticleRow.collection_id, ArticleRow.id]),)

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    interval: Mapped[Interval] = mapped_column(Coded(Interval))
    trust: Mapped[Trust] = mapped_column(Word(Trust))
    derivation: Mapped[Derivation] = mapped_column(Coded(Derivation))
    lost: Mapped[tuple[Candidate, ...]] = mapped_column(Coded(tuple[Candidate, ...]))
    doubts: Mapped[tuple[Doubt, ...]] = mapped_column(Coded(tuple[Doubt, ...]), server_default="[]")


class StoryRow(Row):
    """The story of an article in its collection, known by its first article, and the reading by which it was found;
    rules are empty where it must be found anew. appeared has its publication as the article by itself tells it."""

    __tablename__ = "stories"
    __table_args__ = (
        ForeignKeyConstraint(["collection_id", "article_id"], [ArticleRow.collection_id, ArticleRow.id]),
        Index(None, "collection_id", "story"),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    revision: Mapped[int]
    rules: Mapped[str] = mapped_column(Exact)
    appeared: Mapped[Interval] = mapped_column(Coded(Interval))
    story: Mapped[str] = mapped_column(Exact)


class EventRow(Row):
    """An event. starts and ends are civil times as core.Interval has them; first and last are its place on the line."""

    __tablename__ = "events"
    __table_args__ = (
        ForeignKeyConstraint(["collection_id"], [CollectionRow.id]),
        CheckConstraint("starts < ends", name="interval"),
        Index(None, "id"),
        Index("ix_events_line", "collection_id", "first", "last", postgresql_include=_COUNTED),
        Index("ix_events_corroboration", "collection_id", text("(-origins)"), text("(-articles)"), "first", "last"),
        Index("ix_events_arrival", "collection_id", "age"),
        Index("ix_events_contradicted", "collection_id", "first", "last", postgresql_where=text(CONTRADICTED)),
        Index(None, "during", postgresql_using="gist"),
        Index(None, "search", postgresql_using="gin"),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[str] = mapped_column(Exact, primary_key=True)
    age: Mapped[int] = mapped_column(BigInteger, Identity())
    """The order of arrival: when two events become one, the lower keeps its id."""
    digest: Mapped[str]
    """Of all that is derived, so that what did not change is not written again."""
    title: Mapped[str] = mapped_column(Exact)
    text: Mapped[str]
    status: Mapped[Status] = mapped_column(Word(Status))
    starts: Mapped[float]
    ends: Mapped[float]
    granularity: Mapped[Granularity] = mapped_column(Word(Granularity))
    zone: Mapped[str]
    during: Mapped[Any | None] = mapped_column(During, deferred=True)
    """None for the undated: they would be found in every range, and PostgreSQL would think of all others so."""
    first: Mapped[float]
    last: Mapped[float]
    certainty: Mapped[Certainty] = mapped_column(Word(Certainty))
    derivation: Mapped[Derivation] = mapped_column(Coded(Derivation))
    claimed: Mapped[tuple[Interval, ...]] = mapped_column(Coded(tuple[Interval, ...]))
    contradictions: Mapped[tuple[Contradiction, ...]] = mapped_column(Coded(tuple[Contradiction, ...]))
    articles: Mapped[int]
    sources: Mapped[int]
    origins: Mapped[int]
    decided: Mapped[tuple[Verdict, ...]] = mapped_column(Coded(tuple[Verdict, ...]), server_default="[]")
    search: Mapped[Any] = mapped_column(TSVECTOR, deferred=True)
    named: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}", deferred=True)
    """The names that it is found by, as its reports have them, to be counted; see storage.terms."""


def _to_an_event(column: str = "event_id", name: str | None = None) -> ForeignKeyConstraint:
    key = [EventRow.collection_id, EventRow.id]
    return ForeignKeyConstraint(["collection_id", column], key, ondelete="CASCADE", name=name)


class ReportRow(Row):
    """That a mention reports an event, and when it says that it was; number is its place among the event's reports."""

    __tablename__ = "event_reports"
    __table_args__ = (
        _to_an_event(),
        ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules", "mention"],
            [MentionRow.collection_id, MentionRow.article_id, MentionRow.revision, MentionRow.rules, MentionRow.number],
        ),
        Index(None, "collection_id", "article_id"),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    event_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article_id: Mapped[str] = mapped_column(Exact)
    revision: Mapped[int]
    rules: Mapped[str] = mapped_column(Exact)
    mention: Mapped[int]
    interval: Mapped[Interval] = mapped_column(Coded(Interval))
    basis: Mapped[Basis] = mapped_column(Word(Basis))
    derivation: Mapped[Derivation] = mapped_column(Coded(Derivation))


class EntityRow(Row):
    """Someone or something that an event's reports name, in the event's order."""

    __tablename__ = "event_entities"
    __table_args__ = (_to_an_event(), Index("ix_event_entities_name", "collection_id", text("lower(name)")))

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    event_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    kind: Mapped[str]


class FulfilmentRow(Row):
    """That a plan came true in a happening."""

    __tablename__ = "event_fulfilments"
    __table_args__ = (
        _to_an_event("plan_id", "fk_event_fulfilments_plan"),
        _to_an_event("happening_id", "fk_event_fulfilments_happening"),
        Index(None, "collection_id", "happening_id"),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    plan_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    happening_id: Mapped[str] = mapped_column(Exact)


class RedirectRow(Row):
    """An id that an event had before it became one with an older event."""

    __tablename__ = "event_redirects"
    __table_args__ = (_to_an_event(), Index(None, "id"))

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[str] = mapped_column(Exact, primary_key=True)
    event_id: Mapped[str] = mapped_column(Exact)
