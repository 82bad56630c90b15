"""Reports of one event by their wording: candidates by shared rare words, pairs by a table of features, groups by their
best pair unless the others speak against it.

The groups depend only on the reports, never on the order in which they came.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from timeline.core.mention import Report
from timeline.events.features import COHESION, THRESHOLD, Rarity, score
from timeline.events.units import Unit, gather, place

_CROWD: Final = 40
"""A key that more units share than this tells none of them apart, and comparing them all would be quadratic."""
_HEARD: Final = 24
"""Members of a group that are asked whether another group is of the same event."""


class _Scores:
    """The scores of pairs of units, computed when they are asked for."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._rarity = Rarity(Counter(stem for unit in units for stem in unit.stems), len(units))
        self._known: dict[tuple[int, int], float] = {}

    def of(self, i: int, j: int) -> float:
        """The score of a pair."""
        pair = (min(i, j), max(i, j))
        if pair not in self._known:
            self._known[pair] = score(self.units[pair[0]], self.units[pair[1]], self._rarity)
        return self._known[pair]

    def strong(self, i: int, others: Iterable[int]) -> Iterator[tuple[float, int, int]]:
        """The pairs (i < j) of one event, by their score alone, each with it."""
        unit = self.units[i]
        for j in others:
            value = score(unit, self.units[j], self._rarity, THRESHOLD)
            if value >= THRESHOLD:
                yield value, i, j

    def linkage(self, first: Sequence[int], second: Sequence[int]) -> float:
        """The mean score of all pairs between two groups; of large ones some members speak for all."""
        own, other = _some(first), _some(second)
        return sum(self.of(i, j) for i in own for j in other) / (len(own) * len(other))


def groups(reports: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """The reports grouped by event; groups and their members in the order of (article, place)."""
    units = gather(reports)
    scores = _Scores(units)
    members = {i: [i] for i in range(len(units))}
    group = list(range(len(units)))
    for _, i, j in _best_first(units, scores):
        first, second = sorted((group[i], group[j]))
        if first != second and scores.linkage(members[first], members[second]) >= COHESION:
            members[first] += members.pop(second)
            for k in members[first]:
                group[k] = first
    found = [tuple(sorted((r for k in held for r in units[k].reports), key=place)) for held in members.values()]
    return tuple(sorted(found, key=lambda held: place(held[0])))


def _best_first(units: Sequence[Unit], scores: _Scores) -> list[tuple[float, int, int]]:
    """Pairs of one event among those that share a key which not too many others share, the most alike first."""
    holders: dict[object, list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        for key in chain(unit.stems, unit.shingles):
            holders[key].append(i)
    beside: dict[int, set[int]] = defaultdict(set)
    for held in holders.values():
        if len(held) <= _CROWD:
            for at, i in enumerate(held, 1):
                beside[i].update(held[at:])
    found = (pair for i, others in beside.items() for pair in scores.strong(i, others))
    return sorted(found, key=lambda pair: (-pair[0], pair[1:]))


def _some(members: Sequence[int]) -> Sequence[int]:
    """The members, of many as many as are heard: every so many-th, so that early and late ones are among them."""
    if len(members) <= _HEARD:
        return members
    return [members[number * len(members) // _HEARD] for number in range(_HEARD)]
