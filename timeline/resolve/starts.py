"""Starts: which patterns are worth trying at a token, by the codes of the next few."""

from collections.abc import Iterator, Sequence
from typing import Final

from timeline.resolve.pattern import Node, reach
from timeline.resolve.vocabulary import Vocabulary

DEPTH: Final = 3
"""Tokens that are looked at: two words and what lies between. Of 34 patterns to try at a word of news, 3 are left."""
_KEPT: Final = 50_000
"""How many different beginnings are remembered before the memory is emptied."""


class Starts(dict[str, tuple[int, ...]]):
    """By the codes of up to DEPTH tokens: the indices of the patterns whose match can begin with them.

    A set of patterns is a number with a bit for each, so that the beginnings of all are compared at once.
    """

    def __init__(self, nodes: Sequence[Node], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._over = [0] * DEPTH
        """The patterns that can have matched before an index: whatever stands there, they fit."""
        self._fit: list[dict[str, int]] = [{} for _ in range(DEPTH)]
        """The patterns that can have a code at an index."""
        classes: list[dict[str, int]] = [{} for _ in range(DEPTH)]
        for which, node in enumerate(nodes):
            self._add(1 << which, node, classes)
        for fit, known in zip(self._fit, classes, strict=True):
            fit[" "] = known.get("' '", 0)
            for names, code in vocabulary.sets.items():
                for name in names & known.keys():
                    fit[code] = fit.get(code, 0) | known[name]

    def _add(self, bit: int, node: Node, classes: list[dict[str, int]]) -> None:
        seen: list[set[str]] = [set() for _ in range(DEPTH)]
        first_end = min(reach(node, frozenset({0}), seen))
        for index, names in enumerate(seen):
            self._over[index] |= bit if first_end <= index else 0
            for name in names:
                classes[index][name] = classes[index].get(name, 0) | bit

    def __missing__(self, codes: str) -> tuple[int, ...]:
        if len(self) > _KEPT:
            self.clear()
        fitting = -1
        for index in range(DEPTH):
            fit = self._fit[index].get(codes[index], 0) if index < len(codes) else 0
            fitting &= fit | self._over[index]
        found = self[codes] = tuple(_bits(fitting))
        return found


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
