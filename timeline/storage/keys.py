"""Keys of the admin interface, by the SHA-256 of their secrets, and the service's own secrets."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.errors import NotFound
from timeline.storage.tables import KeyRow, SecretRow


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it may be shown: everything but its secret."""

    name: str
    scopes: tuple[str, ...]
    created: datetime
    expires: datetime | None
    revoked: datetime | None
    last_used: datetime | None


def add(session: Session, key: Key, secret_hash: bytes) -> None:
    """Store a new key; Conflict where the name is taken."""
    row = KeyRow(name=key.name, hash=secret_hash, scopes=list(key.scopes), created=key.created, expires=key.expires)
    session.add(row)
    session.flush()


def find(session: Session, secret_hash: bytes) -> Key | None:
    """The key whose secret has this hash: looked up by it, and then compared in constant time."""
    row = session.scalar(select(KeyRow).where(KeyRow.hash == secret_hash))
    return _key(row) if row is not None and hmac.compare_digest(row.hash, secret_hash) else None


def listed(session: Session) -> tuple[Key, ...]:
    """All keys, the revoked ones too, by name."""
    return tuple(_key(row) for row in session.scalars(select(KeyRow).order_by(KeyRow.name)))


def used(session: Session, name: str, now: datetime) -> None:
    """Note that a key was used."""
    session.execute(update(KeyRow).where(KeyRow.name == name).values(last_used=now))


def revoke(session: Session, name: str, now: datetime) -> None:
    """Let a key be good for nothing from now on; NotFound where there is none of this name."""
    row = session.get(KeyRow, name)
    if row is None:
        raise NotFound(f"There is no key {name!r}.", field="name")
    row.revoked = row.revoked or now


def secret(session: Session, name: str, fresh: bytes) -> bytes:
    """The service's secret of this name: the one that the first process stored, which is fresh where nobody did."""
    session.execute(insert(SecretRow).values(name=name, value=fresh).on_conflict_do_nothing())
    return session.scalars(select(SecretRow.value).where(SecretRow.name == name)).one()


def _key(row: KeyRow) -> Key:
    return Key(row.name, tuple(row.scopes), row.created, row.expires, row.revoked, row.last_used)
