"""Lanes: one per leading entity, the rest in 'Others', and inside each lane rows in which no two marks touch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core.glance import Spot
from timeline.web.drawing.marks import Mark

MOST: Final = 6
ROWS: Final = 6
"""The rows of a lane; what has no room in them lies over another mark."""
_TARGET: Final = 8.4
"""Per cent that 24 px are at a width of 320: marks stay apart under a finger."""
_DENSE: Final = 4.2
"""The same at 640, for drawings so full that rows of 320 would be stairs; the list below serves the finger there."""
_FULL: Final = 20
_LANES_PAY: Final = 4
"""Fewer events than this need no lanes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An event's mark in a row of its lane."""

    event: Spot
    mark: Mark
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one entity."""

    name: str
    placed: tuple[Placed, ...]

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return 1 + max(one.row for one in self.placed)


def lanes(events: Sequence[Spot], marks: Sequence[Mark]) -> tuple[Lane, ...]:
    """Each event in the lane of its leading entity, the fullest lanes first."""
    names = leading(events)
    order = [*dict.fromkeys(name for name, _ in Counter(names).most_common() if name != OTHERS), OTHERS]
    found = [(name, [(e, m) for e, m, own in zip(events, marks, names, strict=True) if own == name]) for name in order]
    several = sum(1 for _, pairs in found if pairs) > 1
    return tuple(
        Lane(name if several else "Events", _packed(pairs, _TARGET if len(events) <= _FULL else _DENSE))
        for name, pairs in found
        if pairs
    )


OTHERS: Final = "Others"


def leading(events: Sequence[Spot]) -> list[str]:
    """For each event the entity that leads it: at most five, each taken because it names most of what is left."""
    left = set(range(len(events)))
    chosen: dict[int, str] = {}
    while left and len(set(chosen.values())) < MOST - 1:
        counts = Counter(name for i in sorted(left) for name in events[i].names)
        name, count = counts.most_common(1)[0] if counts else ("", 0)
        if count < 2 or len(events) < _LANES_PAY:
            break
        own = {i for i in left if name in events[i].names}
        chosen |= dict.fromkeys(own, name)
        left -= own
    return [chosen.get(i, OTHERS) for i in range(len(events))]


def _packed(pairs: list[tuple[Spot, Mark]], target: float) -> tuple[Placed, ...]:
    """Each mark in the first row where it has room, else in the one that is free the soonest."""
    ends: list[float] = []
    placed = []
    for event, mark in sorted(pairs, key=lambda pair: pair[1].first):
        first = min(mark.first, mark.middle - target / 2)
        row = next((i for i, end in enumerate(ends) if end <= first), len(ends))
        if row == ROWS:
            row = min(range(ROWS), key=lambda i: ends[i])
        ends[row : row + 1] = [max(mark.last, mark.middle + target / 2)]
        placed.append(Placed(event, mark, row))
    return tuple(placed)
