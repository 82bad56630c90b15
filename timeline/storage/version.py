"""The version of the schema, without Alembic: what every start and every readiness probe asks for."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from timeline.errors import Unavailable

MIGRATIONS: Final = Path(__file__).parents[2] / "migrations"
"""Beside timeline/, in the checkout and where the wheel puts it."""


@dataclass(frozen=True, slots=True)
class Version:
    """The version that a database has, None where it has none, and the newest that this service knows."""

    current: str | None
    newest: str | None

    @property
    def migrated(self) -> bool:
        """Whether the database is at the newest version."""
        return self.current == self.newest


def require(session: Session) -> None:
    """Unavailable where the database is not at the newest version."""
    current = session.scalar(text("SELECT version_num FROM alembic_version"))
    if current != newest():
        raise Unavailable(f"The database is at version {current}, not {newest()}. Run `timeline db upgrade`.")


@cache
def newest() -> str:
    """The newest migration; they are numbered, so it is the last of the folder."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("*_*.py"))
