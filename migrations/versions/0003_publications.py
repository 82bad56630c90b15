"""When an article appeared, derived.

Beside the interval stands every candidate that lost, since 'why this date?' is asked about them too.

Revision 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "publications",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("interval", postgresql.JSONB(), nullable=False),
        sa.Column("trust", sa.String(), nullable=False),
        sa.Column("derivation", postgresql.JSONB(), nullable=False),
        sa.Column("lost", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id"], ["articles.collection_id", "articles.id"], name="fk_publications_articles"
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", name="pk_publications"),
    )


def downgrade() -> None:
    op.drop_table("publications")
