"""Requests that may be repeated without being done twice: for a day, the same answer to the same request."""

import hmac
from datetime import datetime, timedelta
from typing import Final

from timeline.errors import Conflict, Invalid
from timeline.storage import idempotency
from timeline.storage.database import Database
from timeline.storage.idempotency import Answered as Answered

_KEPT: Final = timedelta(hours=24)
_LOST: Final = timedelta(minutes=10)
"""After which nobody is doing any more what was never answered."""


def begin(database: Database, key: str, digest: bytes, now: datetime) -> Answered | None:
    """The answer that was given to this request before; None for its first time, which is noted.

    Conflict while the first one is being done, Invalid where another request had this key.
    """
    with database.begin() as session:
        idempotency.expire(session, now - _KEPT, now - _LOST)
        if idempotency.begin(session, key, digest, now):
            return None
        known = idempotency.known(session, key)
    if known is None:
        raise Conflict("A request with this Idempotency-Key has just failed; send it again.")
    if not hmac.compare_digest(known.digest, digest):
        raise Invalid("Another request had this Idempotency-Key; take a new one.", field="Idempotency-Key")
    if known.answered is None:
        raise Conflict("A request with this Idempotency-Key is being done; ask again in a moment.")
    return known.answered


def end(database: Database, key: str, answered: Answered | None) -> None:
    """Keep the answer to a request, or let it be done anew."""
    with database.begin() as session:
        if answered is None:
            idempotency.forget(session, key)
        else:
            idempotency.answer(session, key, answered)
