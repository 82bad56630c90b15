"""What people decided, who may write, and the service's own secret."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Identity, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from timeline.storage.columns import Exact
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import CollectionRow


class DecisionRow(Row):
    """What a person said about an event or an article; never lost by reading again. undone: when it was taken back."""

    __tablename__ = "decisions"
    __table_args__ = (ForeignKeyConstraint(["collection_id"], [CollectionRow.id]),)

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str]
    target: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    who: Mapped[str]
    why: Mapped[str]
    recorded: Mapped[datetime]
    undone: Mapped[datetime | None]


class KeyRow(Row):
    """A key of the admin interface; its secret is stored as a SHA-256 only."""

    __tablename__ = "api_keys"
    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 100", name="name"),)

    name: Mapped[str] = mapped_column(Exact, primary_key=True)
    hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created: Mapped[datetime]
    expires: Mapped[datetime | None]
    revoked: Mapped[datetime | None]
    last_used: Mapped[datetime | None]


class SecretRow(Row):
    """Random bytes that the service made for itself, such as the key that signs cursors."""

    __tablename__ = "secrets"

    name: Mapped[str] = mapped_column(Exact, primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)
