"""What was read in a revision, by which version of the rules; append-only."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from timeline.core.algebra import Term
from timeline.core.evaluate import Tense
from timeline.core.expression import Signal
from timeline.core.mention import Mention
from timeline.core.text import Imprint
from timeline.storage.columns import Coded, Exact, Word
from timeline.storage.tables.row import Row
from timeline.storage.tables.sources import RevisionRow


class ReadingRow(Row):
    """That a revision was read by a version of the rules, even if nothing was found in it."""

    __tablename__ = "readings"
    __table_args__ = (
        ForeignKeyConstraint(
            ["collection_id", "article_id", "revision"],
            [RevisionRow.collection_id, RevisionRow.article_id, RevisionRow.number],
        ),
    )

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rules: Mapped[str] = mapped_column(Exact, primary_key=True)
    imprint: Mapped[Imprint] = mapped_column(Coded(Imprint))
    """Where the page speaks of its own publication."""
    words: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    credits: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """With words and signature the core.Profile of the text."""
    recorded: Mapped[datetime]


class _Found(Row):
    """Something that a reading found; number counts from 0, in the order of the text."""

    __abstract__ = True

    collection_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    article_id: Mapped[str] = mapped_column(Exact, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rules: Mapped[str] = mapped_column(Exact, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    recorded: Mapped[datetime]


def _of_a_reading() -> ForeignKeyConstraint:
    key = [ReadingRow.collection_id, ReadingRow.article_id, ReadingRow.revision, ReadingRow.rules]
    return ForeignKeyConstraint(["collection_id", "article_id", "revision", "rules"], key)


class ExpressionRow(_Found):
    """An expression of time, with its term."""

    __tablename__ = "expressions"
    __table_args__ = (_of_a_reading(),)

    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    rule: Mapped[str]
    term: Mapped[Term] = mapped_column(Coded(Term))
    signal: Mapped[Signal | None] = mapped_column(Word(Signal))
    tense: Mapped[Tense] = mapped_column(Word(Tense))
    refers: Mapped[int | None]
    until: Mapped[int | None]


class RejectedRow(_Found):
    """Words that could have denoted time, with the reason why they do not."""

    __tablename__ = "rejected"
    __table_args__ = (_of_a_reading(),)

    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    reason: Mapped[str]


class MentionRow(_Found):
    """A mention of an event: its sentence's place, and the whole of it as the events layer reads it."""

    __tablename__ = "mentions"
    __table_args__ = (_of_a_reading(),)

    start: Mapped[int]
    end: Mapped[int]
    mention: Mapped[Mention] = mapped_column(Coded(Mention))
