"""Terms as plain data (JSON arrays: a name, then the fields in order), for storage and back."""

from dataclasses import fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from timeline.core import algebra, repeating

Data = list["Data"] | str | int | float | None

_TYPES: Final[dict[str, type]] = {
    name: found
    for name, found in vars(algebra).items()
    if isinstance(found, type) and is_dataclass(found) and found.__module__ in {algebra.__name__, repeating.__name__}
}
_HINTS: Final = {name: list(get_type_hints(found).values()) for name, found in _TYPES.items()}


def dump(term: Any) -> Any:
    """['Shift', -3, 'month', ['Now']] for Shift(-3, month, Now())."""
    if isinstance(term, Enum):
        return term.value
    if isinstance(term, float) and term.is_integer():
        return int(term)
    if isinstance(term, tuple):
        return ["", *map(dump, term)]
    if is_dataclass(term):
        return [type(term).__name__, *(dump(getattr(term, f.name)) for f in fields(term))]
    return term


def load(data: Any) -> algebra.Term:
    """The term that dump wrote; ValueError for anything else."""
    term = _load(data, algebra.Term)
    if not isinstance(term, algebra.Term):
        raise ValueError(f"not a term: {data!r}")
    return term


def load_pattern(data: Any) -> repeating.Pattern:
    """The pattern that dump wrote; ValueError for anything else."""
    pattern = _load(data, repeating.Pattern)
    if not isinstance(pattern, repeating.Pattern):
        raise ValueError(f"not a pattern: {data!r}")
    return pattern


def _load(data: Any, hint: Any) -> Any:
    if isinstance(data, list):
        if not data or data[0] not in {"", *_TYPES}:
            raise ValueError(f"not a term: {data!r}")
        name, *values = data
        if name == "":
            return tuple(_load(value, get_args(hint)[0]) for value in values)
        return _TYPES[name](*map(_load, values, _HINTS[name]))
    return _plain(data, hint)


def _plain(data: Any, hint: Any) -> Any:
    options = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
    for option in options:
        if isinstance(option, type) and issubclass(option, Enum) and data is not None:
            return option(data)
    return data
