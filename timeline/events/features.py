"""The table by which two units are compared: named features and their weights."""

import math
from collections.abc import Callable, Mapping
from typing import Final

from timeline.core import calendar
from timeline.events import lexicon
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
        self._weights = {stem: math.log((total + 1) / (count + 0.5)) for stem, count in counts.items()}
        self._unseen = math.log((total + 1) / 0.5)
        self._lengths: dict[frozenset[str], float] = {}

    def weight(self, stem: str) -> float:
        """Inverse document frequency, above 0."""
        return self._weights.get(stem, self._unseen)

    def dot(self, stems: frozenset[str]) -> float:
        """The sum of the squared weights of what two units share."""
        return math.fsum(self.weight(stem) ** 2 for stem in stems)

    def length(self, stems: frozenset[str]) -> float:
        """The length of a unit's vector: computed once, for it is compared with many."""
        if stems not in self._lengths:
            self._lengths[stems] = math.sqrt(self.dot(stems))
        return self._lengths[stems]


def explain(a: Unit, b: Unit, rarity: Rarity) -> tuple[tuple[str, float, float], ...]:
    """(feature, value, weight) of a pair, where the value is not 0."""
    return tuple((name, value, weight) for name, weight, measure in TABLE if (value := measure(a, b, rarity)))


def score(a: Unit, b: Unit, rarity: Rarity) -> float:
    """How strongly two units are of one event: the sum of value times weight. From THRESHOLD on they are."""
    return VETO if _excluded(a, b) else sum(value * weight for _, value, weight in explain(a, b, rarity))


def _excluded(a: Unit, b: Unit) -> bool:
    """Two clauses of one sentence tell two events; a plan and its happening are two."""
    return (a.article == b.article and bool(a.sentences & b.sentences)) or a.planned != b.planned


def _quotation(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(bool(a.shingles & b.shingles))


def _act(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(bool(a.acts & b.acts))


def _actor(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(bool(a.participants & b.participants))


def _other_actor(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """A role ('a spokesman') may be anybody who is named elsewhere."""
    named = bool(a.doers and b.doers) and not (a.doers | b.doers) & lexicon.ROLES
    return float(named and not a.doers & b.doers)


def _kinds_differ(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(a.statement != b.statement)


def _words(a: Unit, b: Unit, rarity: Rarity) -> float:
    """Cosine of the stems, weighted by rarity: 0 to 1."""
    lengths = rarity.length(a.stems) * rarity.length(b.stems)
    return rarity.dot(a.stems & b.stems) / lengths if lengths else 0.0


def _number(a: Unit, b: Unit, _rarity: Rarity) -> float:
    """1 for the same figure of the same thing, half for figures of it that sources may well differ on."""
    if a.numbers & b.numbers:
        return 1.0
    near = any(n == m and max(x, y) <= _FIGURES_DIFFER * min(x, y) for x, n in a.numbers for y, m in b.numbers)
    return 0.5 if near else 0.0


def _same_day(a: Unit, b: Unit, _rarity: Rarity) -> float:
    return float(_dated(a) and _dated(b) and a.interval.overlaps(b.interval))


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


def _dated(unit: Unit) -> bool:
    return unit.timed and unit.interval.bounded and unit.interval.end - unit.interval.start <= _LONGEST_DAY


Measure = Callable[[Unit, Unit, Rarity], float]

TABLE: Final[tuple[tuple[str, float, Measure], ...]] = (
    ("the same quotation", 6.0, _quotation),
    ("the same act", 1.0, _act),
    ("the same people or things", 1.0, _actor),
    ("another actor", -1.0, _other_actor),
    ("words against deed", -1.5, _kinds_differ),
    ("shared rare words", 5.0, _words),
    ("the same figure", 0.8, _number),
    ("the same day", 0.8, _same_day),
    ("another day", -1.5, _other_day),
    ("an impossible day", -4.0, _impossible),
)
THRESHOLD: Final = 3.0
"""From this score on, two units are of one event."""
COHESION: Final = 1.0
"""The least mean score between two groups that one strong pair joins: below it the others speak against it."""
