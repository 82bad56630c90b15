"""The table by which two units are compared: named features and their weights."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import product, starmap
from typing import Final

from timeline.core import calendar
from timeline.events import lexicon, vocabulary
from timeline.events.units import Unit

_LONGEST_DAY: Final = 3 * calendar.DAY
"""Longer intervals overlap too easily to be a sign of anything."""
_FIGURES_DIFFER: Final = 1.5
_SLIP: Final = calendar.DAY
_WEEK: Final = 7 * calendar.DAY
VETO: Final = -1000.0


class Rarity:
    """How rare the stems of a collection are: in how many of how many units each stands."""

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        squares = {stem: _squared(count, total) for stem, count in counts.items()}
        self._squares = defaultdict(lambda: _squared(0, total), squares)
        self._lengths: dict[frozenset[str], float] = {}

    def dot(self, stems: frozenset[str]) -> float:
        """The sum of the squared weights of what two units share."""
        return math.fsum(map(self._squares.__getitem__, stems))

    def length(self, stems: frozenset[str]) -> float:
        """The length of a unit's vector: computed once, for it is compared with many."""
        if stems not in self._lengths:
            self._lengths[stems] = math.sqrt(self.dot(stems))
        return self._lengths[stems]


def _squared(count: int, total: int) -> float:
    """The square of what a stem weighs, its inverse document frequency."""
    return math.log((total + 1) / (count + 0.5)) ** 2


def explain(a: Unit, b: Unit, rarity: Rarity) -> tuple[tuple[str, float, float], ...]:
    """(feature, value, weight) of a pair, where the value is not 0."""
    return tuple((name, value, weight) for name, weight, measure in TABLE if (value := measure(a, b, rarity)))


def score(a: Unit, b: Unit, rarity: Rarity, least: float = -math.inf) -> float:
    """How strongly two units are of one event: the sum of value times weight. From THRESHOLD on they are.

    Of a score under least no more is told than that it is: comparing ends where what is left cannot raise it so far.
    """
    if _excluded(a, b):
        return VETO
    total = 0.0
    for weight, measure, left in _STEPS:
        total += weight * measure(a, b, rarity)
        if total + left < least:
            break
    return total


def _excluded(a: Unit, b: Unit) -> bool:
    """Two clauses of one sentence tell two events; a plan and its happening are two."""
    return (a.article == b.article and bool(a.sentences & b.sentences)) or a.planned != b.planned


def _quotation(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return 0.0 if a.shingles.isdisjoint(b.shingles) else 1.0


def _words(a: Unit, b: Unit, rarity: Rarity) -> float:
    """Cosine of the stems, weighted by rarity: 0 to 1."""
    shared = a.stems & b.stems
    return rarity.dot(shared) / (rarity.length(a.stems) * rarity.length(b.stems)) if shared else 0.0


def _act(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return 0.0 if a.acts.isdisjoint(b.acts) else 1.0


def _actor(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return 0.0 if a.participants.isdisjoint(b.participants) else 1.0


def _number(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """1 for the same figure of the same thing, half for figures of it that sources may well differ on."""
    if not (a.numbers and b.numbers):
        return 0.0
    if a.numbers & b.numbers:
        return 1.0
    near = any(n == m and max(x, y) <= _FIGURES_DIFFER * min(x, y) for x, n in a.numbers for y, m in b.numbers)
    return 0.5 if near else 0.0


def _same_day(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(_dated(a) and _dated(b) and a.interval.overlaps(b.interval))


def _dated(unit: Unit) -> bool:
    return unit.timed and unit.interval.bounded and unit.interval.end - unit.interval.start <= _LONGEST_DAY


def _other_actor(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """A role ('a spokesman') may be anybody who is named elsewhere."""
    if not a.doers or not b.doers or a.doers & b.doers:
        return 0.0
    return float((a.doers | b.doers).isdisjoint(lexicon.ROLES))


def _kinds_differ(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(a.statement != b.statement)


def _other_day(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """1 for explicit times next to each other, 2 for those further apart, 4 from a week on: sources err by a day,
    hardly by a week, and what is done every year is told in the same words."""
    if not (a.timed and b.timed) or a.interval.overlaps(b.interval):
        return 0.0
    apart = max(a.interval.start, b.interval.start) - min(a.interval.end, b.interval.end)
    if apart >= _WEEK:
        return 4.0
    return 1.0 if apart <= _SLIP and not (a.statement and b.statement) else 2.0


def _impossible(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """One lies wholly outside what the other's limits allow."""
    return float(not (a.timed and b.timed) and not a.interval.overlaps(b.interval))


def _opposite(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """Whether what one tells undoes or excludes what the other tells: to arrest and to free somebody are two acts,
    however much of the rest they share. Not where it is told from the other side: one won, the other lost to them."""
    if a.kinds & b.kinds or not any(starmap(vocabulary.opposite, product(a.kinds, b.kinds))):
        return 0.0
    return float(bool(a.doers & b.doers) or not (a.doers & b.stems and b.doers & a.stems))


Measure = Callable[[Unit, Unit, Rarity], float]

TABLE: Final[tuple[tuple[str, float, Measure], ...]] = (
    ("the same quotation", 6.0, _quotation),
    ("shared rare words", 5.0, _words),
    ("the same act", 1.0, _act),
    ("the same people or things", 1.0, _actor),
    ("the same figure", 0.8, _number),
    ("the same day", 0.8, _same_day),
    ("another actor", -1.0, _other_actor),
    ("words against deed", -1.5, _kinds_differ),
    ("another day", -1.5, _other_day),
    ("an impossible day", -4.0, _impossible),
    ("the opposite act", -4.0, _opposite),
)
"""What speaks for one event first: where that is too little, the rest need not be asked."""
_ERROR: Final = 1e-6
"""More than the error of adding up."""
_STEPS: Final = tuple(
    (weight, measure, _ERROR + sum(max(0.0, other) for _, other, _ in TABLE[number:]))
    for number, (_, weight, measure) in enumerate(TABLE, 1)
)
"""The rows of the table with the most that those below them can add."""
THRESHOLD: Final = 3.0
"""From this score on, two units are of one event."""
COHESION: Final = 1.0
"""The least mean score between two groups that one strong pair joins: below it the others speak against it."""
