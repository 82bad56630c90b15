"""Pages of a timeline: filters, the total order, and counts."""

from typing import Final

from sqlalchemy import ColumnElement, and_, exists, false, func, literal, or_, select, tuple_
from sqlalchemy.orm import Session

from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.line import Match, Position, TimelinePage, TimelineQuery
from timeline.storage import assembly
from timeline.storage.tables import ArticleRow, EntityRow, EventRow

_ORDER: Final = (EventRow.first, EventRow.last, EventRow.title, EventRow.id)
_UNDATED: Final = and_(EventRow.starts == calendar.BEGINNING, EventRow.ends == calendar.END)
_WIDER: Final = 2 * calendar.DAY
"""No two clocks on Earth are further apart (UTC-12 and UTC+14)."""

Condition = ColumnElement[bool]


def page(session: Session, query: TimelineQuery) -> TimelinePage:
    """The next events on the line, from query.after on."""
    kept = _kept(query)
    may, must = _within(session, query)
    chosen = must if query.match is Match.MUST else may
    total, undated, possible = session.execute(
        select(
            func.count().filter(~_UNDATED, chosen),
            func.count().filter(_UNDATED),
            func.count().filter(~_UNDATED, may, ~must),
        ).where(kept)
    ).one()
    events, after = _events(session, query, and_(kept, ~_UNDATED, chosen))
    return TimelinePage(events, after, total, undated, possible)


def asked(session: Session, query: TimelineQuery) -> Condition:
    """Which events a query asks for, on all pages of the line."""
    may, must = _within(session, query)
    return and_(_kept(query), ~_UNDATED, must if query.match is Match.MUST else may)


def undated(session: Session, query: TimelineQuery) -> TimelinePage:
    """The next events on the shelf of the undated, by title; within and match do not count here."""
    kept = and_(_kept(query), _UNDATED)
    count = session.scalar(select(func.count()).select_from(EventRow).where(kept)) or 0
    events, after = _events(session, query, kept)
    return TimelinePage(events, after, count, count, 0)


def _events(session: Session, query: TimelineQuery, chosen: Condition) -> tuple[tuple[Event, ...], Position | None]:
    statement = select(EventRow).where(chosen).order_by(*_ORDER).limit(query.limit + 1)
    if query.after is not None:
        at = query.after
        statement = statement.where(tuple_(*_ORDER) > tuple_(at.first, at.last, at.title, at.id))
    rows = session.scalars(statement).all()
    shown = rows[: query.limit]
    more = len(rows) > len(shown) > 0
    return assembly.events(session, shown), _position(shown[-1]) if more else None


def _position(row: EventRow) -> Position:
    return Position(row.first, row.last, row.title, row.id)


def _kept(query: TimelineQuery) -> Condition:
    """What a query keeps whatever its time."""
    conditions = [EventRow.collection_id == query.slug]
    if query.q:
        conditions.append(EventRow.search.bool_op("@@")(func.websearch_to_tsquery("english", query.q)))
    if query.status is not None:
        conditions.append(EventRow.status == query.status)
    if query.entity:
        conditions.append(_names(query.entity))
    if query.source:
        conditions.append(_comes_from(query.source))
    return and_(*conditions)


def _names(entity: str) -> Condition:
    return exists().where(
        EntityRow.collection_id == EventRow.collection_id,
        EntityRow.event_id == EventRow.id,
        func.lower(EntityRow.name) == func.lower(entity),
    )


def _comes_from(source: str) -> Condition:
    return exists().where(
        assembly.reports_event(), assembly.reports_article(), func.lower(ArticleRow.source) == func.lower(source)
    )


def _within(session: Session, query: TimelineQuery) -> tuple[Condition, Condition]:
    """That an event may, and that it must, lie within what is asked for, as core.Interval has it."""
    within = query.within
    if within is None:
        return literal(True), literal(True)
    if not within.granularity.within_day:
        may, must = _compared(within)
    else:
        zones = session.scalars(select(EventRow.zone).where(EventRow.collection_id == query.slug).distinct()).all()
        moved = [(EventRow.zone == zone, *_compared(within.seen_from(Interval(0, 1, zone=zone)))) for zone in zones]
        may = or_(false(), *(and_(zone, may) for zone, may, _ in moved))
        must = or_(false(), *(and_(zone, must) for zone, _, must in moved))
    return and_(_near(within), may), must


def _compared(within: Interval) -> tuple[Condition, Condition]:
    may = and_(EventRow.starts < within.end, EventRow.ends > within.start)
    must = and_(EventRow.starts >= within.start, EventRow.ends <= within.end)
    return may, must


def _near(within: Interval) -> Condition:
    """What the index can tell: instants, where a day is meant whatever the zone, so with a margin."""
    wide = Interval(within.start - _WIDER, within.end + _WIDER, within.granularity, within.zone)
    return EventRow.during.bool_op("&&")(wide)
