"""Groups of deeds that tell one event in different words: 'resigned' and 'stepped down', 'killed' and 'the deaths'."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, product
from typing import Final

from timeline.core import calendar
from timeline.events import vocabulary
from timeline.events.deeds import Deed, sentences

Group = list[Deed]
_TOGETHER: Final = 0.4
"""The share of the smaller group's sentences that have both words, above which they are two acts: a sentence seldom
tells one act twice."""
_ARGUMENTS: Final = 0.1
"""The least share of pairs in which somebody or something takes part in both."""
_CROWD: Final = 200
"""Groups of one family beyond which only the largest are compared."""


def joined(groups: Sequence[Group]) -> list[Group]:
    """The groups, those joined whose words are of one family, that share who takes part, hardly ever stand in one
    sentence, and are not at explicit times apart; the most alike first."""
    held = {i: list(group) for i, group in enumerate(groups)}
    fits = {pair: value for pair in _pairs(held) if (value := _fit(held, pair)) is not None}
    while fits:
        i, j = min(fits, key=lambda pair: (-fits[pair], pair))
        held[i] += held.pop(j)
        touched = {pair for pair in fits if {i, j} & set(pair)}
        again = {tuple(sorted({i if k == j else k for k in pair})) for pair in touched} - {(i,)}
        fits = {pair: value for pair, value in fits.items() if pair not in touched}
        fits |= {(a, b): value for a, b in again if (value := _fit(held, (a, b))) is not None}
    return list(held.values())


def _pairs(held: dict[int, Group]) -> set[tuple[int, int]]:
    """The pairs of one family; what one article tells is no event that others tell in other words."""
    members: dict[str, list[int]] = defaultdict(list)
    for i, group in held.items():
        if len({deed.article for deed in group}) > 1:
            for family in _families(group):
                members[family].append(i)
    largest = (sorted(own, key=lambda i: (-len(held[i]), i))[:_CROWD] for own in members.values())
    return {pair for own in largest for pair in combinations(sorted(own), 2)}


def _families(group: Group) -> frozenset[str]:
    return frozenset(family for deed in group for family in deed.families)


def _fit(held: dict[int, Group], pair: tuple[int, int]) -> float | None:
    """How well two groups go together; None where they do not."""
    first, second = held[pair[0]], held[pair[1]]
    if {deed.root for deed in first} & {deed.root for deed in second} or first[0].planned != second[0].planned:
        return None
    own, other = sentences(first), sentences(second)
    together = len(own & other) / min(len(own), len(other))
    if together > _TOGETHER or _days_apart(first, second) or _opposite(first, second):
        return None
    shared = _sharing(first, second)
    return None if shared < _ARGUMENTS else shared - together


def _sharing(first: Group, second: Group) -> float:
    """The share of the pairs of two groups in which somebody or something takes part in both."""
    own, other = (Counter(deed.arguments for deed in group) for group in (first, second))
    alike = sum(n * m for (a, n), (b, m) in product(own.items(), other.items()) if not a.isdisjoint(b))
    return alike / (len(first) * len(second))


def _days_apart(first: Group, second: Group) -> bool:
    """Whether words put both groups on days, and never on the same or the next one."""
    days, others = ({day for deed in group for day in deed.days} for group in (first, second))
    return bool(days and others) and all(abs(a - b) > calendar.DAY for a, b in product(days, others))


def _opposite(first: Group, second: Group) -> bool:
    return any(vocabulary.opposite(a, b) for a, b in product(_families(first), _families(second)))
