"""The timeline, derived.

An event points to the mentions that report it; civil bounds say exactly what is meant, the range of instants under GiST
finds it fast, and an id that an event had before a merge still leads to it.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _events()
    _event_reports()
    _event_entities()
    _event_redirects()


def downgrade() -> None:
    op.drop_table("event_redirects")
    op.drop_table("event_entities")
    op.drop_table("event_reports")
    op.drop_table("events")


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("id", sa.Text(collation="C"), nullable=False),
        sa.Column("age", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(collation="C"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("starts", sa.Double(), nullable=False),
        sa.Column("ends", sa.Double(), nullable=False),
        sa.Column("granularity", sa.String(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("during", postgresql.TSTZRANGE(), nullable=False),
        sa.Column("first", sa.Double(), nullable=False),
        sa.Column("last", sa.Double(), nullable=False),
        sa.Column("certainty", sa.String(), nullable=False),
        sa.Column("derivation", postgresql.JSONB(), nullable=False),
        sa.Column("claimed", postgresql.JSONB(), nullable=False),
        sa.Column("contradictions", postgresql.JSONB(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("search", postgresql.TSVECTOR(), nullable=False),
        sa.CheckConstraint("starts < ends", name=op.f("ck_events_interval")),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name="fk_events_collections"),
        sa.PrimaryKeyConstraint("collection_id", "id", name="pk_events"),
    )
    op.create_index("ix_events_collection_id_first_last", "events", ["collection_id", "first", "last"])
    op.create_index("ix_events_during", "events", ["during"], postgresql_using="gist")
    op.create_index("ix_events_id", "events", ["id"])
    op.create_index("ix_events_search", "events", ["search"], postgresql_using="gin")


def _event_reports() -> None:
    op.create_table(
        "event_reports",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("event_id", sa.Text(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("interval", postgresql.JSONB(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("derivation", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules", "mention"],
            ["mentions.collection_id", "mentions.article_id", "mentions.revision", "mentions.rules", "mentions.number"],
            name="fk_event_reports_mentions",
        ),
        sa.ForeignKeyConstraint(
            ["collection_id", "event_id"],
            ["events.collection_id", "events.id"],
            name="fk_event_reports_events",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "event_id", "number", name="pk_event_reports"),
    )
    op.create_index("ix_event_reports_collection_id_article_id", "event_reports", ["collection_id", "article_id"])


def _event_entities() -> None:
    op.create_table(
        "event_entities",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("event_id", sa.Text(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "event_id"],
            ["events.collection_id", "events.id"],
            name="fk_event_entities_events",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "event_id", "number", name="pk_event_entities"),
    )
    op.create_index("ix_event_entities_name", "event_entities", ["collection_id", sa.text("lower(name)")])


def _event_redirects() -> None:
    op.create_table(
        "event_redirects",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("id", sa.Text(collation="C"), nullable=False),
        sa.Column("event_id", sa.Text(collation="C"), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "event_id"],
            ["events.collection_id", "events.id"],
            name="fk_event_redirects_events",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "id", name="pk_event_redirects"),
    )
    op.create_index("ix_event_redirects_id", "event_redirects", ["id"])
