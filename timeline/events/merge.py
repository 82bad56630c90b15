"""Which reports are of one event, found in two ways: by their wording, and deeds by their act and who takes part.

The groups depend only on the reports, never on the order in which they came.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from timeline.core.mention import Report
from timeline.events import alike, deeds, linkage, synonyms, wording
from timeline.events.alike import Weights
from timeline.events.deeds import Deed
from timeline.events.linkage import Pair
from timeline.events.units import place

Groups = tuple[tuple[Report, ...], ...]
THRESHOLD: Final = 0.4
"""From this mean probability on, deeds of one word are one event (chosen with each story left out in turn)."""
_CROWD: Final = 60
"""Deeds of one word beyond which only those of one day, and of these beyond it only those with a shared argument, are
compared: comparing all would be quadratic."""
_NEARLY_ALL: Final = 0.75
"""The Dice coefficient of two groups' sentences from which one is an aside of the other."""


def groups(reports: Sequence[Report], weights: Weights = alike.WEIGHTS) -> Groups:
    """The reports of one story grouped by event; groups and their members in the order of (article, place).

    What either way joins is one event. Acts named in passing are left out where only one article names them, or where
    they nearly always stand beside another.
    """
    by_wording = wording.groups([report for report in reports if report.mention.told])
    by_act = _by_act([report for report in reports if not report.mention.statement], weights)
    found = _united([*by_wording, *by_act])
    return tuple(sorted((tuple(sorted(held, key=place)) for held in found), key=lambda held: place(held[0])))


def _united(found: Sequence[Sequence[Report]]) -> list[list[Report]]:
    """The components of groups that share reports."""
    held: dict[int, list[Report]] = {}
    owner: dict[int, int] = {}
    for i, group in enumerate(found):
        others = {owner[id(report)] for report in group if id(report) in owner} - {i}
        held[i] = [*(report for report in group if id(report) not in owner), *(r for k in others for r in held.pop(k))]
        owner |= {id(report): i for report in held[i]}
    return list(held.values())


def _by_act(reports: Sequence[Report], weights: Weights) -> Iterator[list[Report]]:
    found = deeds.gather(reports)
    spread = alike.spread(found)
    compared = {(i, j): alike.probability(found[i], found[j], spread, weights) for i, j in pairs(found)}
    same = [[found[i] for i in group] for group in linkage.groups(len(found), compared, THRESHOLD)]
    for group in _standing(synonyms.joined(same)):
        yield [report for deed in group for report in deed.reports]


def pairs(found: Sequence[Deed]) -> Iterator[Pair]:
    """The pairs of deeds of one word in different articles, as indices in order; each once."""
    crowds: dict[str, list[int]] = defaultdict(list)
    for i, deed in enumerate(found):
        crowds[deed.root].append(i)
    seen: set[Pair] = set()
    for crowd in crowds.values():
        for small in _blocks(found, crowd):
            for i, j in combinations(small, 2):
                first, second = found[i].article, found[j].article
                if first != second and (i, j) not in seen:
                    seen.add((i, j))
                    yield i, j


def _blocks(found: Sequence[Deed], crowd: list[int]) -> Iterable[list[int]]:
    """A crowd, or where it is too large its parts of one day, or of one day and argument."""
    if len(crowd) <= _CROWD:
        return [crowd]
    days: dict[tuple[float, str], list[int]] = defaultdict(list)
    for i in crowd:
        for day in found[i].days:
            for word in found[i].arguments:
                days[day, word].append(i)
    return [block for block in days.values() if 1 < len(block) <= _CROWD]


def _standing(found: Iterable[list[Deed]]) -> Iterator[list[Deed]]:
    """Those that are events: told somewhere, or named by several articles and no mere part of another one."""
    events = [(deeds.sentences(group), group) for group in found]
    events.sort(key=lambda event: (-len(event[0]), place(event[1][0].reports[0])))
    beside: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, (own, group) in enumerate(events):
        told = any(report.mention.told for deed in group for report in deed.reports)
        several = len({deed.article for deed in group if any(r.mention.narrates for r in deed.reports)}) > 1
        shared = Counter(other for sentence in own for other in beside[sentence])
        aside = any(2 * count >= _NEARLY_ALL * (len(own) + len(events[other][0])) for other, count in shared.items())
        if told or (several and not aside):
            for sentence in own:
                beside[sentence].append(number)
            yield group
