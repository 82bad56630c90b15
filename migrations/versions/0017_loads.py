"""Loads that run as jobs, and texts on which the reader fails.

Revision 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_COUNTS = ("items", "new", "changed", "unchanged", "failed")
_INSTANTS = ("stored", "ended", "cancelled")


def upgrade() -> None:
    op.create_table(
        "loads",
        _exact("collection_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("said", postgresql.JSONB(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("job", sa.BigInteger()),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        *(sa.Column(name, sa.DateTime(timezone=True)) for name in _INSTANTS),
        sa.Column("failure", sa.Text()),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name="fk_loads_collections"),
        sa.PrimaryKeyConstraint("collection_id", "id", name="pk_loads"),
    )
    op.create_index("ix_loads_id", "loads", ["id"], unique=True)
    op.create_table(
        "load_parts",
        *_of_a_load("load_parts"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "load_id", "number", name="pk_load_parts"),
    )
    op.create_table(
        "load_articles",
        *_of_a_load("load_articles"),
        *_of_a_revision("load_articles"),
        sa.PrimaryKeyConstraint("collection_id", "load_id", "article_id", "revision", name="pk_load_articles"),
    )
    op.create_table(
        "load_problems",
        *_of_a_load("load_problems"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("linked", postgresql.JSONB()),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("again", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("collection_id", "load_id", "number", name="pk_load_problems"),
    )
    op.create_table(
        "unreadable",
        _exact("collection_id"),
        *_of_a_revision("unreadable"),
        _exact("rules"),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "article_id", "revision", "rules", name="pk_unreadable"),
    )


def downgrade() -> None:
    for table in ("unreadable", "load_problems", "load_articles", "load_parts", "loads"):
        op.drop_table(table)


def _exact(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(collation="C"), nullable=False)


def _of_a_load(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    key = sa.ForeignKeyConstraint(
        ["collection_id", "load_id"], ["loads.collection_id", "loads.id"], name=f"fk_{table}_loads"
    )
    return _exact("collection_id"), sa.Column("load_id", sa.BigInteger(), nullable=False), key


def _of_a_revision(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    key = sa.ForeignKeyConstraint(
        ["collection_id", "article_id", "revision"],
        ["revisions.collection_id", "revisions.article_id", "revisions.number"],
        name=f"fk_{table}_revisions",
    )
    return _exact("article_id"), sa.Column("revision", sa.Integer(), nullable=False), key
