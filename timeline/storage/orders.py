"""The total orders of the events on a line, each with the index that has it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, true, tuple_

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


def behind(sort: Sort, position: Position | None) -> Sequence[ColumnElement[bool]]:
    """That an event comes after a position, in parts of which an event is in one: PostgreSQL guesses how many are in
    each by its first column alone, where most events have the same number of origins and of articles."""
    if position is None:
        return [true()]
    keys, at = _KEYS[sort], position.at
    if sort is not Sort.CORROBORATION:
        own = tuple_(*keys)
        return [own < tuple_(*at) if sort in _DESCENDING else own > tuple_(*at)]
    origins, articles, *place = keys
    same = origins == at[0]
    alike = and_(same, articles == at[1], tuple_(*place) > tuple_(*at[2:]))
    return [alike, and_(same, articles > at[1]), origins > at[0]]


def position(sort: Sort, row: EventRow) -> Position:
    """The place just behind an event."""
    at = (row.first, row.last, row.title, row.id)
    if sort is Sort.CORROBORATION:
        return Position((-row.origins, -row.articles, *at))
    return Position((row.age,)) if sort is Sort.ARRIVAL else Position(at)
