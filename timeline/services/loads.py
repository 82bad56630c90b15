"""Loads that run as jobs: what was handed over is kept, stored by a worker, and read by as many as there are."""

import io
import logging
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from timeline.core.load import Linked, Load, Problem, Said
from timeline.errors import Invalid, NotFound
from timeline.ingest import files
from timeline.ingest.files import Form, Item, Options
from timeline.ingest.item import NO_TEXT, Link
from timeline.services import fetching, queued, storing
from timeline.services.storing import Rules
from timeline.storage import collections, loads, queue, readings
from timeline.storage.database import Database, Session
from timeline.storage.loads import Task, Trouble, Waiting

if TYPE_CHECKING:
    from timeline.ingest.fetching.runs import Run

STORE: Final = "timeline.store"
FETCH: Final = "timeline.fetch"
"""The names of the jobs that store a load, and that ask an address of one; jobs/ runs them."""

_TRIES: Final = 4
"""How often an address is asked again that fails for now."""
_PAUSE: Final = timedelta(seconds=30)
"""Until the first time; each pause is four times as long as the one before: 30 s, 2 min, 8 min, 32 min."""
_WAITS: Final = "waits to be fetched"

log: Final = logging.getLogger(__name__)


def accept(
    database: Database, slug: str, name: str, who: str, said: Said, pieces: Iterable[bytes], now: datetime
) -> Load:
    """Keep what was handed over and queue its loading, in one transaction. NotFound where there is no such collection,
    Invalid for a form or an encoding that is none."""
    _options(said)
    with database.begin() as session:
        if not collections.exists(session, slug):
            remedy = "make it with POST /api/v1/admin/collections or `timeline load --collection`"
            raise NotFound(f"There is no collection {slug!r}; {remedy}.", field="collection")
        number = loads.add(session, slug, name, who, said, now)
        loads.fill(session, slug, number, pieces)
        loads.run_by(session, number, queue.defer(session, STORE, {"load": number}))
        return loads.get(session, number)


def get(database: Database, number: int) -> Load:
    """How a load stands; NotFound where there is none of this number."""
    with database.begin() as session:
        return loads.get(session, number)


def listed(database: Database, most: int, before: int | None = None) -> tuple[Load, ...]:
    """The newest loads of all collections; before continues a list below a number."""
    with database.begin() as session:
        return loads.listed(session, most, before)


def problems(database: Database, number: int, most: int, after: int = -1) -> tuple[Problem, ...]:
    """What could not be loaded, in the order of the items; after continues a list above a number. NotFound where there
    is no such load."""
    with database.begin() as session:
        loads.get(session, number)
        return loads.problems(session, number, most, after)


def cancel(database: Database, number: int, now: datetime) -> Load:
    """Take no more items of a load; what is stored already stays, and is read. NotFound where there is none."""
    with database.begin() as session:
        loads.cancel(session, number, now)
        return loads.get(session, number)


def store(database: Database, number: int, now: datetime, max_text: int, *, fetch: bool = False) -> None:
    """Store the items of a load, from where it stands; each transaction also queues the reading of what it stored, and,
    where that is allowed, the fetching of what is only an address.

    Several workers can do this at once without storing anything twice: one that finds that another has gone on, or
    that the load was cancelled, leaves it there.
    """
    with database.begin() as session:
        task = loads.task(session, number)
    if task.over:
        return
    with _items(database, task) as items:
        _store(database, task, islice(items, task.items, None), _rules(task, now, max_text), fetch=fetch)


def fetch(
    database: Database, number: int, at: int, run: "Run | None", now: datetime, max_text: int, deaths: int = 0
) -> None:
    """Ask an address of a load, and store what it leads to; what fails for now is asked again later, a few times.
    Without a run, as where fetching was turned off since, it is one of the load's problems, and so is one over which
    worker after worker died."""
    with database.begin() as session:
        task = loads.task(session, number)
        waiting = loads.waiting(session, task, at)
    if waiting is None:
        return
    found = _fetched(waiting.linked, task, run, deaths)
    with database.begin() as session:
        zone = collections.lock(session, task.collection)
        task = loads.task(session, number)
        if waiting := loads.waiting(session, task, at):
            _asked(session, task, waiting, zone, found, _rules(task, now, max_text))


def _fetched(linked: Linked, task: Task, run: "Run | None", deaths: int) -> list[Item]:
    """What an address leads to, or an item that says why there is nothing: the load ends with that, too."""
    item = Item(linked.url, linked.fields, NO_TEXT, follow=Link(linked.url, linked.of, linked.lists))
    if run is None:
        return [replace(item, follow=None)]
    if deaths >= queued.MOST_DEATHS:
        return [replace(item, problem=f"{deaths} workers died while they fetched it", follow=None)]
    try:
        return list(fetching.step(item, run, _options(task.said), linked.depth))
    except Exception as error:
        log.exception("What %r leads to cannot be loaded.", linked.url)
        return [replace(item, problem=f"fetching it fails with {type(error).__name__}", follow=None)]


def _asked(session: Session, task: Task, waiting: Waiting, zone: str, found: list[Item], rules: Rules) -> None:
    """Store what an address led to, or note when it is asked again."""
    again = found[0].again if len(found) == 1 else None
    if again is not None and waiting.tries < _TRIES:
        later = rules.now + max(timedelta(seconds=again), _PAUSE * 4**waiting.tries)
        loads.blame_again(session, task, waiting, found[0].problem, later)
        _ask(session, task, waiting.number, waiting.linked.url, later)
        return
    loads.forget(session, task, waiting)
    settled = [replace(one, follow=None) if one.again is not None else one for one in found]
    _add(session, task, zone, settled, rules, depth=waiting.linked.depth + 1)
    if not readings.unread(session, task.collection, most=1):
        queued.to_derive(session, task.collection)


def _ask(session: Session, task: Task, at: int, url: str, after: datetime | None = None) -> None:
    """Queue the asking of an address; those of one host wait for one another."""
    lock = f"{FETCH} {urlsplit(url).netloc}"
    queue.defer(session, FETCH, {"load": task.number, "at": at}, lock, after=after)


def _store(database: Database, task: Task, items: Iterable[Item], rules: Rules, *, fetch: bool) -> None:
    at = task.items
    for chunk in storing.chunks(items):
        with database.begin() as session:
            zone = collections.lock(session, task.collection)
            if not _ours(session, task, at):
                return
            _add(session, task, zone, chunk, rules, depth=0 if fetch else None)
            loads.advance(session, task, len(chunk))
            queue.advanced(session, STORE, {"load": task.number})
        at += len(chunk)
    with database.begin() as session:
        collections.lock(session, task.collection)
        if _ours(session, task, at):
            loads.finish(session, task, rules.now)
            queued.to_derive(session, task.collection)


def _ours(session: Session, task: Task, at: int) -> bool:
    """Whether the load stands where this worker has brought it."""
    found = loads.task(session, task.number)
    return found.items == at and not found.over


def _add(session: Session, task: Task, zone: str, items: list[Item], rules: Rules, depth: int | None) -> None:
    """Store some items, with all that follows from that. depth is in how many lists they are; None where what is only
    an address is not fetched."""
    links = [item for item in items if item.follow and depth is not None]
    rest = [item for item in items if not (item.follow and depth is not None)]
    fresh, outcome = storing.store(session, task.collection, zone, rest, rules)
    loads.bring(session, task, [(one.article, one.revision) for one in fresh])
    queued.to_read(session, task.collection, [one.article for one in fresh])
    loads.blame(session, task, [Trouble(one.where, one.why) for one in outcome.failures])
    troubles = [Trouble(one.where, _WAITS, _linked(one, depth or 0), rules.now) for one in links]
    for at, trouble in zip(loads.blame(session, task, troubles), troubles, strict=True):
        _ask(session, task, at, trouble.linked.url if trouble.linked else "")
    loads.count(session, task, outcome.states, len(outcome.failures) + len(links))


def _linked(item: Item, depth: int) -> Linked:
    assert item.follow
    own = {name: value for name, value in item.fields.items() if isinstance(value, str)}
    return Linked(item.follow.url, item.follow.of, depth, item.follow.lists, own)


def _rules(task: Task, now: datetime, max_text: int) -> Rules:
    return Rules(task.said.defaults, now, max_text)


@contextmanager
def _items(database: Database, task: Task) -> Iterator[Iterator[Item]]:
    """The items of a load, read from a file of its own: an archive is not read from its beginning to its end."""
    if task.said.address:
        yield iter([Item(task.name, {}, NO_TEXT, follow=Link(task.name, lists=True))])
        return
    with tempfile.TemporaryFile(buffering=0) as spool, io.BufferedReader(spool) as stream:
        with database.begin() as session:
            for piece in loads.content(session, task):
                spool.write(piece)
        spool.seek(0)
        yield files.items(task.name, stream, _options(task.said))


def _options(said: Said) -> Options:
    try:
        form = Form(said.form) if said.form else None
    except ValueError:
        known = ", ".join(form.value for form in Form)
        raise Invalid(f"'{said.form}' is none of the forms {known}", field="form") from None
    return Options(form, said.columns, said.encoding)
