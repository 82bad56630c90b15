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
    "read": "read, where reading is not public",
    "load": "store articles, and see how loads stand",
    "curate": "correct articles and sources; accept, hide, redate, merge, split",
    "admin": "all of it, and whatever else the admin side offers",
}
"""Any key may read; one that may administer may do all."""
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


def check(database: Database, secret: str | None, scope: str | None, now: datetime) -> Key:
    """The key of this secret. NotAllowed for none, or one unknown, revoked or expired; Forbidden without the scope,
    where one is needed."""
    if not secret:
        raise NotAllowed("A key is needed: `Authorization: Bearer …`; `timeline keys create` makes one.")
    with database.begin() as session:
        key = keys.find(session, _hash(secret))  # By its hash: how long that takes tells nothing of any secret.
        if key is None or not good(key, now):
            raise NotAllowed("The key is unknown, revoked or expired.")
        if scope is not None:
            require(key, scope)
        if key.last_used is None or now - key.last_used >= _NOTED:
            keys.used(session, key.name, now)
    return key


def good(key: Key, now: datetime) -> bool:
    """Whether a key is neither revoked nor expired."""
    return key.revoked is None and (key.expires is None or key.expires > now)


def may(key: Key, scope: str) -> bool:
    """Whether a key is for this."""
    return scope == "read" or scope in key.scopes or "admin" in key.scopes


def require(key: Key, scope: str) -> None:
    """Forbidden where a key is not for this."""
    if not may(key, scope):
        remedy = f"`timeline keys create --scope {scope}` makes one that may"
        raise Forbidden(f"The key {key.name!r} may not {scope}; {remedy}.")


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
