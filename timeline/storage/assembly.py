"""Events put together from their rows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    any_,
    bindparam,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Session, aliased

from timeline.core.evaluate import Tense
from timeline.core.event import Corroboration, Entity, Event, EventDate, Other
from timeline.core.interval import UNKNOWN, Interval
from timeline.core.mention import Basis, Mention, Report, Status
from timeline.storage.columns import Exact
from timeline.storage.pauses import uncollected
from timeline.storage.tables import ArticleRow, EntityRow, EventRow, FulfilmentRow, MentionRow, ReportRow

Reading = Callable[[Session, str, Sequence[str]], Mapping[str, Sequence[Report]]]
_UNREAD: Final = ("", "", "", (), frozenset[str](), (), (), (), Status.POSSIBLE, Tense.UNKNOWN, "", False, False, ())
"""What stands for the rest of a mention, in the order of its fields: dataclasses.replace takes as long as reading."""


def events(session: Session, rows: Sequence[EventRow]) -> tuple[Event, ...]:
    """The events of these rows of one collection, in their order, with all that belongs to them."""
    return _events(session, rows, _reports)


def quoted(session: Session, rows: Sequence[EventRow]) -> tuple[Event, ...]:
    """The same as lists quote them: of each report only who wrote which words, and where. The rest of a report is four
    fifths of what a page of events takes to be read."""
    return _events(session, rows, _quotations)


def _events(session: Session, rows: Sequence[EventRow], read: Reading) -> tuple[Event, ...]:
    if not rows:
        return ()
    ids = [row.id for row in rows]
    with uncollected():
        reports = read(session, rows[0].collection_id, ids)
        entities = _entities(session, rows[0].collection_id, ids)
        plans, happenings = _fulfilments(session, rows[0].collection_id, ids)
        return tuple(
            _event(row, reports[row.id], entities[row.id], happenings.get(row.id), plans.get(row.id, ()))
            for row in rows
        )


def among(column: SQLColumnExpression[str], ids: Collection[str]) -> ColumnElement[bool]:
    """That a column has one of some ids: as one parameter, so that the statement is the same for any number of them."""
    return column == any_(literal(list(ids), ARRAY(Exact)))


def reports_event() -> ColumnElement[bool]:
    """That a report is of an event."""
    return and_(ReportRow.collection_id == EventRow.collection_id, ReportRow.event_id == EventRow.id)


def reports_mention() -> ColumnElement[bool]:
    """That a report is made by a mention."""
    return and_(
        MentionRow.collection_id == ReportRow.collection_id,
        MentionRow.article_id == ReportRow.article_id,
        MentionRow.revision == ReportRow.revision,
        MentionRow.rules == ReportRow.rules,
        MentionRow.number == ReportRow.mention,
    )


def reports_article() -> ColumnElement[bool]:
    """That a report is an article's."""
    return and_(ArticleRow.collection_id == ReportRow.collection_id, ArticleRow.id == ReportRow.article_id)


def _reports(session: Session, collection: str, ids: Sequence[str]) -> dict[str, list[Report]]:
    told = (ReportRow.article_id, ArticleRow.source, MentionRow.mention)
    statement = (
        select(ReportRow.event_id, *told, ReportRow.interval, ReportRow.basis, ReportRow.derivation)
        .join(MentionRow, reports_mention())
        .join(ArticleRow, reports_article())
        .where(ReportRow.collection_id == collection, among(ReportRow.event_id, ids))
        .order_by(ReportRow.event_id, ReportRow.number)
    )
    found: dict[str, list[Report]] = defaultdict(list)
    for event, article, source, mention, interval, basis, derivation in session.execute(statement):
        found[event].append(Report(article, source, mention, interval, basis, derivation))
    return found


def _quotations(session: Session, collection: str, ids: Sequence[str]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = defaultdict(list)
    for event, article, source, start, end, text in session.execute(_QUOTED, _of(collection, ids)):
        mention = Mention(start, end, text, *_UNREAD)
        found[event].append(Report(article, source, mention, UNKNOWN, Basis.BOUND, ()))
    return found


def _entities(session: Session, collection: str, ids: Sequence[str]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for event, name, kind in session.execute(_NAMED, _of(collection, ids)):
        found[event].append(Entity(name, kind))
    return found


def _fulfilments(
    session: Session, collection: str, ids: Sequence[str]
) -> tuple[Mapping[str, Sequence[Other]], Mapping[str, Other]]:
    """The plans that some events fulfil, in their order, and what became of those that are plans."""
    plans: dict[str, list[Other]] = defaultdict(list)
    happenings: dict[str, Other] = {}
    for plan_id, planned, happening_id, happened in session.execute(_FULFILLED, _of(collection, ids)):
        plans[happening_id].append(Other(plan_id, planned))
        happenings[plan_id] = Other(happening_id, happened)
    return plans, happenings


def _of(collection: str, ids: Sequence[str]) -> dict[str, Any]:
    """The parameters of the statements below, which are made once: that takes as long as asking."""
    return {"collection": collection, "ids": list(ids)}


_ONE: Final[ColumnElement[str]] = bindparam("collection")
_IDS: Final[ColumnElement[Any]] = any_(bindparam("ids", type_=ARRAY(Exact)))


def _quoted() -> Select[*tuple[Any, ...]]:
    """What lists quote of the reports of some events."""
    words = type_coerce(MentionRow.mention, JSONB)["text"].astext
    told = (ReportRow.article_id, ArticleRow.source, MentionRow.start, MentionRow.end, words)
    return (
        select(ReportRow.event_id, *told)
        .join(MentionRow, reports_mention())
        .join(ArticleRow, reports_article())
        .where(ReportRow.collection_id == _ONE, ReportRow.event_id == _IDS)
        .order_by(ReportRow.event_id, ReportRow.number)
    )


def _named() -> Select[str, str, str]:
    """Whom and what some events name."""
    return (
        select(EntityRow.event_id, EntityRow.name, EntityRow.kind)
        .where(EntityRow.collection_id == _ONE, EntityRow.event_id == _IDS)
        .order_by(EntityRow.event_id, EntityRow.number)
    )


def _fulfilled() -> Select[str, str, str, str]:
    """Plans and what became of them, of some events."""
    plan, happening = aliased(EventRow), aliased(EventRow)
    own = (plan.collection_id == FulfilmentRow.collection_id, happening.collection_id == FulfilmentRow.collection_id)
    return (
        select(plan.id, plan.title, happening.id, happening.title)
        .select_from(FulfilmentRow)
        .join(plan, and_(own[0], plan.id == FulfilmentRow.plan_id))
        .join(happening, and_(own[1], happening.id == FulfilmentRow.happening_id))
        .where(FulfilmentRow.collection_id == _ONE)
        .where(or_(FulfilmentRow.plan_id == _IDS, FulfilmentRow.happening_id == _IDS))
        .order_by(plan.first, plan.last, plan.title, plan.id)
    )


_QUOTED: Final = _quoted()
_NAMED: Final = _named()
_FULFILLED: Final = _fulfilled()


def _event(
    row: EventRow,
    reports: Sequence[Report],
    entities: Sequence[Entity],
    fulfilled_by: Other | None,
    fulfils: Sequence[Other],
) -> Event:
    interval = Interval(_whole(row.starts), _whole(row.ends), row.granularity, row.zone)
    return Event(
        id=row.id,
        title=row.title,
        text=row.text,
        status=row.status,
        date=EventDate(interval, row.certainty, row.derivation, row.claimed),
        entities=tuple(entities),
        corroboration=Corroboration(row.articles, row.sources, row.origins),
        reports=tuple(reports),
        contradictions=row.contradictions,
        decided=row.decided,
        fulfilled_by=fulfilled_by,
        fulfils=tuple(fulfils),
    )


def _whole(civil: Any) -> float:
    """A civil time as core/calendar counts it: in whole seconds, unless it is open."""
    return int(civil) if civil.is_integer() else civil
