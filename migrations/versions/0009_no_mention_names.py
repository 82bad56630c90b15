"""The names in mentions are stored once: with their mentions.

The table of names beside them was written with every reading, several rows a mention, and never read: names are settled
from the mentions when events are derived. Going back makes it empty, since nothing needs what stood in it.

Revision 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("mention_names")


def downgrade() -> None:
    op.create_table(
        "mention_names",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("mention", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules", "mention"],
            ["mentions.collection_id", "mentions.article_id", "mentions.revision", "mentions.rules", "mentions.number"],
            name="fk_mention_names_mentions",
        ),
        sa.PrimaryKeyConstraint(
            "collection_id", "article_id", "revision", "rules", "mention", "number", name="pk_mention_names"
        ),
    )
    op.create_index("ix_mention_names_text", "mention_names", ["collection_id", sa.text("lower(text)")])
    op.execute("""
        CREATE TRIGGER never_changed BEFORE UPDATE ON mention_names
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """)
