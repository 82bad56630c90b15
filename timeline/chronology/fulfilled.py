"""Which plan came true: a planned event and the happening of the same act, by the same people, when it was due."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.interval import UNKNOWN, Interval
from timeline.core.mention import Mention, Report, Status

_LATE: Final = 7 * calendar.DAY
"""How long after the time that was planned a happening is still that of the plan: plans slip, and rarely hurry."""
_HORIZON: Final = 92 * calendar.DAY
"""How long after it was told a plan without a time is looked for."""
_SHARP: Final = 7 * calendar.DAY
"""The longest interval in which a happening can lie to be known as after its plan."""
_ENOUGH: Final = 2
"""How many who take part must be in one report of each, one of them by name; less only where a plan has no more."""
_SHORTEST: Final = 3
"""Letters of a word that stands for somebody: not the 'of' of a name."""
_NOBODY: Final = frozenset({"she", "they", "you", "who", "which", "that", "this", "those"})


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """A plan and its happening, by their indices, with what shows it: the act and who takes part in both."""

    plan: int
    happening: int
    act: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """What one report of an event says: the act, who and what takes part; when the event lies, and since when it is
    told."""

    event: int
    act: str
    parts: frozenset[str]
    named: frozenset[str]
    """Those parts that have a name."""
    interval: Interval
    told: float
    key: tuple[object, ...]
    """Where it stands among others, by what it says and not by where it was given."""


def find(
    events: Sequence[Event], word: Callable[[Report], str], published: Mapping[str, Interval]
) -> tuple[Fulfilment, ...]:
    """For each plan the happening that fits best, in the order of the plans; nothing for a plan that has none.

    word gives the verb of what a report tells, published the publication of each article. A happening may fulfil
    several plans. Only what tells of one act of somebody named is compared, near the time that was planned.
    """
    happened = _happened(events, word, published)
    best: dict[int, tuple[tuple[object, ...], Fulfilment]] = {}
    for plan in _sides(events, word, published, Status.PLANNED):
        for side in (one for name in sorted(plan.named) for one in _near(plan, happened[plan.act, name])):
            shared = plan.parts & side.parts
            if len(shared) >= _ENOUGH or shared == plan.parts:
                rank = (-len(shared), abs(side.interval.start - plan.interval.start), plan.act, *side.key)
                found = (rank, Fulfilment(plan.event, side.event, plan.act, tuple(sorted(shared))))
                best[plan.event] = min(best.get(plan.event, found), found, key=lambda one: one[0])
    return tuple(found for _, (_, found) in sorted(best.items()))


def _happened(
    events: Sequence[Event], word: Callable[[Report], str], published: Mapping[str, Interval]
) -> Mapping[tuple[str, str], Sequence[_Side]]:
    """What happened within a few days, by the act and by each of those who take part, in the order of time."""
    found: dict[tuple[str, str], list[_Side]] = defaultdict(list)
    for side in _sides(events, word, published, Status.OCCURRED):
        if side.interval.bounded and side.interval.end - side.interval.start <= _SHARP:
            for part in side.parts:
                found[side.act, part].append(side)
    for same in found.values():
        same.sort(key=lambda side: (side.interval.start, *side.key))
    return found


def _sides(
    events: Sequence[Event], word: Callable[[Report], str], published: Mapping[str, Interval], status: Status
) -> Iterator[_Side]:
    """What the reports of the events of a status say, those that give them that status; what is said is no act."""
    for index, event in enumerate(events):
        if event.status is not status or event.date.claimed or event.date.interval.unknown:
            continue
        told = min((_start(published.get(report.article)) for report in event.reports), default=calendar.BEGINNING)
        key = (event.date.interval.end, event.title, event.text)
        own = [r for r in event.reports if r.mention.status is status and not r.mention.statement]
        for act, parts, named in sorted({(word(r), _parts(r.mention), _named(r.mention)) for r in own}, key=_words):
            yield _Side(index, act, parts, named, event.date.interval, told, key)


def _words(found: tuple[str, frozenset[str], frozenset[str]]) -> tuple[str, list[str], list[str]]:
    act, parts, named = found
    return act, sorted(parts), sorted(named)


def _start(publication: Interval | None) -> float:
    return (publication or UNKNOWN).start


def _parts(mention: Mention) -> frozenset[str]:
    """The single words for who does it, to what, and where."""
    words = (word for phrase in (mention.actor, *mention.objects, *mention.places) for word in phrase.split())
    return frozenset(word for word in words if len(word) >= _SHORTEST) - _NOBODY


def _named(mention: Mention) -> frozenset[str]:
    """Those of them that have a name."""
    return frozenset(word for name in mention.names for word in name.text.lower().split()) & _parts(mention)


def _near(plan: _Side, happened: Sequence[_Side]) -> Iterator[_Side]:
    """The happenings in or near the planned time, none of them before the plan was told."""
    due = plan.interval
    last = due.end if due.end < calendar.END else max(due.start, plan.told) + _HORIZON
    first = due.start if due.start > calendar.BEGINNING else plan.told
    low = bisect_left(happened, first, key=lambda side: side.interval.start)
    high = bisect_right(happened, last + _LATE, key=lambda side: side.interval.start)
    return (side for side in happened[low:high] if side.interval.end > plan.told and side.event != plan.event)
