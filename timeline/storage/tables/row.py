"""What all tables share: the names of constraints and the types of columns."""

from datetime import datetime
from typing import Any, ClassVar, Final

from sqlalchemy import DateTime, Double, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

_NAMES: Final = {
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
}


class Row(DeclarativeBase):
    """A row of any table."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: DateTime(timezone=True), str: Text(), float: Double()}
