"""Column types: core types as the database holds them."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from psycopg.types.json import Jsonb
from sqlalchemy import ColumnElement, Dialect, String, Text, cast, type_coerce
from sqlalchemy.dialects.postgresql import JSONB, TSTZRANGE
from sqlalchemy.types import TypeDecorator

from timeline.core import calendar
from timeline.core.interval import Interval
from timeline.storage import codec

_FIRST: Final = calendar.at(-4711)
_LAST: Final = calendar.at(200_000)
"""What a timestamptz can hold: from 4713 BC to beyond any plan; a range that goes further is open."""
_ZONED: Final = (calendar.at(2), calendar.at(9998))
"""Where Python's instants, and with them time zones, reach."""


class Exact(TypeDecorator[str]):
    """Text whose order is that of its code points, on every server and in Python alike."""

    impl = Text(collation="C")
    cache_ok = True


class Coded(TypeDecorator[Any]):
    """A core type in jsonb, which codec reads and writes as text."""

    impl = JSONB(none_as_null=True)
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """The text: of jsonb itself the driver would make plain data first."""
        return type_coerce(cast(column, Text), self)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:  # noqa: ARG002 - SQLAlchemy's signature
        """What has a value written when it is sent."""
        return _sent

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """The core type again."""
        return None if value is None else codec.read(self.kind, value)


def _sent(value: Any) -> Jsonb | None:
    return None if value is None else Jsonb(value, codec.write)


class Word(TypeDecorator[Any]):
    """A word of an enumeration, as text: a new word needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The word."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """The member."""
        return None if value is None else self.kind(value)


class During(TypeDecorator[Any]):
    """An interval as a range of instants, to search by; never read back, since Python has no instants before year 1."""

    impl = TSTZRANGE
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """'[2024-11-05 05:00:00+00,2024-11-06 05:00:00+00]': closed, so that no range is empty."""
        return None if value is None else written(value)


def written(interval: Interval) -> str:
    """An interval in PostgreSQL's notation of ranges; open where an end is unknown or beyond what a timestamp holds."""
    ends = [_instant(at, interval.zone) for at in (interval.start, interval.end)]
    # Where clocks go forward, a skipped time can lie after the next one that exists.
    first, last = ends if ends[0] <= ends[1] else reversed(ends)
    return f"[{_timestamp(first)},{_timestamp(last)}]"


def _instant(civil: float, zone: str) -> float:
    return calendar.in_zone(civil, zone, "UTC") if _ZONED[0] < civil < _ZONED[1] else civil


def _timestamp(utc: float) -> str:
    if not _FIRST <= utc <= _LAST:
        return ""
    year, month, day, hour, minute, second = calendar.fields(utc)
    era = " BC" if year < 1 else ""
    return f"{year if year > 0 else 1 - year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}+00{era}"
