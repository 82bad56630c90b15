"""Which event stands for a date: one that many articles tell, in the words in which the date is told."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.mention import Basis, Report, Status

_NAMED: Final = {Basis.EXPLICIT, Basis.INFERRED}

Dates = Mapping[Interval, Sequence[Event]]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """On how many of its dates each word is used, and how many dates it has."""

    spread: Mapping[str, int]
    dates: int

    @staticmethod
    def of(dates: Dates) -> "Story":
        """The story that the events of these dates make."""
        used = Counter(word for events in dates.values() for word in set().union(*map(_words, _reports(events))))
        return Story(used, len(dates))

    def weights(self, events: Sequence[Event]) -> Weights:
        """The words of a date: how many articles use each, the more the fewer other dates have it; of length 1."""
        used: dict[str, set[str]] = defaultdict(set)
        for report in _reports(events):
            for word in _words(report):
                used[word].add(report.article)
        found = {w: math.log1p(len(a)) * math.log1p(self.dates / self.spread[w]) for w, a in used.items()}
        length = math.hypot(*found.values()) or 1.0
        return {word: weight / length for word, weight in found.items()}


def best(events: Sequence[Event], story: Story) -> Event:
    """The event of a date to stand for it; of equals the first by title."""
    weights = story.weights(events)
    return max(sorted(events, key=lambda e: (e.title, e.id)), key=lambda event: _merit(event, weights))


def _merit(event: Event, weights: Weights) -> float:
    own = next((r for r in event.reports if r.mention.title == event.title), None)
    if own is None:
        return 0.0
    dated = own.basis is Basis.EXPLICIT and own.interval.overlaps(event.date.interval)
    told = own.mention.told + dated + (event.status is Status.OCCURRED)
    return math.log1p(_articles(event)) * _central(own, weights) * (1 + told)


def _articles(event: Event) -> int:
    """How many articles name the time of the event."""
    return len({report.article for report in event.reports if report.basis in _NAMED})


def _central(report: Report, weights: Weights) -> float:
    """How much the words of a report are those of its date: the cosine of the two."""
    words = _words(report)
    return sum(weights.get(word, 0.0) for word in words) / math.sqrt(len(words) or 1)


def _words(report: Report) -> frozenset[str]:
    return report.mention.stems


def _reports(events: Iterable[Event]) -> Iterable[Report]:
    return (report for event in events for report in event.reports)
