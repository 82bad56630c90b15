"""What was loaded: collections, articles, and every revision of their texts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from timeline.core.article import Candidate
from timeline.core.interval import Interval
from timeline.storage.columns import Coded, Exact
from timeline.storage.tables.row import Row


class CollectionRow(Row):
    """A story; id is its slug."""

    __tablename__ = "collections"
    __table_args__ = (CheckConstraint("id ~ '^[a-z0-9][a-z0-9-]{0,63}$'", name="slug"),)

    id: Mapped[str] = mapped_column(Exact, primary_key=True)
    title: Mapped[str]
    about: Mapped[str]
    zone: Mapped[str]
    added: Mapped[datetime] = mapped_column(server_default=func.now())


class ArticleRow(Row):
    """An article; source, title and the like are those of its latest revision."""

    __tablename__ = "articles"
    __table_args__ = (
        CheckConstraint("length(id) BETWEEN 1 AND 512", name="id"),
        Index("ix_articles_url", "collection_id", text("md5(url)")),
        Index("ix_articles_address", "collection_id", text("md5(address)")),
        Index(None, "id"),
    )

    collection_id: Mapped[str] = mapped_column(Exact, ForeignKey(CollectionRow.id), primary_key=True)
    id: Mapped[str] = mapped_column(Exact, primary_key=True)
    url: Mapped[str | None]
    address: Mapped[str | None]
    """What stands for all URLs of the article; none where it was loaded before this was kept."""
    source: Mapped[str]
    title: Mapped[str]
    zone: Mapped[str]
    given: Mapped[Interval | None] = mapped_column(Coded(Interval))
    """When the article appeared, as the loader was told."""
    stated: Mapped[tuple[Candidate, ...]] = mapped_column(Coded(tuple[Candidate, ...]), server_default="[]")
    """The dates that its page gave for itself."""
    revision: Mapped[int]
    """The number of the latest revision."""
    added: Mapped[datetime]


class RevisionRow(Row):
    """A text of an article; append-only. number counts from 1."""

    __tablename__ = "revisions"
    __table_args__ = (
        ForeignKeyConstraint(["collection_id", "article_id"], [ArticleRow.collection_id, ArticleRow.id]),
        Index(None, "collection_id", "article_id", "digest", unique=True),
        Index("ix_revisions_text", "collection_id", text("md5(text)")),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    digest: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    recorded: Mapped[datetime]
