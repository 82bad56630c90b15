"""Counting the events of a query by what another filter could narrow it to."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Double, Select, SQLColumnExpression, and_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from timeline.core import calendar
from timeline.core.facet import Value
from timeline.core.granularity import Granularity
from timeline.core.line import Match, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.storage import assembly, lines, terms
from timeline.storage.tables import ArticleRow, EntityRow, EventRow, ReportRow

_SPARE: Final = 20
"""Names that are counted beyond those shown: spellings of one name are one, and take no place from another."""


def statuses(session: Session, query: TimelineQuery) -> tuple[Value, ...]:
    """By status, those that come."""
    counted = select(EventRow.status, func.count()).where(lines.asked(session, query)).group_by(EventRow.status)
    found = dict(session.execute(counted).all())
    return tuple(Value(status.value, found[status]) for status in Status if status in found)


def precisions(session: Session, query: TimelineQuery) -> tuple[Value, ...]:
    """By precision, those that come."""
    grain = EventRow.granularity
    found: dict[str, int] = defaultdict(int)
    rows: Select[Granularity, int] = select(grain, func.count()).where(lines.asked(session, query)).group_by(grain)
    for one, number in session.execute(rows):
        found[one.precision] += number
    return tuple(Value(one.value, found[one.value]) for one in Precision if one.value in found)


def origins(session: Session, query: TimelineQuery) -> tuple[Value, ...]:
    """By how many independent origins an event has at least, each number that comes."""
    own = EventRow.origins
    rows = session.execute(select(own, func.count()).where(lines.asked(session, query)).group_by(own).order_by(own))
    exact = [(number, events) for number, events in rows]
    return tuple(Value(str(number), sum(n for _, n in exact[at:])) for at, (number, _) in enumerate(exact))


def names(session: Session, query: TimelineQuery, kind: str, most: int) -> tuple[Value, ...]:
    """By source, entity or place, the names that most events have, in the spelling that most events have it in."""
    asked = lines.asked(session, query)
    named = (_sources() if kind == "source" else _entities(kind)).where(asked).distinct().subquery()
    name, often = named.c.name, func.count()
    counted = select(name, often).where(name != "").group_by(name).order_by(often.desc(), name).limit(most + _SPARE)
    spelled: dict[str, str] = {}
    for spelling, _ in session.execute(counted):
        spelled.setdefault(terms.known(spelling), spelling)
    found = [Value(one, _events(session, asked, query.slug, kind, one)) for one in spelled.values()]
    return tuple(sorted(found, key=lambda value: (-value.events, value.value)))[:most]


def ends(session: Session, query: TimelineQuery) -> tuple[float, float] | None:
    """From when on, and until when, the known ends of a query's events lie; None where it has none."""
    first = func.least(func.min(_known(EventRow.starts)), func.min(_known(EventRow.ends)))
    last = func.greatest(func.max(_known(EventRow.starts)), func.max(_known(EventRow.ends)))
    found = session.execute(select(first, last).where(lines.asked(session, query))).one()
    return None if found[0] is None or found[1] is None else (found[0], found[1])


def between(session: Session, query: TimelineQuery, edges: Sequence[float]) -> tuple[int, ...]:
    """How many of a query's events may, or must, lie between each two neighbours of the edges, which ascend."""
    begun = func.width_bucket(EventRow.starts, literal(list(edges), ARRAY(Double)))
    mirrored = literal([-edge for edge in reversed(edges)], ARRAY(Double))
    ended = len(edges) - func.width_bucket(-EventRow.ends, mirrored)
    rows = session.execute(select(begun, ended, func.count()).where(lines.asked(session, query)).group_by(begun, ended))
    found = [(first, last, number) for first, last, number in rows]
    must = query.match is Match.MUST
    return tuple(
        sum(n for first, last, n in found if (first >= at >= last if must else first <= at <= last))
        for at in range(1, len(edges))
    )


def _known(end: SQLColumnExpression[float]) -> ColumnElement[float]:
    return func.nullif(func.nullif(end, calendar.BEGINNING), calendar.END)


def _sources() -> Select[str, str]:
    statement = select(ReportRow.event_id, ArticleRow.source.label("name")).join(EventRow, assembly.reports_event())
    return statement.join(ArticleRow, assembly.reports_article())


def _entities(kind: str) -> Select[str, str]:
    own = and_(EntityRow.collection_id == EventRow.collection_id, EntityRow.event_id == EventRow.id)
    statement = select(EntityRow.event_id, EntityRow.name.label("name")).join(EventRow, own)
    return statement.where(EntityRow.kind == "place") if kind == "place" else statement


def _events(session: Session, asked: ColumnElement[bool], slug: str, kind: str, name: str) -> int:
    """How many events have a name in any spelling: an event may have it in two."""
    also = terms.named(slug, kind, name)
    return session.scalar(select(func.count()).select_from(EventRow).where(asked, also)) or 0
