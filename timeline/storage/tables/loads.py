"""Loads that run as jobs: what was handed over, how far they are, and what could not be loaded."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKeyConstraint, Identity, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from timeline.core.load import Linked, Said
from timeline.storage.columns import Coded, Exact
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import CollectionRow, RevisionRow


class LoadRow(Row):
    """Articles handed over together, to be stored by one job and read by others."""

    __tablename__ = "loads"
    __table_args__ = (ForeignKeyConstraint(["collection_id"], [CollectionRow.id]), Index(None, "id", unique=True))

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str]
    """The file or the address."""
    who: Mapped[str]
    said: Mapped[Said] = mapped_column(Coded(Said))
    added: Mapped[datetime]
    job: Mapped[int | None] = mapped_column(BigInteger)
    """The number of the job that stores it."""
    items: Mapped[int] = mapped_column(default=0)
    """How many were taken of the items that it has itself, in their order: whoever goes on begins after these."""
    new: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    stored: Mapped[datetime | None]
    """When the last item was taken."""
    ended: Mapped[datetime | None]
    """When its events were derived."""
    cancelled: Mapped[datetime | None]
    failure: Mapped[str | None]
    """Why it was given up."""


def _to_a_load() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["collection_id", "load_id"], [LoadRow.collection_id, LoadRow.id])


class LoadPartRow(Row):
    """A piece of the content that was handed over; gone once the load is stored."""

    __tablename__ = "load_parts"
    __table_args__ = (_to_a_load(),)

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    load_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class LoadArticleRow(Row):
    """A revision that a load brought, to be read."""

    __tablename__ = "load_articles"
    __table_args__ = (
        _to_a_load(),
        ForeignKeyConstraint(
            ["collection_id", "article_id", "revision"],
            [RevisionRow.collection_id, RevisionRow.article_id, RevisionRow.number],
        ),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    load_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class LoadProblemRow(Row):
    """An item that was not loaded, and why. again is when its address is asked, after so many tries."""

    __tablename__ = "load_problems"
    __table_args__ = (_to_a_load(),)

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    load_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    where: Mapped[str]
    why: Mapped[str]
    linked: Mapped[Linked | None] = mapped_column(Coded(Linked))
    """The address that is asked."""
    tries: Mapped[int]
    again: Mapped[datetime | None]


class UnreadableRow(Row):
    """A revision on which the reader of these rules fails: it is not tried again."""

    __tablename__ = "unreadable"
    __table_args__ = (
        ForeignKeyConstraint(
            ["collection_id", "article_id", "revision"],
            [RevisionRow.collection_id, RevisionRow.article_id, RevisionRow.number],
        ),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rules: Mapped[str] = mapped_column(Exact, primary_key=True)
    why: Mapped[str]
    recorded: Mapped[datetime]
