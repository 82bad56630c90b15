"""Feeds that are subscribed and polled.

Revision 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feeds",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("url", sa.Text(collation="C"), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("source", "zone", "who")),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("next", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed", sa.DateTime(timezone=True)),
        sa.Column("polled", sa.DateTime(timezone=True)),
        sa.Column("failures", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("problem", "answered", "etag", "last_modified")),
        sa.Column("had", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "url", name="pk_feeds"),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name="fk_feeds_collections"),
        sa.CheckConstraint("every BETWEEN 5 AND 10080", name=op.f("ck_feeds_every")),
    )
    op.create_index("ix_feeds_next", "feeds", ["next"], postgresql_where=sa.text("NOT paused"))


def downgrade() -> None:
    op.drop_table("feeds")
