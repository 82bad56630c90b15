"""What was counted in a state of a collection, for whoever asks the same of the same state."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from timeline.storage.tables import CollectionRow

_Value = TypeVar("_Value")
_MOST: Final = 4096
"""Values of one process and database; most are three numbers."""
_LOCK: Final = Lock()
_KNOWN: Final[WeakKeyDictionary[Engine, OrderedDict[Hashable, Any]]] = WeakKeyDictionary()


def version(session: Session, collection: str) -> int:
    """The state of a collection's events and publications: another number whenever one of them was another; 0 for
    none."""
    return session.scalar(select(CollectionRow.version).where(CollectionRow.id == collection)) or 0


def value(
    session: Session, collection: str, question: Hashable, ask: Callable[[], _Value], state: int | None = None
) -> _Value:
    """The answer to a question that depends on nothing but the events and publications of a collection.

    The state is read before the question is asked: an answer can be newer than the state under which it is kept, which
    nobody sees any more then, but never older. States are random numbers, so none comes again after a rollback. Who has
    read the state already gives it.
    """
    key = (collection, version(session, collection) if state is None else state, question)
    known = _known(session)
    with _LOCK:
        if key in known:
            known.move_to_end(key)
            found: _Value = known[key]
            return found
    found = ask()
    with _LOCK:
        known[key] = found
        while len(known) > _MOST:
            known.popitem(last=False)
    return found


def _known(session: Session) -> OrderedDict[Hashable, Any]:
    with _LOCK:
        return _KNOWN.setdefault(session.get_bind().engine, OrderedDict())
