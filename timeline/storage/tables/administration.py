"""Who may write, and the service's own secret."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from timeline.storage.columns import Exact
from timeline.storage.tables.row import Row


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


class IdempotencyRow(Row):
    """A request that its sender may repeat without its being done twice, and what was answered; status is none while
    it is being done."""

    __tablename__ = "idempotency"
    __table_args__ = (Index(None, "began"),)

    key: Mapped[str] = mapped_column(Exact, primary_key=True)
    """The name of the API key, the path and the key that the sender chose."""
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """Of the request."""
    began: Mapped[datetime]
    status: Mapped[int | None]
    headers: Mapped[dict[str, str] | None] = mapped_column(JSONB)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
