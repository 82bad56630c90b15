"""Groups by average linkage over compared pairs: the two most alike are joined until none are alike enough.

Deterministic: it depends on the pairs and never on their order (Sokal & Michener 1958; the lazy heap of Müllner 2011).
Pairs that were not compared say nothing.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping

from timeline.events.ties import Ties

Pair = tuple[int, int]


def groups(count: int, alike: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """0 to count - 1 in groups; alike has how alike a pair (i < j) is, 0 to 1. Members and groups in order."""
    ties = Ties(range(count))
    for (i, j), value in alike.items():
        if value >= threshold:
            ties.join(i, j)
    part = [ties.of(i) for i in range(count)]
    parts: dict[int, dict[Pair, float]] = defaultdict(dict)
    for (i, j), value in alike.items():
        if part[i] == part[j]:
            parts[part[i]][i, j] = value
    alone = [[i] for i in range(count) if part[i] not in parts]
    return sorted(alone + [group for own in parts.values() for group in _joined(own, threshold)])


def _joined(alike: Mapping[Pair, float], threshold: float) -> Iterator[list[int]]:
    """The groups of what strong pairs connect. No mean is above all its pairs, so no group goes beyond that."""
    tree = _Tree(alike)
    heap = [(-value, i, j) for (i, j), value in alike.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        value, i, j = heapq.heappop(heap)
        if tree.mean(i, j) == -value:
            tree.join(i, j)
            for k in tree.beside(i):
                if (mean := tree.mean(i, k)) >= threshold:
                    heapq.heappush(heap, (-mean, min(i, k), max(i, k)))
    return map(sorted, tree.members.values())


class _Tree:
    """The groups so far, by their least member, with the sums and numbers of the pairs between them."""

    def __init__(self, alike: Mapping[Pair, float]) -> None:
        self.members = {i: [i] for pair in alike for i in pair}
        self._between: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for (i, j), value in alike.items():
            self._between[i][j] = self._between[j][i] = (value, 1)

    def mean(self, i: int, j: int) -> float:
        """The mean of the compared pairs between two groups; -1 where one is gone or none was compared."""
        total, pairs = self._between.get(i, {}).get(j, (-1.0, 1))
        return total / pairs

    def beside(self, i: int) -> tuple[int, ...]:
        """The groups of which a member was compared with one of this group."""
        return tuple(self._between[i])

    def join(self, i: int, j: int) -> None:
        """Make one group of two, under the lesser of their names."""
        self.members[i] += self.members.pop(j)
        for k, (total, pairs) in self._between.pop(j).items():
            del self._between[k][j]
            if k != i:
                known, so_far = self._between[i].get(k, (0.0, 0))
                self._between[i][k] = self._between[k][i] = (known + total, so_far + pairs)
