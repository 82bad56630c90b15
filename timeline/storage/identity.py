"""Which event of a new timeline is which of the stored one: by the mentions that they share. Pure functions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.core.event import Event

Key = tuple[str, ...]
Keys = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Known:
    """A stored event with what its mentions are recognised by."""

    id: str
    keys: frozenset[Key]


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

    An old event lives on in the new one that shares most with it and has no older id yet. Where all that share anything
    have one, it became one with the first of them, and its id redirects there. One that shares nothing is gone.
    """
    holders = _holders(new)
    ids: dict[int, str] = {}
    redirects: list[tuple[str, int]] = []
    for old in known:
        shared = Counter(index for key in old.keys for index in holders[key])
        heirs = sorted(shared, key=lambda index: (-shared[index], index))
        heir = next((index for index in heirs if index not in ids), None)
        if heir is not None:
            ids[heir] = old.id
        elif heirs:
            redirects.append((old.id, heirs[0]))
    return Inheritance(
        tuple(ids.get(index) for index in range(len(new))),
        tuple((old, ids[heir]) for old, heir in redirects),
    )


def _holders(new: Sequence[frozenset[Key]]) -> dict[Key, list[int]]:
    """Which new events have a key."""
    found: dict[Key, list[int]] = defaultdict(list)
    for index, own in enumerate(new):
        for key in own:
            found[key].append(index)
    return found
