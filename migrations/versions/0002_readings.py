"""What the rules read in a revision, kept for good.

Each version of the rules adds its own reading, so that events can be made again, and compared, without reading anew.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _readings()
    _expressions()
    _rejected()
    _mentions()
    _mention_names()


def downgrade() -> None:
    op.drop_table("mention_names")
    op.drop_table("mentions")
    op.drop_table("rejected")
    op.drop_table("expressions")
    op.drop_table("readings")


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("imprint", postgresql.JSONB(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision"],
            ["revisions.collection_id", "revisions.article_id", "revisions.number"],
            name="fk_readings_revisions",
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", "revision", "rules", name="pk_readings"),
    )


def _expressions() -> None:
    op.create_table(
        "expressions",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("term", postgresql.JSONB(), nullable=False),
        sa.Column("signal", sa.String(), nullable=True),
        sa.Column("tense", sa.String(), nullable=False),
        sa.Column("refers", sa.Integer(), nullable=True),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules"],
            ["readings.collection_id", "readings.article_id", "readings.revision", "readings.rules"],
            name="fk_expressions_readings",
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", "revision", "rules", "number", name="pk_expressions"),
    )


def _rejected() -> None:
    op.create_table(
        "rejected",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules"],
            ["readings.collection_id", "readings.article_id", "readings.revision", "readings.rules"],
            name="fk_rejected_readings",
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", "revision", "rules", "number", name="pk_rejected"),
    )


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("mention", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules"],
            ["readings.collection_id", "readings.article_id", "readings.revision", "readings.rules"],
            name="fk_mentions_readings",
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", "revision", "rules", "number", name="pk_mentions"),
    )


def _mention_names() -> None:
    op.create_table(
        "mention_names",
        sa.Column("collection_id", sa.Text(collation="C"), nullable=False),
        sa.Column("article_id", sa.Text(collation="C"), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(collation="C"), nullable=False),
        sa.Column("mention", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id", "article_id", "revision", "rules", "mention"],
            ["mentions.collection_id", "mentions.article_id", "mentions.revision", "mentions.rules", "mentions.number"],
            name="fk_mention_names_mentions",
        ),
        sa.PrimaryKeyConstraint(
            "collection_id", "article_id", "revision", "rules", "mention", "number", name="pk_mention_names"
        ),
    )
    op.create_index("ix_mention_names_text", "mention_names", ["collection_id", sa.text("lower(text)")])
