"""The names of an event beside it: counting them for a filter reads one table, and not a million reports.

Revision 0021, after 0020.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_SOURCES = """
    SELECT DISTINCT ON (lower(a.source)) 'source=' || a.source FROM event_reports r
    JOIN articles a ON a.collection_id = r.collection_id AND a.id = r.article_id
    WHERE r.collection_id = e.collection_id AND r.event_id = e.id AND a.source <> ''
    ORDER BY lower(a.source), r.number
"""
_ENTITIES = """
    SELECT DISTINCT ON (lower(n.name)) '{kind}=' || n.name FROM event_entities n
    WHERE n.collection_id = e.collection_id AND n.event_id = e.id AND n.name <> '' AND {asked}
    ORDER BY lower(n.name), n.number
"""


def upgrade() -> None:
    op.add_column("events", sa.Column("named", ARRAY(sa.Text()), server_default="{}", nullable=False))
    entities = _ENTITIES.format(kind="entity", asked="true")
    places = _ENTITIES.format(kind="place", asked="n.kind = 'place'")
    own = " UNION ALL ".join(f"({part})" for part in (_SOURCES, entities, places))
    op.execute(f"UPDATE events e SET named = array({own})")  # nosec B608


def downgrade() -> None:
    op.drop_column("events", "named")
