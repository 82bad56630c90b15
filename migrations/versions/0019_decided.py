"""Decisions: who took one back, how each stands, and events that are not shown.

A hidden event is in a table of its own, so that no list, count or search of events can meet it. Decisions that were
stored before could not be made by anything: there are none.

Revision 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

NAME = sa.Text(collation="C")


def upgrade() -> None:
    op.add_column("decisions", sa.Column("undone_by", sa.Text(), server_default="", nullable=False))
    op.alter_column("decisions", "kind", type_=sa.String(), existing_nullable=False)
    op.create_index("ix_decisions_id", "decisions", ["id"])
    op.add_column("events", sa.Column("decided", postgresql.JSONB(), server_default="[]", nullable=False))
    _outcomes()
    _hidden()


def downgrade() -> None:
    op.drop_table("hidden_events")
    op.drop_table("outcomes")
    op.drop_column("events", "decided")
    op.drop_index("ix_decisions_id", "decisions")
    op.alter_column("decisions", "kind", type_=sa.Text(), existing_nullable=False)
    op.drop_column("decisions", "undone_by")


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("collection_id", NAME, nullable=False),
        sa.Column("decision_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(), nullable=False),
        sa.Column("events", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["collection_id", "decision_id"], ["decisions.collection_id", "decisions.id"], name="fk_outcomes_decisions"
        ),
        sa.PrimaryKeyConstraint("collection_id", "decision_id", name="pk_outcomes"),
    )


def _hidden() -> None:
    op.create_table(
        "hidden_events",
        sa.Column("collection_id", NAME, nullable=False),
        sa.Column("id", NAME, nullable=False),
        sa.Column("age", sa.BigInteger(), nullable=False),
        sa.Column("event", postgresql.JSONB(), nullable=False),
        sa.Column("former", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["collection_id"], ["collections.id"], name="fk_hidden_events_collections"),
        sa.PrimaryKeyConstraint("collection_id", "id", name="pk_hidden_events"),
    )
    op.create_index("ix_hidden_events_id", "hidden_events", ["id"])
