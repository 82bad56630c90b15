"""How Alembic reaches the database: over the connection it is handed, or over the settings' own when run by hand."""

from alembic import context
from sqlalchemy import Connection, text

from timeline.settings import Settings
from timeline.storage import database
from timeline.storage.tables import Row

_LOCK = 7_461_203_518
"""Of an advisory lock: two processes that migrate at the same time do so one after the other."""


def _ours(name: str | None, kind: str, parent: object) -> bool:  # noqa: ARG001 - Alembic's signature
    """Whether the models speak for a table: the job queue's tables belong to Procrastinate."""
    return kind != "table" or not (name or "").startswith("procrastinate_")


def _migrate(connection: Connection) -> None:
    connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
    # A migration that has to wait for a lock makes everybody else wait behind it; better it fails and is run again.
    connection.execute(text("SET lock_timeout = '5s'"))
    connection.commit()
    try:
        context.configure(
            connection=connection,
            target_metadata=Row.metadata,
            include_name=_ours,
            transaction_per_migration=True,
            compare_server_default=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    finally:
        connection.rollback()
        connection.execute(text("RESET lock_timeout"))
        connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))
        connection.commit()


def _run() -> None:
    handed: Connection | None = context.config.attributes.get("connection")
    if handed is not None:
        _migrate(handed)
        return
    opened = database.open(Settings.from_environment())
    with opened.engine.connect() as connection:
        _migrate(connection)
    opened.close()


_run()
