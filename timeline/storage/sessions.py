"""Who is signed in, by the hash of what their cookies say; and failures to sign in, by address."""

from datetime import datetime

from sqlalchemy import case, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.storage import keys
from timeline.storage.keys import Key
from timeline.storage.tables import FailureRow, KeyRow, SessionRow


def add(session: Session, own_hash: bytes, key: str, began: datetime, expires: datetime) -> None:
    """Remember who signed in with a key, and until when; what has expired is forgotten."""
    session.execute(delete(SessionRow).where(SessionRow.expires <= began))
    session.add(SessionRow(hash=own_hash, key=key, began=began, expires=expires))
    session.flush()


def find(session: Session, own_hash: bytes, now: datetime) -> Key | None:
    """The key with which somebody signed in, whatever became of it since; None where that has expired."""
    found = select(KeyRow.hash).join(SessionRow, SessionRow.key == KeyRow.name)
    secret = session.scalar(found.where(SessionRow.hash == own_hash, SessionRow.expires > now))
    return keys.find(session, secret) if secret else None


def remove(session: Session, own_hash: bytes) -> None:
    """Forget who signed in; nothing happens where nobody did."""
    session.execute(delete(SessionRow).where(SessionRow.hash == own_hash))


def failures(session: Session, address: str, since: datetime) -> int:
    """How often signing in failed from an address; 0 where the first time was before since."""
    found = select(FailureRow.count).where(FailureRow.address == address, FailureRow.since > since)
    return session.scalar(found) or 0


def fail(session: Session, address: str, since: datetime, now: datetime) -> None:
    """Count a failure; one before since is forgotten, whosever it was."""
    session.execute(delete(FailureRow).where(FailureRow.since <= since, FailureRow.address != address))
    fresh = insert(FailureRow).values(address=address, since=now, count=1)
    old = FailureRow.since <= since
    counted = {"since": case((old, now), else_=FailureRow.since), "count": case((old, 1), else_=FailureRow.count + 1)}
    session.execute(fresh.on_conflict_do_update(index_elements=[FailureRow.address], set_=counted))
