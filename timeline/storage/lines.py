"""Pages of a timeline: filtered, in a total order, counted."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.core.line import Match, Position, Sort, TimelinePage, TimelineQuery
from timeline.storage import assembly, filters, orders, remembered, spans
from timeline.storage.filters import CONTRADICTED
from timeline.storage.spans import UNDATED
from timeline.storage.tables import EventRow

Reading = Callable[[Session, Sequence[EventRow]], tuple[Event, ...]]
"""What makes events of their rows: assembly.events, or quoted for lists."""


def page(session: Session, query: TimelineQuery, read: Reading = assembly.events) -> TimelinePage:
    """The next events on the line, from query.after on."""
    parts = spans.of(session, query)
    version = remembered.version(session, query.slug)
    total, undated, possible = _counts(session, query, parts, version)
    events, after = _events(session, query, parts.asked(query.match), read) if query.limit else ((), None)
    return TimelinePage(events, after, total, undated, possible, version=version)


def asked(session: Session, query: TimelineQuery) -> ColumnElement[bool]:
    """Which events a query asks for, on all pages of the line."""
    return and_(filters.kept(query), or_(*spans.of(session, query).asked(query.match)))


def undated(session: Session, query: TimelineQuery, read: Reading = assembly.events) -> TimelinePage:
    """The next events on the shelf of the undated, by title; within, match and sort do not count here."""
    by_title = replace(query, sort=Sort.TIME)
    return _shelf(session, by_title, UNDATED, read)


def contradicted(session: Session, query: TimelineQuery, read: Reading = assembly.events) -> TimelinePage:
    """The next events about which their sources disagree, by time, the undated last; within does not count."""
    by_time = replace(query, sort=Sort.TIME)
    return _shelf(session, by_time, CONTRADICTED, read)


def _shelf(session: Session, query: TimelineQuery, chosen: ColumnElement[bool], read: Reading) -> TimelinePage:
    count = session.execute(_count(filters.counted(query), chosen)).scalar_one()
    events, after = _events(session, query, [chosen], read)
    version = remembered.version(session, query.slug)
    return TimelinePage(events, after, count, count, 0, version=version)


def _counts(session: Session, query: TimelineQuery, parts: spans.Parts, version: int) -> tuple[int, int, int]:
    """How many are on the line, on the shelf, and possible but not certain: counted once in a state."""
    question = replace(query, sort=Sort.TIME, after=None, limit=0)
    return remembered.value(session, query.slug, question, lambda: _counted(session, query, parts), version)


def _counted(session: Session, query: TimelineQuery, parts: spans.Parts) -> tuple[int, int, int]:
    """Each count by the index that has it, all in one statement."""
    kept = filters.counted(query)
    within = _count(kept, parts.begun).add_columns(func.count().filter(parts.must)).subquery()
    others = [_count(kept, one).scalar_subquery() for one in (UNDATED, parts.reaching) if one is not None]
    begun, must, undated, *reaching = session.execute(select(*within.c, *others)).one()
    may = begun + sum(reaching)
    return must if query.match is Match.MUST else may, undated, may - must


def _count(*conditions: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(EventRow).where(*conditions)


def _events(
    session: Session, query: TimelineQuery, parts: Sequence[ColumnElement[bool]], read: Reading
) -> tuple[tuple[Event, ...], Position | None]:
    """The next events in any of some parts, which have none in common, and where the list goes on."""
    behind = orders.behind(query.sort, query.after)
    picked = union_all(*(_next(query, and_(part, rest)) for part in parts for rest in behind)).subquery()
    own = and_(EventRow.collection_id == query.slug, EventRow.id == picked.c.id)
    statement = select(EventRow).join(picked, own).order_by(*orders.by(query.sort)).limit(query.limit + 1)
    rows = session.scalars(statement).all()
    shown = rows[: query.limit]
    more = len(rows) > len(shown) > 0
    return read(session, shown), orders.position(query.sort, shown[-1]) if more else None


def _next(query: TimelineQuery, part: ColumnElement[bool]) -> Select[str]:
    """The ids of the next events in a part: each by an index, whereas one query for all parts would sort them all."""
    statement = select(EventRow.id).where(filters.kept(query), part).order_by(*orders.by(query.sort))
    return statement.limit(query.limit + 1)
