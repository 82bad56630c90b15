"""Why a decision was taken back: the audit list tells it beside who did and when.

Revision 0022, after 0021.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("decisions", sa.Column("undone_why", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("decisions", "undone_why")
