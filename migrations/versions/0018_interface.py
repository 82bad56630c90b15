"""What the API asks of the database: quick filters and counts, requests that may be repeated, scopes as renamed.

Events are found by one inverted index of their words, their collection and the names that filters ask for; the index
of the line has what counting asks for; each order has an index; a collection says in which state its events are.

Revision 0018, after 0017.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_COUNTED = ["starts", "ends", "during", "status", "granularity", "zone", "origins"]
_ORIGINS, _ARTICLES = sa.text("(-origins)"), sa.text("(-articles)")
_NAMED = """
    SELECT collection_id, event_id, 'entity' AS kind, name FROM event_entities
    UNION SELECT collection_id, event_id, 'place', name FROM event_entities WHERE kind = 'place'
    UNION SELECT r.collection_id, r.event_id, 'source', a.source
    FROM event_reports r JOIN articles a ON a.collection_id = r.collection_id AND a.id = r.article_id
"""
_PRECISION = "CASE WHEN granularity IN ('weekend', 'half') THEN 'interval' ELSE granularity END"
_KINDS = f"""
    ARRAY['=' || collection_id, '=' || collection_id || '=status=' || status,
        '=' || collection_id || '=precision=' || {_PRECISION}]
    || ARRAY(SELECT '=' || collection_id || '=min_origins=' || n FROM generate_series(2, least(origins, 100)) n)
"""  # nosec B608 # made of the constants of this file, as all of its statements are


def upgrade() -> None:
    op.add_column("collections", sa.Column("version", sa.BigInteger(), server_default="0", nullable=False))
    _idempotency()
    op.drop_index("ix_events_collection_id_first_last", "events")
    op.alter_column("events", "during", nullable=True)
    op.execute("UPDATE events SET during = NULL WHERE first = 'Infinity'")
    _orders()
    _name()
    _rename("decide", "curate")


def downgrade() -> None:
    _rename("curate", "decide")
    marked = "(SELECT array_agg(lexeme) FROM unnest(search) WHERE lexeme LIKE '=%')"
    op.execute(f"UPDATE events SET search = ts_delete(search, coalesce({marked}, '{{}}'))")  # nosec B608
    for index in ("line", "corroboration", "arrival", "contradicted"):
        op.drop_index(f"ix_events_{index}", "events")
    op.create_index("ix_events_collection_id_first_last", "events", ["collection_id", "first", "last"])
    op.execute("UPDATE events SET during = '(,)' WHERE during IS NULL")
    op.alter_column("events", "during", nullable=False)
    op.drop_table("idempotency")
    op.drop_column("collections", "version")


def _idempotency() -> None:
    op.create_table(
        "idempotency",
        sa.Column("key", sa.Text(collation="C"), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer()),
        sa.Column("headers", postgresql.JSONB()),
        sa.Column("body", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("key", name="pk_idempotency"),
    )
    op.create_index("ix_idempotency_began", "idempotency", ["began"])


def _orders() -> None:
    line = ["collection_id", "first", "last"]
    op.create_index("ix_events_line", "events", line, postgresql_include=_COUNTED)
    op.create_index("ix_events_corroboration", "events", ["collection_id", _ORIGINS, _ARTICLES, "first", "last"])
    op.create_index("ix_events_arrival", "events", ["collection_id", "age"])
    disputed = sa.text("contradictions <> '[]'::jsonb")
    op.create_index("ix_events_contradicted", "events", line, postgresql_where=disputed)


def _name() -> None:
    """Add to what is searched the lexemes of storage/terms.py. Python lowers the names, as it does when they are asked
    for: PostgreSQL's lower() depends on how the cluster was made."""
    connection = op.get_bind()
    connection.execute(sa.text("CREATE TEMPORARY TABLE lowered (name text, low text) ON COMMIT DROP"))
    names = connection.execute(sa.text("SELECT name FROM event_entities UNION SELECT source FROM articles")).scalars()
    rows = [{"name": name, "low": name.lower()[:400]} for name in names if name]
    if rows:
        connection.execute(sa.text("INSERT INTO lowered VALUES (:name, :low)"), rows)
    op.execute(f"UPDATE events SET search = search || array_to_tsvector({_KINDS})")  # nosec B608
    op.execute(f"""
        UPDATE events SET search = search || array_to_tsvector(found.lexemes) FROM (
            SELECT collection_id, event_id,
                array_agg(DISTINCT '=' || collection_id || '=' || kind || '=' || low) AS lexemes
            FROM ({_NAMED}) AS named JOIN lowered USING (name) GROUP BY collection_id, event_id
        ) AS found WHERE found.collection_id = events.collection_id AND found.event_id = events.id
    """)  # nosec B608


def _rename(old: str, new: str) -> None:
    op.execute(f"UPDATE api_keys SET scopes = array_replace(scopes, '{old}', '{new}')")  # nosec B608
