"""The queue of jobs, in the same database.

A job is put into the transaction that stores what it is about, so that neither is there without the other. The schema
is Procrastinate's own, of the version that requirements.lock pins; a newer one brings migrations of its own, which
become ours with the change of the lock.

Revision 0007, after 0006.
"""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Through the driver: its functions hold colons and percent signs, which SQLAlchemy would take for parameters.
    op.get_bind().exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))


def downgrade() -> None:
    op.execute("""
        DO $$ DECLARE found text; BEGIN
            FOR found IN SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'procrastinate%' LOOP
                EXECUTE 'DROP FUNCTION ' || found || ' CASCADE';
            END LOOP;
        END $$
    """)
    for table in ("periodic_defers", "events", "jobs", "workers"):
        op.execute(f"DROP TABLE procrastinate_{table}")
    op.execute("DROP TYPE procrastinate_job_to_defer_v1, procrastinate_job_event_type, procrastinate_job_status")
