"""The derived events of a collection: replaced as a whole, with ids that stay, and read back."""

import base64
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace as made
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.errors import NotFound
from timeline.storage import assembly, collections, copying, hidden, identity, places, readings, terms
from timeline.storage.membership import among
from timeline.storage.places import Place, Places
from timeline.storage.tables import EntityRow, EventRow, FulfilmentRow, RedirectRow, ReportRow
from timeline.storage.values import Digested, digested

_ID_BYTES: Final = 10
"""80 random bits: sixteen characters, and no two alike in any installation."""
_SEARCHED: Final = 200_000
"""Characters of an event that are searched; a tsvector holds one megabyte at most."""
_KEPT: Final = {"collection_id", "id", "age"}


def replace(
    session: Session,
    collection: str,
    events: Sequence[Event],
    read: Places | None = None,
    articles: Collection[str] | None = None,
    fulfilments: Iterable[tuple[int, int]] = (),
    former: Iterable[identity.Known] = (),
) -> tuple[str, ...]:
    """Make these the events of the collection, each with a report's mention stored before (storage.readings), and give
    their ids.

    read has the places of the mentions in the newest readings, for whoever has loaded them already. With articles only
    the events that these report are replaced, and no other article may report them. fulfilments are plans with what
    became of them, as indices of the events. former are events as they once were, whose ids may be taken again.

    An event that shares mentions with a stored one takes its id; of several ids the oldest stays and the others
    redirect to it. What did not change is not written. ValueError for a report of a mention that was never stored.
    """
    stored = read or places.of_records(readings.of_collection(session, collection))
    veiled = hidden.of(session, collection, articles)
    shown = _known(session, collection, stored, articles)
    known = sorted([*shown, *(one.known for one in veiled.values())], key=lambda one: one.age)
    lost = _lost(session, collection, former, known)
    inherited = identity.inherit([*known, *lost], [identity.keys_of(event) for event in events])
    ids = tuple(found or _new_id() for found in inherited.ids)
    own = [made(event, id=id_) for event, id_ in zip(events, ids, strict=True)]
    wanted = [digested(event, event.id, stored.locate(event)) for event in own if not event.hidden]
    redirects = {old: target for old, target in inherited.redirects if old not in {one.id for one in lost}}
    led = hidden.leave(session, collection, own, veiled, redirects)
    changed = _changed(session, collection, wanted)
    _write(session, collection, changed)
    hidden.show(session, collection, veiled, {event.id for event in wanted})
    _redirect(session, collection, led, ids)
    fulfilled = _fulfil(session, collection, {one.id for one in shown}, {(ids[a], ids[b]) for a, b in fulfilments})
    gone = {one.id for one in shown} - {event.id for event in wanted}
    session.execute(delete(EventRow).where(EventRow.collection_id == collection, among(EventRow.id, gone)))
    if changed or gone or fulfilled:
        collections.changed(session, collection)
    session.expire_all()
    return ids


def _fulfil(session: Session, collection: str, known: Collection[str], found: set[tuple[str, str]]) -> bool:
    """Make these what became of the plans among the events; whether that is another than before."""
    own = FulfilmentRow.collection_id == collection, among(FulfilmentRow.plan_id, known)
    taken = delete(FulfilmentRow).where(*own).returning(FulfilmentRow.plan_id, FulfilmentRow.happening_id)
    before = {(plan, happening) for plan, happening in session.execute(taken)}
    pairs = ({"plan_id": plan, "happening_id": happening} for plan, happening in sorted(found))
    copying.add(session, FulfilmentRow, ({"collection_id": collection, **pair} for pair in pairs))
    return found != before


def get(session: Session, event: str, *, unseen: bool = False) -> tuple[Event, str]:
    """The event of this id, or that to which the id redirects, and its collection; NotFound where there is neither, or
    where it is hidden, unless that is asked for."""
    target = select(RedirectRow.event_id).where(RedirectRow.id == event).scalar_subquery()
    row = session.scalar(select(EventRow).where(EventRow.id == func.coalesce(target, event)))
    if row is None and (found := hidden.get(session, event)):
        if unseen:
            return found
        raise NotFound(f"The event {event!r} is not shown: a person decided so.", field="event")
    if row is None:
        raise NotFound(f"There is no event {event!r}.", field="event")
    return assembly.events(session, [row])[0], row.collection_id


def reported(session: Session, collection: str, article: str) -> tuple[Event, ...]:
    """The events that an article reports: those on the line in its order, then the undated."""
    own = select(ReportRow.event_id).where(ReportRow.collection_id == collection, ReportRow.article_id == article)
    statement = select(EventRow).where(EventRow.collection_id == collection, EventRow.id.in_(own))
    ordered = statement.order_by(EventRow.first, EventRow.last, EventRow.title, EventRow.id)
    return assembly.events(session, session.scalars(ordered).all())


def whole(session: Session, collection: str) -> tuple[Event, ...]:
    """All events of a collection: those on the line in its order, then the undated by title."""
    order = (EventRow.first, EventRow.last, EventRow.title, EventRow.id)
    rows = session.scalars(select(EventRow).where(EventRow.collection_id == collection).order_by(*order)).all()
    return assembly.events(session, rows)


def _new_id() -> str:
    return base64.b32encode(secrets.token_bytes(_ID_BYTES)).decode().lower()


def _known(session: Session, collection: str, stored: Places, articles: Collection[str] | None) -> list[identity.Known]:
    """The stored events that some articles report, or all, oldest first."""
    statement = (
        select(EventRow.id, EventRow.age, ReportRow.article_id, ReportRow.revision, ReportRow.rules, ReportRow.mention)
        .join(ReportRow, assembly.reports_event())
        .where(EventRow.collection_id == collection)
        .order_by(EventRow.age)
    )
    if articles is not None:
        statement = statement.where(among(ReportRow.article_id, articles))
    found: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for event, age, article, revision, rules, number in session.execute(statement):
        found[event, age].append(Place(article, revision, rules, number))
    keys = places.keys(session, collection, (place for own in found.values() for place in own), stored)
    return [
        identity.Known(event, frozenset(key for place in own for key in keys[place]), age)
        for (event, age), own in found.items()
    ]


def _changed(session: Session, collection: str, wanted: Sequence[Digested]) -> list[Digested]:
    own = among(EventRow.id, (event.id for event in wanted))
    statement = select(EventRow.id, EventRow.digest).where(EventRow.collection_id == collection, own)
    stored = dict(session.execute(statement).all())
    return [event for event in wanted if stored.get(event.id) != event.digest]


def _write(session: Session, collection: str, events: Sequence[Digested]) -> None:
    if not events:
        return
    ids = [event.id for event in events]
    statement = insert(EventRow).values(search=terms.vector(bindparam("words"), bindparam("lexemes")))
    new = {column.name: column for column in statement.excluded if column.name not in _KEPT}
    statement = statement.on_conflict_do_update(index_elements=[EventRow.collection_id, EventRow.id], set_=new)
    key = {"collection_id": collection}
    session.execute(statement, [{**key, **event.row, **_searched(collection, event)} for event in events])
    for row, parts in ((ReportRow, [e.reports for e in events]), (EntityRow, [e.entities for e in events])):
        session.execute(delete(row).where(row.collection_id == collection, among(row.event_id, ids)))
        copying.add(session, row, ({**key, **part} for own in parts for part in own))


def _searched(collection: str, event: Digested) -> dict[str, Any]:
    return {"words": event.words[:_SEARCHED], "lexemes": terms.lexemes(collection, event.terms)}


def _redirect(session: Session, collection: str, redirects: Mapping[str, str], ids: Collection[str]) -> None:
    """Send old ids to their event; those that were sent to an old one before go on with it. What has its id again is
    not sent on."""
    own = RedirectRow.collection_id == collection
    session.execute(delete(RedirectRow).where(own, among(RedirectRow.id, ids)))
    for old, target in redirects.items():
        session.execute(update(RedirectRow).where(own, RedirectRow.event_id == old).values(event_id=target))
        statement = insert(RedirectRow).values(collection_id=collection, id=old, event_id=target)
        key = [RedirectRow.collection_id, RedirectRow.id]
        session.execute(statement.on_conflict_do_update(index_elements=key, set_={"event_id": target}))


def _lost(
    session: Session, collection: str, former: Iterable[identity.Known], known: Iterable[identity.Known]
) -> list[identity.Known]:
    """The events as they once were whose ids no event has now."""
    own = {one.id: one for one in former}
    statement = select(EventRow.id).where(EventRow.collection_id == collection, among(EventRow.id, own))
    taken = {one.id for one in known} | set(session.scalars(statement)) if own else set()
    return [one for id_, one in own.items() if id_ not in taken]
