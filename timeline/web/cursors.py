"""Cursors: places in an ordered list, signed, and good only for the query that gave them."""

import hashlib
from dataclasses import replace
from typing import Any, Final

from itsdangerous import BadData, URLSafeSerializer

from timeline.core.line import Position, TimelineQuery
from timeline.web.problems import Malformed

LINE: Final = "line"
UNDATED: Final = "undated"
CONTRADICTIONS: Final = "contradictions"
_SALT: Final = "cursor"
_FOREIGN: Final = "cursor is not one that this service gave; start again without it"


def write(key: bytes, position: Position, query: TimelineQuery, lister: str = LINE) -> str:
    """The cursor for what comes after a position in the answer to a query, in one of the lists of a collection."""
    return str(_signer(key).dumps([_digest(query, lister), *position.at]))


def read(key: bytes, cursor: str, query: TimelineQuery, lister: str = LINE) -> Position:
    """The position; Malformed for a cursor that this service did not make, or made for another query."""
    try:
        digest, *at = _signer(key).loads(cursor)
    except (BadData, ValueError, TypeError) as error:
        raise Malformed(_FOREIGN, field="cursor") from error
    if digest != _digest(query, lister):
        raise Malformed("cursor belongs to another query; start again without it", field="cursor")
    return Position(tuple(at))


def numbered(key: bytes, lister: str, number: int) -> str:
    """The cursor for what comes after a number in a list."""
    return placed(key, lister, (number,))


def number(key: bytes, lister: str, cursor: str | None) -> int | None:
    """The number after which a list goes on, None for its beginning; Malformed as read."""
    found = place(key, lister, cursor)
    return int(found[0]) if found else None


def placed(key: bytes, lister: str, at: tuple[int | str, ...]) -> str:
    """The cursor for what comes after a place in a list."""
    return str(_signer(key).dumps([lister, *at]))


def place(key: bytes, lister: str, cursor: str | None) -> tuple[Any, ...] | None:
    """The place after which a list goes on, None for its beginning; Malformed as read."""
    if cursor is None:
        return None
    try:
        own, *at = _signer(key).loads(cursor)
    except (BadData, ValueError, TypeError) as error:
        raise Malformed(_FOREIGN, field="cursor") from error
    if own != lister:
        raise Malformed("cursor belongs to another list; start again without it", field="cursor")
    return tuple(at)


def followed(key: bytes, query: TimelineQuery, cursor: str | None, limit: int, lister: str = LINE) -> TimelineQuery:
    """The query, from the place on that the cursor names."""
    after = read(key, cursor, query, lister) if cursor else None
    return replace(query, after=after, limit=limit)


def _signer(key: bytes) -> URLSafeSerializer:
    return URLSafeSerializer(key, _SALT)


def _digest(query: TimelineQuery, lister: str) -> str:
    """Of the filter alone: a page may be longer or shorter than the one before."""
    asked = replace(query, after=None, limit=0)
    return hashlib.sha256(repr((asked, lister)).encode()).hexdigest()[:16]
