"""Signing in on the pages with a key: for a while, and for no longer than the key is good."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final

from timeline.errors import NotAllowed, TooMany
from timeline.services import keys
from timeline.services.keys import Key
from timeline.storage import sessions
from timeline.storage.database import Database

LASTS: Final = timedelta(hours=12)
"""A day's work: whoever leaves a browser open is signed out by the next morning."""
MOST_FAILURES: Final = 10
WINDOW: Final = timedelta(minutes=1)
"""So many failures of one address in this time, and it has to wait. A key cannot be guessed; this keeps guessing from
costing anything."""
_BYTES: Final = 32


def fresh() -> str:
    """A number for a cookie, which nobody can guess; it stands for nobody until it is signed in."""
    return secrets.token_urlsafe(_BYTES)


def token(cookie: str) -> str:
    """What a form of the holder of this cookie has to send along; it tells nothing of the cookie."""
    return hashlib.sha256(b"form " + cookie.encode()).hexdigest()


def same(cookie: str, sent: str) -> bool:
    """Whether a form sent what it has to, compared in a time that tells nothing."""
    return hmac.compare_digest(token(cookie).encode(), sent.encode(errors="replace"))


def sign_in(database: Database, secret: str, address: str, now: datetime) -> str:
    """Sign in with a key, and give the number for the cookie. NotAllowed for a key that is not good, TooMany where
    that came too often from an address."""
    with database.begin() as session:
        if sessions.failures(session, address, now - WINDOW) >= MOST_FAILURES:
            raise TooMany("Signing in failed too often from here. Wait a minute, then try again.", field="key")
    try:
        key = keys.check(database, secret.strip(), None, now)
    except NotAllowed:
        with database.begin() as session:
            sessions.fail(session, address, now - WINDOW, now)
        remedy = "Ask whoever runs this service for one; `timeline keys create` makes it."
        raise NotAllowed(f"This key is unknown, revoked or expired. {remedy}", field="key") from None
    cookie = fresh()
    with database.begin() as session:
        sessions.add(session, _hash(cookie), key.name, now, now + LASTS)
    return cookie


def signed(database: Database, cookie: str, now: datetime) -> Key | None:
    """The key with which the holder of a cookie signed in; None where nobody did, that was too long ago, or the key was
    revoked or has expired since."""
    with database.begin() as session:
        key = sessions.find(session, _hash(cookie), now)
        return key if key and keys.good(key, now) else None


def sign_out(database: Database, cookie: str) -> None:
    """Forget who signed in with a cookie."""
    with database.begin() as session:
        sessions.remove(session, _hash(cookie))


def _hash(cookie: str) -> bytes:
    # As with keys: 256 random bits, of which nothing can be guessed.
    return hashlib.sha256(cookie.encode()).digest()
