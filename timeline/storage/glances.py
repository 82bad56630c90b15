"""What a drawing asks of the events on a line: each in a few columns, or counts that one grouped query gives."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Double,
    ScalarSelect,
    SQLColumnExpression,
    Text,
    and_,
    func,
    literal,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session

from timeline.core import calendar
from timeline.core.event import Certainty, EventDate
from timeline.core.glance import Bin, Lanes, Spot
from timeline.core.interval import Interval
from timeline.core.line import TimelineQuery
from timeline.storage import assembly, lines
from timeline.storage.membership import among
from timeline.storage.tables import ArticleRow, EntityRow, EventRow, PublicationRow, ReportRow

_LANES: Final = 5


def spots(session: Session, query: TimelineQuery, lanes: Lanes, most: int) -> tuple[Spot, ...]:
    """The first events that a query asks for, at most so many, in the order of time."""
    interval = (EventRow.starts, EventRow.ends, EventRow.granularity, EventRow.zone)
    told = (EventRow.id, EventRow.title, EventRow.status, EventRow.certainty, EventRow.claimed)
    statement = select(*told, *interval).where(lines.asked(session, query)).order_by(EventRow.first, EventRow.last)
    rows = session.execute(statement.order_by(EventRow.title, EventRow.id).limit(most)).all()
    names = _names(session, query.slug, [row[0] for row in rows], lanes)
    return tuple(
        Spot(
            own, title, status, EventDate(Interval(start, end, grain, zone), certainty, (), claimed), tuple(names[own])
        )
        for own, title, status, certainty, claimed, start, end, grain, zone in rows
    )


def ends(session: Session, query: TimelineQuery, edge: float) -> tuple[float, float, float, float] | None:
    """Where the events of a query begin on the line: the first of all, of all but a share at the edge, the last of
    these, of all. None where there is no event.
    """
    cut = [func.percentile_disc(share).within_group(EventRow.first) for share in (0.0, edge, 1 - edge, 1.0)]
    first, low, high, last = session.execute(select(*cut).where(lines.asked(session, query))).one()
    return None if first is None else (first, low, high, last)


def counts(session: Session, query: TimelineQuery, span: Interval, parts: int) -> tuple[int, ...]:
    """How many events of a query begin in each part of a span."""
    part = func.width_bucket(EventRow.first, literal(span.start, Double), literal(span.end, Double), parts)
    rows = session.execute(select(part, func.count()).where(lines.asked(session, query)).group_by(part)).all()
    found: dict[int, int] = dict(rows)
    return tuple(found.get(at, 0) for at in range(1, parts + 1))


def begun(session: Session, query: TimelineQuery, edges: Sequence[float]) -> tuple[int, ...]:
    """How many events of a query begin between each two neighbours of the edges, which ascend."""
    part = func.width_bucket(EventRow.first, literal(list(edges), ARRAY(Double)))
    rows = session.execute(select(part, func.count()).where(lines.asked(session, query)).group_by(part)).all()
    found: dict[int, int] = dict(rows)
    return tuple(found.get(at, 0) for at in range(1, len(edges)))


def latest(session: Session, slug: str) -> float | None:
    """The end of the time at which the last article of a collection appeared; None where that of none is known."""
    end = type_coerce(PublicationRow.interval, JSONB)["end"].astext.cast(Double)
    return session.scalar(select(func.max(end)).where(PublicationRow.collection_id == slug, end < calendar.END))


def binned(
    session: Session, query: TimelineQuery, lanes: Lanes, span: Interval, parts: int
) -> tuple[tuple[str, ...], dict[tuple[str, int], Bin]]:
    """The leading names, and the events of a query by name ("" for none) and part of a span, -1 before and parts after.

    What reaches into the range of the query from before it counts at its start.
    """
    asked = lines.asked(session, query)
    names = _leading(session, asked, lanes)
    rank = _rank(lanes, names).label("rank")
    part = func.width_bucket(_begins(query), literal(span.start, Double), literal(span.end, Double), parts)
    certain = EventRow.certainty == Certainty.CERTAIN
    disputed = func.jsonb_array_length(EventRow.contradictions) > 0
    counts = (func.count().filter(certain), func.count().filter(~certain), func.count().filter(disputed))
    counted = select(rank, part, *counts).where(asked).group_by("rank", part)
    rows = session.execute(counted).all()
    return names, {(names[rank - 1] if rank else "", at - 1): Bin(*numbers) for rank, at, *numbers in rows}


def published(session: Session, slug: str) -> tuple[Interval, ...]:
    """When the articles of a collection appeared."""
    statement = select(PublicationRow.interval).where(PublicationRow.collection_id == slug)
    return tuple(session.scalars(statement))


def _names(session: Session, slug: str, ids: Sequence[str], lanes: Lanes) -> Mapping[str, Mapping[str, None]]:
    """By event, its names in their order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for event, name in session.execute(_named(lanes, EventRow.collection_id == slug, among(EventRow.id, ids))):
        found[event][name] = None
    return found


def _named(lanes: Lanes, *asked: ColumnElement[bool]) -> Any:
    """Events with each of their names."""
    if lanes is Lanes.SOURCE:
        statement = select(ReportRow.event_id, ArticleRow.source).join(EventRow, assembly.reports_event())
        statement = statement.join(ArticleRow, assembly.reports_article()).where(ArticleRow.source != "", *asked)
        return statement.order_by(ReportRow.event_id, ReportRow.number)
    statement = select(EntityRow.event_id, EntityRow.name).join(EventRow, _names_event()).where(*asked)
    return statement.order_by(EntityRow.event_id, EntityRow.number)


def _begins(query: TimelineQuery) -> SQLColumnExpression[float]:
    return func.greatest(EventRow.first, query.within.start) if query.within else EventRow.first


def _leading(session: Session, asked: ColumnElement[bool], lanes: Lanes) -> tuple[str, ...]:
    """The names that most events have."""
    named = _named(lanes, asked).order_by(None).subquery()
    event, name = named.c
    often = func.count(event.distinct())
    return tuple(session.scalars(select(name).group_by(name).order_by(often.desc(), name).limit(_LANES)))


def _rank(lanes: Lanes, names: Sequence[str]) -> ScalarSelect[int]:
    """The place of the first of the leading names that an event has, from 1.

    It is looked up event by event: joined as a whole, a wrong guess of how many are asked for makes it quadratic.
    """
    name = ArticleRow.source if lanes is Lanes.SOURCE else EntityRow.name
    first = select(func.min(func.array_position(literal(list(names), ARRAY(Text)), name)))
    if lanes is Lanes.SOURCE:
        told = first.select_from(ReportRow).join(ArticleRow, assembly.reports_article())
        return told.where(assembly.reports_event()).correlate(EventRow).scalar_subquery()
    return first.where(_names_event()).correlate(EventRow).scalar_subquery()


def _names_event() -> ColumnElement[bool]:
    return and_(EntityRow.collection_id == EventRow.collection_id, EntityRow.event_id == EventRow.id)
