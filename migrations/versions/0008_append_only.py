"""What was read is never changed: the database itself refuses.

A correction is a new revision or a new reading; an UPDATE of an old one could only be a mistake, and would falsify
what was known at an earlier time.

Revision 0008, after 0007.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TABLES = ("revisions", "readings", "expressions", "rejected", "mentions", "mention_names")


def upgrade() -> None:
    op.execute("""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$
    """)
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER never_changed BEFORE UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"DROP TRIGGER never_changed ON {table}")
    op.execute("DROP FUNCTION refuse_change()")
