"""What people decide about events: accepted, hidden, redated, merged, split, noted; with a preview, and undone."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from timeline.core import decision, edtf
from timeline.core.decision import Decision, Kind, Matter, Sign, Target
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.errors import Conflict, Invalid, NotFound
from timeline.ingest import dates, drafts
from timeline.services import audited, revised
from timeline.services.audited import Entry as Entry
from timeline.services.revised import By, Changes
from timeline.storage import audit as said
from timeline.storage import collections, decisions, events
from timeline.storage.audit import Place
from timeline.storage.audit import Query as Query
from timeline.storage.database import Database, Session

_NOTE: Final = 2_000
"""Characters of a note."""
_MOST: Final = 50
"""Events that are made one at once."""
_SUCH: Final = "5 November 2024, 2024-11-05, 2024-11, 2024 or 2024-11-04/2024-11-05"
_REASONED: Final = frozenset({Kind.HIDE, Kind.REDATE, Kind.MERGE, Kind.SPLIT})
"""What changes what readers see: the reason is asked for."""
_OWN: Final = {"date": Kind.REDATE, "mentions": Kind.SPLIT, "text": Kind.NOTE, "public": Kind.NOTE}
"""What is said only with one kind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be decided, of which events: of one; to merge, of two or more of one collection.

    date is EDTF or a day as it is printed, mentions are (article, start of the sentence) of the reports that go apart,
    text is a note's words, public whether these are for readers too.
    """

    kind: Kind
    events: tuple[str, ...]
    date: str = ""
    mentions: tuple[tuple[str, int], ...] = ()
    text: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A decision as it stands after it was made or undone, and what that changes."""

    entry: Entry
    changes: Changes


@dataclass(frozen=True, slots=True)
class Audit:
    """What people said, newest first, the place behind the last where there is more, and how much there is in all."""

    entries: tuple[Entry, ...]
    after: Place | None
    total: int


def decide(database: Database, asked: Asked, by: By, *, dry_run: bool = False) -> Made:
    """Let what a person decided count, and tell what changes; in a dry run nothing is kept, and its number is 0.

    Invalid names the field that cannot be accepted, NotFound an event; Conflict where they are of several collections.
    """
    why = _checked(asked, by)
    slug, found = _collection(database, asked.events), list[Entry]()
    made: list[Decision] = []

    def apply(session: Session) -> Collection[str]:
        matter = _matter(asked, [events.get(session, event, unseen=True)[0] for event in asked.events])
        made.append(decisions.add(session, slug, matter, by.who, why, by.now))
        return {sign.article for sign in matter.signs}

    def read(session: Session) -> None:
        found.append(_entry(session, made[0]))

    changes = revised.revise(database, slug, apply, dry_run=dry_run, then=read)
    return Made(replace(found[0], number=0) if dry_run else found[0], changes)


def undo(database: Database, number: int, by: By, *, dry_run: bool = False) -> Made:
    """Let a decision count no more, and tell what changes; in a dry run it stays.

    NotFound where there is none of this number, Conflict where it was taken back before, Invalid for a reason that is
    no line.
    """
    why = drafts.line({"why": by.why}, "why")
    with database.begin() as session:
        slug = decisions.get(session, number).collection
    found: list[Entry] = []

    def apply(session: Session) -> Collection[str]:
        own = decisions.get(session, number)
        if own.undone is not None:
            raise Conflict(f"Decision {number} was taken back before.", field="id")
        decisions.undo(session, own, by.who, why, by.now)
        return {sign.article for sign in own.matter.signs}

    def read(session: Session) -> None:
        found.append(_entry(session, decisions.get(session, number)))

    changes = revised.revise(database, slug, apply, dry_run=dry_run, then=read)
    return Made(found[0], changes)


def get(database: Database, number: int) -> Entry:
    """A decision as it stands; NotFound where there is none of this number."""
    with database.begin() as session:
        return _entry(session, decisions.get(session, number))


def audit(database: Database, query: Query) -> Audit:
    """What people decided and corrected; NotFound where there is no such collection, Invalid for an unknown kind."""
    if query.kind and query.kind not in {*Kind, said.CORRECT}:
        raise Invalid(f"kind is one of {', '.join(Kind)} and {said.CORRECT}, not '{query.kind[:80]}'", field="kind")
    with database.begin() as session:
        if query.collection and not collections.exists(session, query.collection):
            raise NotFound(f"There is no collection {query.collection!r}.", field="collection")
        found, after = said.listed(session, query)
        own = [one for one in found if isinstance(one, Decision)]
        stood = {one.decision.number: one for one in decisions.stood(session, own)}
        entries = (
            audited.decided(stood[one.number]) if isinstance(one, Decision) else audited.corrected(one) for one in found
        )
        return Audit(tuple(entries), after, said.total(session, query))


def _entry(session: Session, own: Decision) -> Entry:
    (stood,) = decisions.stood(session, [own])
    return audited.decided(stood)


def _checked(asked: Asked, by: By) -> str:
    """The reason; Invalid for what the kind does not take, or lacks."""
    why = drafts.line({"why": by.why}, "why")
    if not why and asked.kind in _REASONED:
        raise Invalid(f"why is missing: to {asked.kind} changes what readers see", field="why")
    for name, kind in _OWN.items():
        if getattr(asked, name) and asked.kind is not kind:
            raise Invalid(f"{name} is said only to {kind}", field=name)
    count, merge = len(set(asked.events)), asked.kind is Kind.MERGE
    if not (2 <= count <= _MOST if merge else count == 1):
        wanted = f"two to {_MOST} events" if merge else "one event"
        raise Invalid(f"to {asked.kind} takes {wanted}, not {count}", field="events")
    return why


def _collection(database: Database, wanted: Sequence[str]) -> str:
    """The collection of some events."""
    with database.begin() as session:
        slugs = sorted({events.get(session, event, unseen=True)[1] for event in wanted})
    if len(slugs) > 1:
        raise Conflict(f"The events are of several collections: {', '.join(slugs)}.", field="events")
    return slugs[0]


def _matter(asked: Asked, found: Sequence[Event]) -> Matter:
    """What is decided, of the events as they are now."""
    own = {event.id: event for event in found}
    if asked.kind is Kind.MERGE and len(own) < 2:
        raise Invalid("these are one event already", field="events")
    first, targets = found[0], tuple(_target(event) for event in own.values())
    if asked.kind is Kind.REDATE:
        date, written = _date(asked.date.strip(), first.date.interval.zone)
        return Matter(asked.kind, targets, date=date, edtf=written)
    if asked.kind is Kind.SPLIT:
        return Matter(asked.kind, targets, apart=_apart(targets[0], asked.mentions))
    if asked.kind is Kind.NOTE:
        return Matter(asked.kind, targets, text=_words(asked.text), public=asked.public)
    return Matter(asked.kind, targets)


def _target(event: Event) -> Target:
    """An event as it is now."""
    dates = event.date.claimed or (event.date.interval,)
    return Target(event.id, event.title, dates, event.status, tuple(map(decision.sign, event.reports)))


def _apart(target: Target, mentions: Sequence[tuple[str, int]]) -> tuple[Sign, ...]:
    """The reports that go apart."""
    there, wanted = {(sign.article, sign.start) for sign in target.signs}, set(mentions)
    if unknown := sorted(wanted - there):
        article, start = unknown[0]
        raise Invalid(f"the event has no report in '{article[:80]}' at {start}", field="mentions")
    if not wanted or wanted == there:
        raise Invalid("name some of the event's sentences, and not all: they go, the others stay", field="mentions")
    return tuple(sign for sign in target.signs if (sign.article, sign.start) in wanted)


def _date(said: str, zone: str) -> tuple[Interval, str]:
    """The date and how it is written as EDTF: as it was said, or of a day or a moment as people print it."""
    with suppress(ValueError):
        return edtf.read(said, zone), said
    try:
        written = edtf.write(dates.published(said, zone))
        return edtf.read(written, zone), written
    except ValueError:
        raise Invalid(f"'{said[:80]}' is no date such as {_SUCH}", field="date") from None


def _words(text: str) -> str:
    words = drafts.line({"text": text}, "text", _NOTE)
    if not words:
        raise Invalid("text is missing: a note has words", field="text")
    return words
