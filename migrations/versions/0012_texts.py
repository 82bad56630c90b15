"""Revisions by their text: a copy is not read again.

Revision 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_revisions_text", "revisions", ["collection_id", sa.text("md5(text)")])


def downgrade() -> None:
    op.drop_index("ix_revisions_text", "revisions")
