"""Cursors: places in an ordered list, signed, and good only for the query that gave them."""

import hashlib
from dataclasses import astuple, replace
from typing import Final

from itsdangerous import BadData, URLSafeSerializer

from timeline.core.line import Position, TimelineQuery
from timeline.web.problems import Malformed

_SALT: Final = "cursor"


def write(key: bytes, position: Position, query: TimelineQuery, shelf: bool = False) -> str:
    """The cursor for what comes after a position in the answer to a query, on the line or on the shelf."""
    return str(_signer(key).dumps([_digest(query, shelf), *astuple(position)]))


def read(key: bytes, cursor: str, query: TimelineQuery, shelf: bool = False) -> Position:
    """The position; Malformed for a cursor that this service did not make, or made for another query."""
    try:
        digest, first, last, title, event = _signer(key).loads(cursor)
    except (BadData, ValueError, TypeError) as error:
        raise Malformed("cursor is not one that this service gave; start again without it", field="cursor") from error
    if digest != _digest(query, shelf):
        raise Malformed("cursor belongs to another query; start again without it", field="cursor")
    return Position(first, last, title, event)


def followed(key: bytes, query: TimelineQuery, cursor: str | None, limit: int, shelf: bool = False) -> TimelineQuery:
    """The query, from the place on that the cursor names."""
    after = read(key, cursor, query, shelf) if cursor else None
    return replace(query, after=after, limit=limit)


def _signer(key: bytes) -> URLSafeSerializer:
    return URLSafeSerializer(key, _SALT)


def _digest(query: TimelineQuery, shelf: bool) -> str:
    """Of the filter alone: a page may be longer or shorter than the one before."""
    asked = replace(query, after=None, limit=0)
    return hashlib.sha256(repr((asked, shelf)).encode()).hexdigest()[:16]
