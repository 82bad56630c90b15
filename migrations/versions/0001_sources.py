"""What is loaded, kept for good.

Articles and every revision of their texts, by collection: a changed text under a known id is a new revision, and the
unique digest makes loading the same text twice a matter of course.

Revision 0001, after none.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _collections()
    _articles()
    _revisions()


def downgrade() -> None:
    op.drop_table("revisions")
    op.drop_table("articles")
    op.drop_table("collections")


def _collections() -> None:
    op.create_table(
        "collections",
        sa.Column("id", sa.Text(collation="C"), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("id ~ '^[a-z0-9][a-z0-9-]{0,63}$'", name=op.f("ck_collections_slug")),
        sa.PrimaryKeyConstraint("id", name="pk_collections"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("id", sa.Text(collation="C"), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("given", postgresql.JSONB(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 512", name=op.f("ck_articles_id")),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name="fk_articles_collections"),
        sa.PrimaryKeyConstraint("collection_id", "id", name="pk_articles"),
    )
    op.create_index("ix_articles_id", "articles", ["id"])
    op.create_index("ix_articles_url", "articles", ["collection_id", sa.text("md5(url)")])


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id"], ["articles.collection_id", "articles.id"], name="fk_revisions_articles"
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", "number", name="pk_revisions"),
    )
    op.create_index(
        "ix_revisions_collection_id_article_id_digest",
        "revisions",
        ["collection_id", "article_id", "digest"],
        unique=True,
    )
