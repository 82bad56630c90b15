"""What was loaded: collections, who published, articles, every revision of their texts, and what people corrected."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Identity, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from timeline.core.article import Candidate
from timeline.core.correction import Corrected
from timeline.core.interval import Interval
from timeline.storage.columns import Coded, Exact, Word
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
    version: Mapped[int] = mapped_column(BigInteger, server_default="0")
    """The state of its events: a random number, another whenever one of them is another."""


class SourceRow(Row):
    """Who publishes articles, as it counts; found is the domain by which the first of them came."""

    __tablename__ = "sources"

    collection_id: Mapped[str] = mapped_column(Exact, ForeignKey(CollectionRow.id), primary_key=True)
    name: Mapped[str] = mapped_column(Exact, primary_key=True)
    found: Mapped[str | None]
    domain: Mapped[str | None]
    country: Mapped[str | None]
    zone: Mapped[str | None]
    owner: Mapped[str | None]


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
    """The source that counts: told, unless a person corrected it."""
    told: Mapped[str]
    """The source that the loader said."""
    title: Mapped[str]
    zone: Mapped[str | None]
    """Its own zone, as it was loaded; none where neither the loader nor the page said it."""
    given: Mapped[Interval | None] = mapped_column(Coded(Interval))
    """When the article appeared, as the loader was told."""
    zoned: Mapped[bool] = mapped_column(server_default="false")
    """Whether that named its zone: then it is on the clocks of UTC."""
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


class CorrectionRow(Row):
    """What a person said of an article or a source in place of what was loaded; never lost by loading again. undone:
    when it was taken back."""

    __tablename__ = "corrections"
    __table_args__ = (
        ForeignKeyConstraint(["collection_id", "article_id"], [ArticleRow.collection_id, ArticleRow.id]),
        ForeignKeyConstraint(["collection_id", "source"], [SourceRow.collection_id, SourceRow.name]),
        CheckConstraint("(article_id IS NULL) <> (source IS NULL)", name="target"),
        Index(None, "collection_id", "article_id"),
        Index(None, "collection_id", "source"),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    article_id: Mapped[str | None] = mapped_column(Exact)
    source: Mapped[str | None] = mapped_column(Exact)
    what: Mapped[Corrected] = mapped_column(Word(Corrected))
    value: Mapped[str | None]
    interval: Mapped[Interval | None] = mapped_column(Coded(Interval))
    """What the words of a publication mean, with zoned as articles have it."""
    zoned: Mapped[bool] = mapped_column(server_default="false")
    who: Mapped[str]
    why: Mapped[str]
    recorded: Mapped[datetime]
    undone: Mapped[datetime | None]
