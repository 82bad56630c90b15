"""Plans and what became of them.

Revision 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_fulfilments",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("plan_id", sa.Text(collation="C"), nullable=False),
        sa.Column("happening_id", sa.Text(collation="C"), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "plan_id"],
            ["events.collection_id", "events.id"],
            name="fk_event_fulfilments_plan",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["collection_id", "happening_id"],
            ["events.collection_id", "events.id"],
            name="fk_event_fulfilments_happening",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("collection_id", "plan_id", name="pk_event_fulfilments"),
    )
    op.create_index(
        "ix_event_fulfilments_collection_id_happening_id", "event_fulfilments", ["collection_id", "happening_id"]
    )


def downgrade() -> None:
    op.drop_table("event_fulfilments")
