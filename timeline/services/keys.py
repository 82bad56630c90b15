"""Keys of the admin interface: bearer tokens with scopes, of which only a hash is stored."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from timeline.errors import Forbidden, Invalid, NotAllowed
from timeline.storage import keys
from timeline.storage.database import Database
from timeline.storage.keys import Key as Key

SCOPES: Final = {
    "load": "store articles and correct what is known of them",
    "decide": "accept, hide, redate, merge, split",
}
_PREFIX: Final = "tlk_"
"""So that a key is recognised where it should not be, such as in a repository."""
_BYTES: Final = 32
_NOTED: Final = timedelta(minutes=1)
"""How exactly the last use is known: a write with every request would cost more than it tells."""


def create(database: Database, name: str, scopes: Iterable[str], now: datetime, expires: datetime | None = None) -> str:
    """Make a key and give its secret, which cannot be had again. Invalid for a scope, Conflict for a name that
    is taken."""
    wanted = tuple(dict.fromkeys(scopes))
    unknown = [scope for scope in wanted if scope not in SCOPES]
    if unknown or not wanted:
        raise Invalid(f"A key has scopes of {', '.join(SCOPES)}; not {', '.join(unknown) or 'none'}.", field="scope")
    if not name.strip():
        raise Invalid("A key has a name of 1 to 100 characters.", field="name")
    secret = _PREFIX + secrets.token_urlsafe(_BYTES)
    with database.begin() as session:
        keys.add(session, Key(name, wanted, now, expires, None, None), _hash(secret))
    return secret


def check(database: Database, secret: str | None, scope: str, now: datetime) -> Key:
    """The key of this secret. NotAllowed for none, or one unknown, revoked or expired; Forbidden without the scope."""
    if not secret:
        raise NotAllowed("A key is needed: `Authorization: Bearer …`; `timeline keys create` makes one.")
    with database.begin() as session:
        key = keys.find(session, _hash(secret))
        if key is None or key.revoked is not None or (key.expires is not None and key.expires <= now):
            raise NotAllowed("The key is unknown, revoked or expired.")
        if scope not in key.scopes:
            raise Forbidden(f"The key {key.name!r} may not {scope}.")
        if key.last_used is None or now - key.last_used >= _NOTED:
            keys.used(session, key.name, now)
    return key


def listed(database: Database) -> tuple[Key, ...]:
    """All keys, the revoked ones too, by name; never their secrets."""
    with database.begin() as session:
        return keys.listed(session)


def revoke(database: Database, name: str, now: datetime) -> None:
    """Let a key be good for nothing from now on; NotFound where there is none of this name."""
    with database.begin() as session:
        keys.revoke(session, name, now)


def signing_key(database: Database) -> bytes:
    """What the service signs cursors with: the same in every process, made by the first that asks."""
    with database.begin() as session:
        return keys.secret(session, "cursor", secrets.token_bytes(_BYTES))


def _hash(secret: str) -> bytes:
    # The secret has 256 random bits: there is nothing to guess, so nothing that a slow hash would slow down.
    return hashlib.sha256(secret.encode()).digest()
