"""What matters most in a story: the dates of which most articles tell, and the event that stands for each.

Counting the articles that tell of a day is the strongest simple sign of a key date; how many appeared on it is a weaker
one (measured by bench/timelines.py).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.chronology import standing
from timeline.core import calendar
from timeline.core.event import Event
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at

_BACK: Final = 2 * calendar.DAY
"""From when on an article looks back: the day after, a paper still brings the news of the day."""

Published = Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """The event that stands for a key date; the date of rank 1 matters most."""

    event: Event
    rank: int


def choose(events: Iterable[Event], published: Published, count: int) -> tuple[KeyEvent, ...]:
    """The count key dates of these events, or all where there are fewer, as their events in the order of time.

    A date is a day; longer dates, such as a month, come after all days. published has when each article appeared.
    """
    told = _by_date(events)
    ranked = sorted(told, key=lambda date: (_long(date), -_weight(date, told[date], published), date.start, date.end))
    story = standing.Story.of(told)
    found = [KeyEvent(standing.best(told[date], story), rank) for rank, date in enumerate(ranked[:count], start=1)]
    return tuple(sorted(found, key=lambda key: (*key.event.date.order, key.event.title, key.event.id)))


def _by_date(events: Iterable[Event]) -> dict[Interval, list[Event]]:
    """The events of each date; those without one, with one that is open, or with several claimed are of none."""
    found: dict[Interval, list[Event]] = defaultdict(list)
    for event in events:
        if event.date.interval.bounded and not event.date.claimed:
            found[_date(event.date.interval)].append(event)
    return found


def _date(interval: Interval) -> Interval:
    """The day that holds a time, else the time itself, whatever its zone; a night is of the day on which it begins."""
    if interval.end - interval.start > calendar.DAY:
        return Interval(interval.start, interval.end)
    return unit_at(interval.start, G.DAY)


def _long(date: Interval) -> bool:
    return date.granularity is not G.DAY


def _weight(date: Interval, events: Sequence[Event], published: Published) -> int:
    """How many articles tell of the date independently, those that look back at it counted twice."""
    articles = _independent(events, published)
    return len(articles) + sum(_appeared(article, published) - date.start >= _BACK for article in articles)


def _independent(events: Sequence[Event], published: Published) -> Collection[str]:
    """The articles that tell these events, without those that print a sentence of one that appeared shortly before:
    they are of one origin. Printed again later, it is a look back."""
    printed = _sentences(events)
    found: list[str] = []
    latest: dict[str, float] = {}
    for article in sorted(printed, key=lambda a: (_appeared(a, published), a)):
        at = _appeared(article, published)
        if all(sentence not in latest or at - latest[sentence] >= _BACK for sentence in printed[article]):
            found.append(article)
            latest |= dict.fromkeys(printed[article], at)
    return found


def _sentences(events: Iterable[Event]) -> dict[str, set[str]]:
    """The sentences in which each article tells these events."""
    found: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for report in event.reports:
            found[report.article].add(report.mention.text.casefold())
    return found


def _appeared(article: str, published: Published) -> float:
    """When an article appeared; one that may have appeared at any time looks back at nothing."""
    return published[article].start if article in published else calendar.BEGINNING
