"""What stands for all URLs of an article, and the dates that its page gave for itself.

Articles loaded before have neither until they are loaded again; they are found by their URL as before.

Revision 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("address", sa.Text()))
    op.add_column("articles", sa.Column("stated", postgresql.JSONB(), nullable=False, server_default="[]"))
    op.create_index("ix_articles_address", "articles", ["collection_id", sa.text("md5(address)")])


def downgrade() -> None:
    op.drop_index("ix_articles_address", "articles")
    op.drop_column("articles", "stated")
    op.drop_column("articles", "address")
