"""Who is signed in on the pages, and from where signing in failed."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from timeline.storage.columns import Exact
from timeline.storage.tables.administration import KeyRow
from timeline.storage.tables.row import Row


class SessionRow(Row):
    """A browser that is signed in with a key, by the SHA-256 of the random number in its cookie."""

    __tablename__ = "sessions"
    __table_args__ = (ForeignKeyConstraint(["key"], [KeyRow.name]), Index(None, "expires"))

    hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    key: Mapped[str] = mapped_column(Exact)
    began: Mapped[datetime]
    expires: Mapped[datetime]


class FailureRow(Row):
    """How often signing in failed from an address since then."""

    __tablename__ = "sign_in_failures"

    address: Mapped[str] = mapped_column(Exact, primary_key=True)
    since: Mapped[datetime]
    count: Mapped[int]
