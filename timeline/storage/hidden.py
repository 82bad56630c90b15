"""Events that people decided not to show: kept apart from those that are shown, with their ids and what these were."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import any_, delete, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from timeline.core.event import Event
from timeline.storage import identity
from timeline.storage.membership import among
from timeline.storage.tables import EventRow, HiddenRow, RedirectRow


@dataclass(frozen=True, slots=True)
class Hidden:
    """An event that is not shown, the order in which it came, and the ids that it had before."""

    event: Event
    age: int
    former: tuple[str, ...]

    @property
    def known(self) -> identity.Known:
        """What its mentions are recognised by."""
        return identity.Known(self.event.id, identity.keys_of(self.event), self.age)


def of(session: Session, collection: str, articles: Collection[str] | None = None) -> Mapping[str, Hidden]:
    """The hidden events of a collection by id, all or those that some articles report."""
    rows = session.scalars(select(HiddenRow).where(HiddenRow.collection_id == collection).order_by(HiddenRow.id))
    found = {row.id: Hidden(row.event, row.age, tuple(row.former)) for row in rows}
    if articles is None:
        return found
    return {own: one for own, one in found.items() if any(r.article in articles for r in one.event.reports)}


def get(session: Session, event: str) -> tuple[Event, str] | None:
    """The hidden event of this id, or that had it before, and its collection; None where there is none."""
    former = literal(event) == any_(HiddenRow.former)
    row = session.scalar(select(HiddenRow).where(or_(HiddenRow.id == event, former)))
    return (row.event, row.collection_id) if row else None


def leave(
    session: Session,
    collection: str,
    events: Collection[Event],
    before: Mapping[str, Hidden],
    redirects: Mapping[str, str],
) -> Mapping[str, str]:
    """Make those of these events that are not shown the hidden ones in place of those before, and give the redirects to
    what is shown.

    To be called while what is not to be shown any more still stands among the events.
    """
    ids = {event.id for event in events}
    found = {event.id: event for event in events if event.hidden}
    led = {**_leading(session, collection, found, before), **redirects}
    led = {old: target for old, target in led.items() if old not in ids}
    led = {old: _followed(led, target) for old, target in led.items()}
    ages = {own: one.age for own, one in before.items()} | _ages(session, collection, found)
    session.execute(delete(HiddenRow).where(HiddenRow.collection_id == collection, among(HiddenRow.id, before)))
    for own, event in found.items():
        former = sorted(old for old, target in led.items() if target == own)
        age = ages.get(own) or session.scalar(_NEXT_AGE)
        row = {"collection_id": collection, "id": own, "age": age, "event": event, "former": former}
        session.execute(insert(HiddenRow).values(row))
    return {old: target for old, target in led.items() if target not in found}


def show(session: Session, collection: str, before: Mapping[str, Hidden], shown: Collection[str]) -> None:
    """Give what was hidden before and is shown again its old place in the order of arrival."""
    for own in before.keys() & shown:
        row = EventRow.collection_id == collection, EventRow.id == own
        session.execute(update(EventRow).where(*row).values(age=before[own].age))


_NEXT_AGE: Final = select(func.nextval(func.pg_get_serial_sequence("events", "age")))


def _leading(session: Session, collection: str, found: Collection[str], before: Mapping[str, Hidden]) -> dict[str, str]:
    """The ids that led to what is hidden now, and to what was hidden before."""
    own = RedirectRow.collection_id == collection, among(RedirectRow.event_id, found)
    rows = session.execute(select(RedirectRow.id, RedirectRow.event_id).where(*own))
    return dict(rows.all()) | {old: one.event.id for one in before.values() for old in one.former}


def _followed(led: Mapping[str, str], target: str) -> str:
    while target in led:
        target = led[target]
    return target


def _ages(session: Session, collection: str, ids: Collection[str]) -> dict[str, int]:
    statement = select(EventRow.id, EventRow.age).where(EventRow.collection_id == collection, among(EventRow.id, ids))
    return dict(session.execute(statement).all())
