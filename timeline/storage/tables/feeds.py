"""Feeds that are subscribed: polled again and again."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from timeline.storage.columns import Exact
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import CollectionRow


class FeedRow(Row):
    """A feed of a collection: what it was subscribed with, and how its polls went."""

    __tablename__ = "feeds"
    __table_args__ = (
        ForeignKeyConstraint(["collection_id"], [CollectionRow.id]),
        CheckConstraint("every BETWEEN 5 AND 10080", name="every"),
        Index("ix_feeds_next", "next", postgresql_where=text("NOT paused")),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    url: Mapped[str] = mapped_column(Exact, primary_key=True)
    every: Mapped[int]
    """Minutes between two polls."""
    source: Mapped[str]
    zone: Mapped[str]
    """With source what its articles lack; empty where nothing was said."""
    who: Mapped[str]
    added: Mapped[datetime]
    paused: Mapped[bool]
    next: Mapped[datetime]
    """When it is due."""
    claimed: Mapped[datetime | None]
    """Until when a poller has it for itself."""
    polled: Mapped[datetime | None]
    failures: Mapped[int]
    """How often it could not be had since it last was."""
    problem: Mapped[str]
    answered: Mapped[str]
    """The address that gave the validators, after redirects; empty where the next answer is wanted whole."""
    etag: Mapped[str]
    last_modified: Mapped[str]
    had: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Marks of the links in it that need not be fetched again, as they were at the last poll."""
