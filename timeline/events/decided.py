"""Groups of reports as people decided that they be: some made one, some taken apart, and what else was said of them.

Decisions are taken in their order, each on the groups that those before it left, as the person saw them. What comes out
depends on the reports and the decisions, never on when either came.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from timeline.core.decision import Decision, Kind, Reason, Sign, Target, Trouble
from timeline.core.interval import Interval, whole_days
from timeline.core.mention import Basis, Report
from timeline.events.recognised import Place, Recognised
from timeline.events.units import place

Groups = tuple[tuple[Report, ...], ...]
_BY_ITSELF: Final = frozenset({Kind.ACCEPT, Kind.HIDE, Kind.REDATE})
_REPLACED: Final = {
    Kind.ACCEPT: frozenset({Kind.ACCEPT, Kind.HIDE, Kind.REDATE, Kind.MERGE, Kind.SPLIT}),
    Kind.HIDE: frozenset({Kind.ACCEPT, Kind.HIDE}),
    Kind.REDATE: frozenset({Kind.REDATE}),
}
"""By which later decisions on the same reports one does not count any more."""


@dataclass(slots=True)
class Standing:
    """A decision among the groups: the reports that it is of, with their signs, and the groups, by index, that it
    stands for, the one that has most of them first."""

    decision: Decision
    signs: Mapping[Place, Sign]
    reasons: list[Reason] = field(default_factory=list)
    groups: tuple[int, ...] = ()
    by: int | None = None
    """The decision that replaced it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The groups as decided, in the order of (article, place), and how the decisions stand among them, in theirs;
    counting has those that count for a group."""

    groups: Groups
    standings: tuple[Standing, ...] = ()
    counting: Mapping[int, Sequence[Standing]] = field(default_factory=dict)

    def on(self, group: int) -> Sequence[Standing]:
        """What counts for a group."""
        return self.counting.get(group, ())

    def redated(self, group: int) -> Decision | None:
        """The decision that gives a group its date; None where none does."""
        said = [one.decision for one in self.on(group) if one.decision.kind is Kind.REDATE]
        return said[-1] if said else None


def settle(groups: Groups, decisions: Iterable[Decision]) -> Settled:
    """The groups with all decisions applied."""
    ordered = sorted(decisions, key=lambda one: one.number)
    if not ordered:
        return Settled(groups)
    work = _Work(groups, {sign.article for one in ordered for sign in one.matter.signs})
    standings = tuple(work.taken(decision) for decision in ordered)
    found, at = work.result()
    for one in standings:
        one.groups = tuple(dict.fromkeys(at[own] for own in work.homes(one.decision, one.signs)))
    _replace(standings)
    _join(standings)
    return Settled(found, standings, _counting(standings))


class _Work:
    """Groups that are being made one and taken apart, by their names."""

    def __init__(self, groups: Groups, articles: Collection[str]) -> None:
        self._held = {name: list(group) for name, group in enumerate(groups)}
        self._next = len(groups)
        named = [(report, name) for name, group in enumerate(groups) for report in group if report.article in articles]
        self._owner = {place(report): name for report, name in named}
        self._known = Recognised(report for report, _ in named)

    def result(self) -> tuple[Groups, Mapping[int, int]]:
        """The groups in order, and the index of each by its name."""
        held = {name: tuple(sorted(own, key=place)) for name, own in self._held.items()}
        names = sorted(held, key=lambda name: place(held[name][0]))
        return tuple(held[name] for name in names), {name: at for at, name in enumerate(names)}

    def taken(self, decision: Decision) -> Standing:
        """Take a decision, and tell what of it there is, and what speaks against it."""
        matter = decision.matter
        standing = Standing(decision, self._known.all(matter.signs))
        if matter.kind is Kind.MERGE:
            standing.reasons += self._merged(matter.targets)
        elif matter.kind is Kind.SPLIT:
            standing.reasons += self._split(matter.targets[0], matter.apart)
        elif not standing.signs:
            standing.reasons.append(Reason(Trouble.GONE, said=(matter.targets[0].title,)))
        elif len(self._owners(standing.signs)) > 1:
            standing.reasons.append(Reason(Trouble.APART))
        return standing

    def homes(self, decision: Decision, signs: Mapping[Place, Sign]) -> list[int]:
        """The groups that a decision stands for: to split, all that have its reports, else the one with most of each
        of its events."""
        if decision.kind is Kind.SPLIT:
            return self._owners(signs)
        found = (self._owners(self._known.all(target.signs)) for target in decision.matter.targets)
        return [own[0] for own in found if own]

    def _owners(self, found: Iterable[Place]) -> list[int]:
        """The groups that have some reports, those with most of them first."""
        shared = Counter(self._owner[at] for at in found)
        return sorted(shared, key=lambda name: (-shared[name], place(self._held[name][0])))

    def _merged(self, targets: Sequence[Target]) -> list[Reason]:
        """Make the groups of some events one."""
        owners = [self._owners(self._known.all(target.signs)) for target in targets]
        gone = [Reason(Trouble.GONE, said=(t.title,)) for t, own in zip(targets, owners, strict=True) if not own]
        names = list(dict.fromkeys(own[0] for own in owners if own))
        if len(names) < 2:
            return gone
        reasons = [*gone, *_excluding(targets, [self._held[name] for name in names])]
        for name in names[1:]:
            moved = self._held.pop(name)
            self._held[names[0]] += moved
            self._owner |= dict.fromkeys({place(report) for report in moved} & self._owner.keys(), names[0])
        return reasons

    def _split(self, target: Target, apart: Sequence[Sign]) -> list[Reason]:
        """Take some reports of an event apart from its others, wherever they are together."""
        away, rest = self._known.all(apart), self._known.all(sign for sign in target.signs if sign not in apart)
        if not away or not rest:
            return [Reason(Trouble.GONE, said=(target.title,))]
        for name in sorted(set(self._owners(away)) & set(self._owners(rest))):
            leaving = _leaving(self._held[name], away, rest)
            self._held[name] = [report for report in self._held[name] if place(report) not in leaving]
            self._next += 1
            self._held[self._next] = list(leaving.values())
            self._owner |= dict.fromkeys(leaving.keys() & self._owner.keys(), self._next)
        return []


def _leaving(held: Sequence[Report], away: Collection[Place], rest: Collection[Place]) -> dict[Place, Report]:
    """Those of a group that go apart: what was decided to, and what came since and is more like that than the rest."""
    at = {place(report): report for report in held}
    going, staying = ([report for own, report in at.items() if own in side] for side in (away, rest))
    return {
        own: report
        for own, report in at.items()
        if own in away or (own not in rest and _alike(report, going) > _alike(report, staying))
    }


def _alike(report: Report, others: Sequence[Report]) -> float:
    """How much the most alike of others has in common with a report: words, the act, the day."""
    own = report.mention
    return max(
        len(own.stems & other.mention.stems) / max(1, len(own.stems | other.mention.stems))
        + (own.act == other.mention.act)
        + report.interval.overlaps(other.interval)
        for other in others
    )


def _excluding(targets: Sequence[Target], groups: Sequence[Sequence[Report]]) -> list[Reason]:
    """That events which are made one name days that exclude each other, and did not when that was decided."""
    then = [[whole_days(sign.said) for sign in target.signs if sign.said] for target in targets]
    now = [[whole_days(r.interval) for r in group if r.basis is Basis.EXPLICIT] for group in groups]
    if _exclude(then) or not _exclude(now):
        return []
    return [Reason(Trouble.EXCLUDE, now=tuple(sorted({day for own in now for day in own}, key=lambda day: day.start)))]


def _exclude(days: Sequence[Sequence[Interval]]) -> bool:
    """Whether all that one event says excludes all that another one says."""
    told = [own for own in days if own]
    return any(not any(a.overlaps(b) for a in one for b in other) for one, other in combinations(told, 2))


def _replace(standings: Sequence[Standing]) -> None:
    """Note by which later decision on the same reports one does not count any more."""
    on: dict[Place, list[int]] = defaultdict(list)
    for i, one in enumerate(standings):
        for at in one.signs:
            on[at].append(i)
    for i, earlier in enumerate(standings):
        for later in sorted({after for at in earlier.signs for after in on[at] if after > i}):
            if _replaces(standings[later].decision.kind, earlier):
                earlier.by = standings[later].decision.number


def _counting(standings: Sequence[Standing]) -> Mapping[int, Sequence[Standing]]:
    """Those that no other one replaced, by the groups that they stand for."""
    found: dict[int, list[Standing]] = defaultdict(list)
    for one in standings:
        for group in one.groups if one.by is None else ():
            found[group].append(one)
    return found


def _replaces(kind: Kind, earlier: Standing) -> bool:
    """Whether a later decision of a kind takes the place of an earlier one; one to merge or split only where what it
    made does not hold."""
    own = earlier.decision.kind
    if own is Kind.MERGE:
        return kind is Kind.SPLIT and len(earlier.groups) > 1
    if own is Kind.SPLIT:
        return kind is Kind.MERGE and len(earlier.groups) == 1 and not earlier.reasons
    return kind in _REPLACED.get(own, ())


def _join(standings: Sequence[Standing]) -> None:
    """Note what was decided of events by themselves that evidence has made one; where a decision has, the last time
    that was decided counts."""
    merged = {one.groups[0] for one in standings if one.decision.kind is Kind.MERGE and one.groups and one.by is None}
    single: dict[tuple[int, ...], list[Standing]] = defaultdict(list)
    for one in standings:
        if one.decision.kind in _BY_ITSELF and one.groups and one.by is None:
            single[one.groups].append(one)
    for earlier, later in (pair for same in single.values() for pair in combinations(same, 2)):
        if earlier.signs.keys() & later.signs.keys():
            continue
        if earlier.groups[0] not in merged:
            for one in (earlier, later):
                one.reasons = list(dict.fromkeys([*one.reasons, Reason(Trouble.JOINED)]))
        elif earlier.decision.kind is later.decision.kind is Kind.REDATE:
            earlier.by = later.decision.number
