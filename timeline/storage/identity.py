"""Which event of a new timeline is which of the stored one: by the mentions that they share. Pure functions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.core.event import Event

Key = tuple[str, ...]
Keys = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Known:
    """A stored event with what its mentions are recognised by."""

    id: str
    keys: frozenset[Key]
    age: int = 0
    """Its place in the order of arrival."""


@dataclass(frozen=True, slots=True)
class Inheritance:
    """The id of each new event, None where it has none yet, and where ids went that became one with others."""

    ids: tuple[str | None, ...]
    redirects: tuple[tuple[str, str], ...]


def keys(article: str, start: int, act: str, text: str) -> Keys:
    """What a mention is recognised by: its place, and, since a revision moves places, what it says."""
    return (article, str(start)), (article, act, text)


def keys_of(event: Event) -> frozenset[Key]:
    """What an event's mentions are recognised by."""
    mentions = ((report.article, report.mention) for report in event.reports)
    return frozenset(key for article, m in mentions for key in keys(article, m.start, m.act, m.text))


def inherit(known: Iterable[Known], new: Sequence[frozenset[Key]]) -> Inheritance:
    """Who inherits which id; known stands oldest first, new in the timeline's order.

    An old event lives on in the new one that shares most with it; where that has an older id, in the next one that has
    none, and is not what another one lives on in. Where there is none, it became one with the first of them, and its id
    redirects there. One that shares nothing is gone.
    """
    holders = _holders(new)
    heirs = {old.id: _heirs(old, holders) for old in known}
    ids: dict[int, str] = {}
    placed: set[str] = set()
    for most in (1, None):
        for old, own in heirs.items():
            heir = next((index for index in own[:most] if index not in ids), None)
            if heir is not None and old not in placed:
                ids[heir] = old
                placed.add(old)
    return Inheritance(
        tuple(ids.get(index) for index in range(len(new))),
        tuple((old, ids[own[0]]) for old, own in heirs.items() if own and old not in placed),
    )


def _heirs(old: Known, holders: Mapping[Key, Sequence[int]]) -> list[int]:
    """The new events that share something with an old one, those that share most first."""
    shared = Counter(index for key in old.keys for index in holders.get(key, ()))
    return sorted(shared, key=lambda index: (-shared[index], index))


def _holders(new: Sequence[frozenset[Key]]) -> dict[Key, list[int]]:
    """Which new events have a key."""
    found: dict[Key, list[int]] = defaultdict(list)
    for index, own in enumerate(new):
        for key in own:
            found[key].append(index)
    return found
