"""What choosing key dates needs of the events that a query asks for, and those events whole that were chosen."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from sqlalchemy import ColumnElement, Text, cast, func, select, type_coerce
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.line import TimelineQuery
from timeline.core.outline import Outline, Telling
from timeline.storage import assembly, codec, lines
from timeline.storage.membership import among
from timeline.storage.tables import EventRow, MentionRow, PublicationRow, ReportRow

_MENTION: Final = type_coerce(MentionRow.mention, JSONB)
_DISPUTED: Final = func.jsonb_array_length(type_coerce(EventRow.claimed, JSONB)) > 0


def outlines(session: Session, query: TimelineQuery) -> tuple[Outline, ...]:
    """The events on the line that a query asks for, in outline; its limit and position do not count."""
    asked = lines.asked(session, query)
    tellings = _tellings(session, asked)
    event = (EventRow.id, EventRow.title, EventRow.status, _DISPUTED)
    interval = (EventRow.starts, EventRow.ends, EventRow.granularity, EventRow.zone)
    rows = session.execute(select(*event, *interval).where(asked))
    return tuple(
        Outline(own, title, status, Interval(start, end, granularity, zone), disputed, tuple(tellings[own]))
        for own, title, status, disputed, start, end, granularity, zone in rows
    )


def published(session: Session, collection: str) -> Mapping[str, Interval]:
    """When each article of a collection appeared."""
    statement = select(PublicationRow.article_id, PublicationRow.interval)
    return dict(session.execute(statement.where(PublicationRow.collection_id == collection)).all())


def chosen(session: Session, collection: str, ids: Sequence[str]) -> tuple[Event, ...]:
    """The events of these ids, in their order."""
    rows = session.scalars(select(EventRow).where(EventRow.collection_id == collection, among(EventRow.id, ids))).all()
    by_id = {row.id: row for row in rows}
    return assembly.events(session, [by_id[own] for own in ids])


def _tellings(session: Session, asked: ColumnElement[bool]) -> Mapping[str, list[Telling]]:
    """The reports of the events, in their order."""
    statement = (
        select(
            ReportRow.event_id,
            ReportRow.article_id,
            cast(ReportRow.interval, Text),
            _MENTION["text"].astext,
            _MENTION["stems"].astext,
            func.coalesce(_MENTION["told"].as_boolean(), True),
            _MENTION["statement"].as_boolean(),
            _MENTION["title"].astext == EventRow.title,
        )
        .join(EventRow, assembly.reports_event())
        .join(MentionRow, assembly.reports_mention())
        .where(asked)
        .order_by(ReportRow.event_id, ReportRow.number)
    )
    found: dict[str, list[Telling]] = defaultdict(list)
    interval, stems = cache(_interval), cache(_stems)  # most are told of a few days, and several in one sentence
    for event, article, when, sentence, words, *flags in session.execute(statement):
        found[event].append(Telling(article, interval(when), sentence, stems(words), *flags))
    return found


def _interval(data: str) -> Interval:
    found: Interval = codec.load(Interval, json.loads(data))
    return found


def _stems(data: str) -> frozenset[str]:
    return frozenset(json.loads(data))
