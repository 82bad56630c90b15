"""Counting the events of a query by what another filter could narrow it to."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import accumulate
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Double, SQLColumnExpression, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from timeline.core import calendar
from timeline.core.facet import Value
from timeline.core.line import Match, TimelineQuery
from timeline.core.mention import Status
from timeline.core.precision import Precision
from timeline.storage import lines, terms
from timeline.storage.tables import EventRow

_Found = TypeVar("_Found")
_KINDS: Final[Mapping[str, Any]] = {"status": None, "precision": None, "min_origins": 1}
"""Filters that are no names, with what leaves them out."""


def kinds(session: Session, query: TimelineQuery) -> dict[str, tuple[Value, ...]]:
    """By status and by precision, those that come, and by min_origins, each number that an event has; each without the
    query's own value of it."""
    found = _each(query, _KINDS, lambda own: _kinds(session, own))
    least = list(accumulate(sorted(found["min_origins"]["min_origins"].items(), reverse=True), _more))
    return {
        "status": _ordered(Status, found["status"]["status"]),
        "precision": _ordered(Precision, found["precision"]["precision"]),
        "min_origins": tuple(Value(str(origins), events) for origins, events in reversed(least)),
    }


def names(session: Session, query: TimelineQuery, most: int) -> dict[str, tuple[Value, ...]]:
    """By source, entity and place, the names that most events have, in the spelling that most events have it in; each
    without the query's own value of it."""
    found = _each(query, dict.fromkeys(terms.NAMES, ""), lambda own: _names(session, own))
    return {kind: _leading(found[kind][kind], most) for kind in terms.NAMES}


def _each(query: TimelineQuery, unset: Mapping[str, Any], ask: Callable[[TimelineQuery], _Found]) -> dict[str, _Found]:
    """By filter what is found without it: asked once for all filters that the query does not use."""
    asked = {name: replace(query, **{name: nothing}) for name, nothing in unset.items()}
    found = {own: ask(own) for own in set(asked.values())}
    return {name: found[own] for name, own in asked.items()}


def _kinds(session: Session, query: TimelineQuery) -> dict[str, Counter[Any]]:
    own = (EventRow.status, EventRow.granularity, EventRow.origins)
    rows = session.execute(select(*own, func.count()).where(lines.asked(session, query)).group_by(*own))
    found: dict[str, Counter[Any]] = {name: Counter() for name in _KINDS}
    for status, grain, origins, events in rows:
        for name, value in zip(_KINDS, (status, grain.precision, origins), strict=True):
            found[name][value] += events
    return found


def _more(above: tuple[int, int], one: tuple[int, int]) -> tuple[int, int]:
    """A number of origins, and how many events have at least so many."""
    return one[0], above[1] + one[1]


def _ordered(known: type[StrEnum], found: Mapping[str, int]) -> tuple[Value, ...]:
    return tuple(Value(one.value, found[one.value]) for one in known if one.value in found)


def _names(session: Session, query: TimelineQuery) -> dict[str, list[tuple[str, int]]]:
    """By kind, each spelling of a name that events have, those that most have first: no event has two of one name."""
    each = select(func.unnest(EventRow.named).label("name")).where(lines.asked(session, query)).subquery()
    name, often = each.c.name, func.count()
    found: dict[str, list[tuple[str, int]]] = {kind: [] for kind in terms.NAMES}
    for named, events in session.execute(select(name, often).group_by(name).order_by(often.desc(), name)):
        kind, _, spelling = named.partition("=")
        found[kind].append((spelling, events))
    return found


def _leading(spellings: Sequence[tuple[str, int]], most: int) -> tuple[Value, ...]:
    """The names that come most often, all spellings of a name counted, and shown in the first."""
    shown: dict[str, str] = {}
    counted: dict[str, int] = defaultdict(int)
    for spelling, events in spellings:
        key = terms.known(spelling)
        shown.setdefault(key, spelling)
        counted[key] += events
    found = (Value(shown[key], events) for key, events in counted.items())
    return tuple(sorted(found, key=lambda value: (-value.events, value.value))[:most])


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
