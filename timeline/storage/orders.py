"""The total orders of the events on a line, each with the index that has it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, SQLColumnExpression, tuple_

from timeline.core.line import Position, Sort
from timeline.storage.tables import EventRow

_TIME: Final = (EventRow.first, EventRow.last, EventRow.title, EventRow.id)
_KEYS: Final[Mapping[Sort, tuple[SQLColumnExpression[Any], ...]]] = {
    Sort.TIME: _TIME,
    Sort.BACKWARDS: _TIME,
    Sort.CORROBORATION: (-EventRow.origins, -EventRow.articles, *_TIME),
    Sort.ARRIVAL: (EventRow.age,),
}
_DESCENDING: Final = {Sort.BACKWARDS, Sort.ARRIVAL}


def by(sort: Sort) -> Sequence[SQLColumnExpression[Any]]:
    """What to order by."""
    return [key.desc() if sort in _DESCENDING else key for key in _KEYS[sort]]


def behind(sort: Sort, position: Position) -> ColumnElement[bool]:
    """That an event comes after a position."""
    own = tuple_(*_KEYS[sort])
    return own < tuple_(*position.at) if sort in _DESCENDING else own > tuple_(*position.at)


def position(sort: Sort, row: EventRow) -> Position:
    """The place just behind an event."""
    at = (row.first, row.last, row.title, row.id)
    if sort is Sort.CORROBORATION:
        return Position((-row.origins, -row.articles, *at))
    return Position((row.age,)) if sort is Sort.ARRIVAL else Position(at)
