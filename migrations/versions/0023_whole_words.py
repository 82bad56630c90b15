"""Words of articles by numbers of 32 bits: what was read by older rules is read again, and has none until then.

Revision 0023, after 0022.
"""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _forget()


def downgrade() -> None:
    _forget()


def _forget() -> None:
    op.execute("ALTER TABLE readings DISABLE TRIGGER USER")  # which keeps what was read from being changed
    op.execute("UPDATE readings SET words = ''")
    op.execute("ALTER TABLE readings ENABLE TRIGGER USER")
