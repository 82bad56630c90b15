"""What PostgreSQL knows of how its rows are spread, by which it plans its queries."""

from sqlalchemy import text
from sqlalchemy.orm import Session


def refresh(session: Session) -> None:
    """Count anew what a load has changed. PostgreSQL does so by itself a minute later; until then it takes a large new
    collection for an empty one, and queries of it for quick that are not."""
    session.execute(text("ANALYZE mentions, publications, events, event_reports, event_entities, event_fulfilments"))
