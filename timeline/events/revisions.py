"""What a revision changed of what an article claims."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import edtf
from timeline.core.mention import Basis, Figure, Report, Status
from timeline.core.revision import About, Change, ClaimChange, Difference
from timeline.core.signs import plain
from timeline.events.deeds import UNKNOWN_ACTOR
from timeline.events.units import place

_ALIKE: Final = 0.3
"""The share of their content words that two sentences have in common which tell the same act of the same person."""

_SAME: Final = 0.5
"""The same share where the act is told of someone else."""

_NEAR: Final = 50
"""How far apart claims of one act may stand, among those of that act, to be compared: no text is compared for long."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims that may be one, the likeliest first in order."""

    rank: tuple[float, int, int]
    before: int
    after: int


def compare(before: Sequence[Report], after: Sequence[Report]) -> tuple[ClaimChange, ...]:
    """What became of each claim, in the order of the new text; what was dropped stands where it stood in the old one.

    Both are the reports of one article, dated for the same publication; acts named only in passing are no claims.
    """
    old, new = _claims(before), _claims(after)
    pairs = _paired(old, new)
    matched = {pair.after: pair.before for pair in pairs}
    found = [_changed(old[matched[i]], one) if i in matched else _added(one) for i, one in enumerate(new)]
    gone = set(range(len(old))) - set(matched.values())
    dropped = [ClaimChange(Change.DROPPED, old[i], None) for i in sorted(gone)]
    return tuple(sorted([*found, *dropped], key=_at))


def _claims(reports: Sequence[Report]) -> list[Report]:
    return sorted((report for report in reports if report.mention.told), key=place)


def _at(found: ClaimChange) -> tuple[int, bool]:
    report = found.after or found.before
    return (report.mention.start if report else 0), found.after is not None


def _added(report: Report) -> ClaimChange:
    return ClaimChange(Change.ADDED, None, report)


def _changed(old: Report, new: Report) -> ClaimChange:
    differences = tuple(_differences(old, new))
    return ClaimChange(Change.CHANGED if differences else Change.KEPT, old, new, differences)


def _paired(old: Sequence[Report], new: Sequence[Report]) -> list[_Pair]:
    """Claims with what they became: those in sentences that stayed, then the likeliest of the others."""
    stayed = _stayed(old, new)
    taken, given = {pair.before for pair in stayed}, {pair.after for pair in stayed}
    rest = sorted(_likely(old, new, taken, given), key=lambda pair: pair.rank)
    found = stayed
    for pair in rest:
        if pair.before not in taken and pair.after not in given:
            found.append(pair)
            taken.add(pair.before)
            given.add(pair.after)
    return found


def _stayed(old: Sequence[Report], new: Sequence[Report]) -> list[_Pair]:
    """The claims of sentences that are in both texts, by act, in their order."""
    places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, report in reversed(list(enumerate(old))):
        places[_key(report)].append(i)
    return [_Pair((0.0, 0, 0), places[key].pop(), j) for j, report in enumerate(new) if places.get(key := _key(report))]


def _key(report: Report) -> tuple[str, str, str]:
    return plain(report.mention.text), report.mention.act, report.mention.actor


def _likely(old: Sequence[Report], new: Sequence[Report], taken: set[int], given: set[int]) -> Iterator[_Pair]:
    """Pairs of the others that tell the same act, or of which one denies the act of the other."""
    acts: dict[str, list[int]] = defaultdict(list)
    for i in (i for i in range(len(old)) if i not in taken):
        acts[old[i].mention.act].append(i)
    denials = [i for own in acts.values() for i in own if old[i].mention.status is Status.DENIED][:_NEAR]
    seen: dict[str, int] = defaultdict(int)
    for j in (j for j in range(len(new)) if j not in given):
        act = new[j].mention.act
        near = acts.get(act, [])[max(0, seen[act] - _NEAR) : seen[act] + _NEAR]
        seen[act] += 1
        for i in dict.fromkeys((*near, *denials, *_deniable(new[j], acts))):
            if likeness := _likeness(old[i], new[j]):
                yield _Pair((-likeness, abs(i - j), j), i, j)


def _deniable(report: Report, acts: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """The claims of the acts that a denial names."""
    if report.mention.status is Status.DENIED:
        for act in sorted(report.mention.stems):
            yield from acts.get(act, ())[:_NEAR]


def _likeness(old: Report, new: Report) -> float:
    """How much two claims are one, between 0 and 1; 0 where they are not."""
    one, other = old.mention, new.mention
    if one.act != other.act and not (_denies(old, new) or _denies(new, old)):
        return 0.0
    common = len(one.stems & other.stems) / max(1, len((one.stems | other.stems) - {one.act, other.act}))
    return min(1.0, common) if common >= (_SAME if _others(old, new) else _ALIKE) else 0.0


def _others(old: Report, new: Report) -> bool:
    """Whether two claims name someone else as the one who did it."""
    known = {old.mention.actor, new.mention.actor} - UNKNOWN_ACTOR - {""}
    return len(known) > 1


def _denies(one: Report, other: Report) -> bool:
    """Whether what the one denies is what the other tells."""
    denied, told = one.mention.status is Status.DENIED, other.mention.status is not Status.DENIED
    return denied and told and other.mention.act in one.mention.stems


def _differences(old: Report, new: Report) -> Iterator[Difference]:
    one, other = old.mention, new.mention
    if one.status is not other.status:
        yield Difference(About.STATUS, one.status, other.status)
    if one.act != other.act:
        return  # a denial is of the act, and has a day of its own
    days = edtf.write(old.interval), edtf.write(new.interval)
    if days[0] != days[1] and {old.basis, new.basis} != {Basis.BOUND}:
        yield Difference(About.DAY, *days)
    yield from _numbers(one.numbers, other.numbers)
    if _others(old, new):
        yield Difference(About.WHO, one.actor, other.actor)


def _numbers(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[Difference]:
    """Where other numbers are given for the same thing."""
    for noun in dict.fromkeys(figure.noun for figure in (*old, *new)):
        before, after = ([one for one in given if one.noun == noun] for given in (old, new))
        if {one.count for one in before} != {one.count for one in after}:
            yield Difference(About.NUMBER, _said(before), _said(after))


def _said(figures: Sequence[Figure]) -> str:
    return ", ".join(f"{one.count:,.10g} {one.said}" for one in figures)
