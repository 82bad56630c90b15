"""Asking for rows by many keys at once."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, SQLColumnExpression, Text, any_, literal
from sqlalchemy.dialects.postgresql import ARRAY


def among(column: SQLColumnExpression[str], values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a text is one of these. They go as one array, since a statement has 65,535 parameters at the most, and a
    story can have more events."""
    return column == any_(literal([*values], ARRAY(Text())))
