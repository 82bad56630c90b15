"""Who publishes, and what people correct, apart from what was loaded.

An article keeps its own zone only where it has one, so that the zone of its source can be corrected at rest. Of rows
from before it is not known: what was the collection's zone counts as that. Nor is it known whether their dates named a
zone, until they are loaded again.

Revision 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NAME = sa.Text(collation="C")


def upgrade() -> None:
    _sources()
    _articles()
    _corrections()


def downgrade() -> None:
    op.drop_table("corrections")
    op.execute("""
        UPDATE articles SET zone = collections.zone FROM collections
        WHERE collections.id = articles.collection_id AND articles.zone IS NULL
    """)
    op.execute("UPDATE articles SET source = told")
    op.alter_column("articles", "zone", nullable=False)
    op.drop_column("articles", "zoned")
    op.drop_column("articles", "told")
    op.drop_table("sources")


def _sources() -> None:
    op.create_table(
        "sources",
        sa.Column("collection_id", NAME, nullable=False),
        sa.Column("name", NAME, nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("found", "domain", "country", "zone", "owner")),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name="fk_sources_collections"),
        sa.PrimaryKeyConstraint("collection_id", "name", name="pk_sources"),
    )
    op.execute("""
        INSERT INTO sources (collection_id, name)
        SELECT DISTINCT collection_id, source FROM articles WHERE source <> ''
    """)


def _articles() -> None:
    op.add_column("articles", sa.Column("told", sa.Text(), nullable=False, server_default=""))
    op.alter_column("articles", "told", server_default=None)
    op.execute("UPDATE articles SET told = source")
    op.add_column("articles", sa.Column("zoned", sa.Boolean(), nullable=False, server_default="false"))
    op.alter_column("articles", "zone", nullable=True)
    op.execute("""
        UPDATE articles SET zone = NULL FROM collections
        WHERE collections.id = articles.collection_id AND articles.zone = collections.zone
    """)


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("collection_id", NAME, nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("article_id", NAME, nullable=True),
        sa.Column("source", NAME, nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("interval", postgresql.JSONB(), nullable=True),
        sa.Column("zoned", sa.Boolean(), nullable=False, server_default="false"),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(article_id IS NULL) <> (source IS NULL)", name=op.f("ck_corrections_target")),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id"], ["articles.collection_id", "articles.id"], name="fk_corrections_articles"
        ),
        sa.ForeignKeyConstraint(
            ["collection_id", "source"], ["sources.collection_id", "sources.name"], name="fk_corrections_sources"
        ),
        sa.PrimaryKeyConstraint("collection_id", "id", name="pk_corrections"),
    )
    op.create_index("ix_corrections_collection_id_article_id", "corrections", ["collection_id", "article_id"])
    op.create_index("ix_corrections_collection_id_source", "corrections", ["collection_id", "source"])
