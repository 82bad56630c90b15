"""Core types as plain data for jsonb columns, and back: objects by field name, tuples as lists.

Terms are written as core.terms has them. A field that the data lacks takes its default, so that what was stored before
the field existed can still be read.
"""

import math
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from timeline.core import terms
from timeline.core.algebra import Term

_PLAIN: Final = frozenset({str, int, bool, NoneType})


def dump(value: Any) -> Any:
    """{'start': 63869, 'end': 'inf', …} for an interval; JSON has no infinities, so they are words."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Term):
        return terms.dump(value)
    if is_dataclass(value):
        return {name: dump(getattr(value, name)) for name in _names(value.__class__)}
    if isinstance(value, frozenset):
        return sorted(map(dump, value))
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and math.isinf(value):
        return str(value)
    return value


def load(hint: Any, data: Any) -> Any:
    """The value of this type that dump wrote; ValueError, KeyError or TypeError for anything else."""
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        return None if data is None else load(_present(hint), data)
    if origin is tuple:
        return _tuple(get_args(hint), data)
    if origin is frozenset:
        return frozenset(load(get_args(hint)[0], item) for item in data)
    if hint is float:
        return float(data) if isinstance(data, str) else data
    return _single(hint, data)


def _single(hint: type, data: Any) -> Any:
    if issubclass(hint, Term):
        return terms.load(data)
    if is_dataclass(hint):
        return hint(**{name: load(own, data[name]) for name, own in _fields(hint) if name in data})
    return hint(data) if issubclass(hint, Enum) else data


def _tuple(hints: tuple[Any, ...], data: list[Any]) -> tuple[Any, ...]:
    if hints[-1] is Ellipsis:
        return tuple(load(hints[0], item) for item in data)
    return tuple(load(hint, item) for hint, item in zip(hints, data, strict=True))


def _present(hint: Any) -> Any:
    """The one type beside None."""
    (found,) = (option for option in get_args(hint) if option is not NoneType)
    return found


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _fields(hint: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(hint)
    return tuple((name, hints[name]) for name in _names(hint))
