"""Which events a query lets through whatever their time, as conditions."""

from typing import Final

from sqlalchemy import Boolean, ColumnElement, and_, literal_column

from timeline.core.line import TimelineQuery
from timeline.storage import terms
from timeline.storage.tables import EventRow
from timeline.storage.tables.derived import CONTRADICTED as DISAGREED

CONTRADICTED: Final = literal_column(f"events.{DISAGREED}", Boolean)

Condition = ColumnElement[bool]


def kept(query: TimelineQuery) -> Condition:
    """What a query keeps whatever its time."""
    conditions = [EventRow.collection_id == query.slug]
    found = terms.asked(query)
    if found is not None:
        conditions.append(found)
    if query.min_origins > terms.MOST_ORIGINS:
        conditions.append(EventRow.origins >= query.min_origins)
    return and_(*conditions)


def counted(query: TimelineQuery) -> Condition:
    """The same for counting: without words and names the index of the line has all that it takes."""
    if query.q or any(getattr(query, name) for name in terms.NAMES):
        return kept(query)
    conditions = [EventRow.collection_id == query.slug]
    if query.status is not None:
        conditions.append(EventRow.status == query.status)
    if query.precision is not None:
        conditions.append(EventRow.granularity.in_(query.precision.granularities))
    if query.min_origins > 1:
        conditions.append(EventRow.origins >= query.min_origins)
    return and_(*conditions)
