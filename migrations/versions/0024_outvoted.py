"""Events derived anew: a day that most reports give against others is likely, and no longer certain.

Revision 0024, after 0023.
"""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE stories SET rules = ''")  # the next deriving finds every story and its events anew


def downgrade() -> None:
    """Nothing: what was derived stays."""
