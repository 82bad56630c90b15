"""Stories inside a collection, and what whole articles are compared by.

Events are derived story by story, so that an article more touches only the story that it joins. Readings made before
have no profile: they are of no story with others until the next load reads their articles again.

Revision 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("words", "signature"):
        op.add_column("readings", sa.Column(name, sa.LargeBinary(), nullable=False, server_default=""))
        op.alter_column("readings", name, server_default=None)
    agencies: sa.Column[list[str]] = sa.Column(
        "credits", postgresql.ARRAY(sa.Text()), nullable=False, server_default="{}"
    )
    op.add_column("readings", agencies)
    op.alter_column("readings", "credits", server_default=None)
    op.create_table(
        "stories",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("appeared", postgresql.JSONB(), nullable=False),
        sa.Column("story", sa.Text(collation="C"), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id"], ["articles.collection_id", "articles.id"], name="fk_stories_articles"
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", name="pk_stories"),
    )
    op.create_index("ix_stories_collection_id_story", "stories", ["collection_id", "story"])


def downgrade() -> None:
    op.drop_table("stories")
    for name in ("credits", "signature", "words"):
        op.drop_column("readings", name)
