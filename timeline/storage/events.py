"""The derived events of a collection: replaced as a whole, with ids that stay, and read back."""

import base64
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.errors import NotFound
from timeline.storage import assembly, copying, identity, places, readings
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
) -> None:
    """Make these the events of the collection, each with a report's mention stored before (storage.readings).

    read has the places of the mentions in the newest readings, for whoever has loaded them already. With articles only
    the events that these report are replaced, and no other article may report them. fulfilments are plans with what
    became of them, as indices of the events.

    An event that shares mentions with a stored one takes its id; of several ids the oldest stays and the others
    redirect to it. What did not change is not written. ValueError for a report of a mention that was never stored.
    """
    stored = read or places.of_records(readings.of_collection(session, collection))
    known = _known(session, collection, stored, articles)
    inherited = identity.inherit(known, [identity.keys_of(event) for event in events])
    ids = [found or _new_id() for found in inherited.ids]
    wanted = [digested(event, own, stored.locate(event)) for event, own in zip(events, ids, strict=True)]
    changed = _changed(session, collection, wanted)
    _write(session, collection, changed)
    _redirect(session, collection, inherited.redirects)
    fulfilled = FulfilmentRow.plan_id.in_({one.id for one in known})
    session.execute(delete(FulfilmentRow).where(FulfilmentRow.collection_id == collection, fulfilled))
    rows = ({"collection_id": collection, "plan_id": ids[a], "happening_id": ids[b]} for a, b in fulfilments)
    copying.add(session, FulfilmentRow, rows)
    gone = {one.id for one in known} - set(ids)
    session.execute(delete(EventRow).where(EventRow.collection_id == collection, EventRow.id.in_(gone)))
    session.expire_all()


def get(session: Session, event: str) -> tuple[Event, str]:
    """The event of this id, or that to which the id redirects, and its collection; NotFound where there is neither."""
    target = select(RedirectRow.event_id).where(RedirectRow.id == event).scalar_subquery()
    row = session.scalar(select(EventRow).where(EventRow.id == func.coalesce(target, event)))
    if row is None:
        raise NotFound(f"There is no event {event!r}.", field="event")
    return assembly.events(session, [row])[0], row.collection_id


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
        select(EventRow.id, ReportRow.article_id, ReportRow.revision, ReportRow.rules, ReportRow.mention)
        .join(ReportRow, assembly.reports_event())
        .where(EventRow.collection_id == collection)
        .order_by(EventRow.age)
    )
    if articles is not None:
        statement = statement.where(ReportRow.article_id.in_(articles))
    found: dict[str, list[Place]] = defaultdict(list)
    for event, article, revision, rules, number in session.execute(statement):
        found[event].append(Place(article, revision, rules, number))
    keys = places.keys(session, collection, (place for own in found.values() for place in own), stored)
    return [
        identity.Known(event, frozenset(key for place in own for key in keys[place])) for event, own in found.items()
    ]


def _changed(session: Session, collection: str, wanted: Sequence[Digested]) -> list[Digested]:
    own = EventRow.id.in_([event.id for event in wanted])
    statement = select(EventRow.id, EventRow.digest).where(EventRow.collection_id == collection, own)
    stored = dict(session.execute(statement).all())
    return [event for event in wanted if stored.get(event.id) != event.digest]


def _write(session: Session, collection: str, events: Sequence[Digested]) -> None:
    if not events:
        return
    ids = [event.id for event in events]
    statement = insert(EventRow).values(search=func.to_tsvector("english", bindparam("words")))
    new = {column.name: column for column in statement.excluded if column.name not in _KEPT}
    statement = statement.on_conflict_do_update(index_elements=[EventRow.collection_id, EventRow.id], set_=new)
    key = {"collection_id": collection}
    session.execute(statement, [{**key, **event.row, "words": event.words[:_SEARCHED]} for event in events])
    for row, parts in ((ReportRow, [e.reports for e in events]), (EntityRow, [e.entities for e in events])):
        session.execute(delete(row).where(row.collection_id == collection, row.event_id.in_(ids)))
        copying.add(session, row, ({**key, **part} for own in parts for part in own))


def _redirect(session: Session, collection: str, redirects: Iterable[tuple[str, str]]) -> None:
    """Send old ids to their event; those that were sent to an old one before go on with it."""
    for old, target in redirects:
        followed = update(RedirectRow).where(RedirectRow.collection_id == collection, RedirectRow.event_id == old)
        session.execute(followed.values(event_id=target))
        session.execute(insert(RedirectRow).values(collection_id=collection, id=old, event_id=target))
