"""Requests that their senders may repeat, and what was answered to them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.storage.tables import IdempotencyRow


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it was given."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Known:
    """A request that came before: a digest of it, since when it is known, and its answer once there is one."""

    digest: bytes
    began: datetime
    answered: Answered | None


def begin(session: Session, key: str, digest: bytes, now: datetime) -> bool:
    """Note that a request is being done; whether it is the first of its key."""
    row = insert(IdempotencyRow).values(key=key, digest=digest, began=now)
    return session.scalar(row.on_conflict_do_nothing().returning(IdempotencyRow.key)) is not None


def known(session: Session, key: str) -> Known | None:
    """What is known of the request of a key."""
    row = session.get(IdempotencyRow, key, populate_existing=True)
    if row is None:
        return None
    answered = None if row.status is None else Answered(row.status, row.headers or {}, row.body or b"")
    return Known(row.digest, row.began, answered)


def answer(session: Session, key: str, found: Answered) -> None:
    """Keep what was answered."""
    values = {"status": found.status, "headers": found.headers, "body": found.body}
    session.execute(update(IdempotencyRow).where(IdempotencyRow.key == key).values(values))


def forget(session: Session, key: str) -> None:
    """Let a request be done anew."""
    session.execute(delete(IdempotencyRow).where(IdempotencyRow.key == key))


def expire(session: Session, before: datetime, undone: datetime) -> None:
    """Forget what began before an instant, and before another what was never answered."""
    old = IdempotencyRow.began < before
    lost = IdempotencyRow.status.is_(None) & (IdempotencyRow.began < undone)
    session.execute(delete(IdempotencyRow).where(old | lost))
