"""How much is told of each date: by how many independent articles, ahead of it, at the time or looking back."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from timeline.core import calendar
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at
from timeline.core.outline import Outline, Telling

_BACK: Final = 2 * calendar.DAY
"""From when on an article looks back: the day after, a paper still brings the news of the day."""
_LOOKS_BACK: Final = 2.0
_IN_PASSING: Final = 0.5
_AHEAD: Final = 0.1
"""How much an article counts that looks back at a date, that only names in passing what happened, or that appeared
before the date, which had still to bring what was announced. Chosen on two topics of bench/timelines.py."""

Published = Mapping[str, Interval]
Told = Mapping[Interval, Sequence[Telling]]


def date_of(interval: Interval) -> Interval | None:
    """The day that holds a time, else the time itself, whatever its zone; a night is of the day on which it begins.

    None for a time that is open.
    """
    if not interval.bounded:
        return None
    if interval.end - interval.start > calendar.DAY:
        return Interval(interval.start, interval.end)
    return unit_at(interval.start, G.DAY)


def told(outlines: Iterable[Outline]) -> Told:
    """What is told of each date: by the time that a report itself gives, which need not be that of its event."""
    found: dict[Interval, list[Telling]] = defaultdict(list)
    for outline in outlines:
        for telling in outline.tellings:
            date = date_of(telling.interval)
            if date is not None:
                found[date].append(telling)
    return found


def weight(date: Interval, tellings: Iterable[Telling], published: Published) -> float:
    """How much is told of a date: its independent articles, each by the best of what it tells.

    What was only said on a date does not count.
    """
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.article].append(telling)
    return math.fsum(
        _turned(article, date, published) * max(map(_worth, by_article[article]))
        for article in _independent(by_article, published)
    )


def looks_back(article: str, date: Interval, published: Published) -> bool:
    """Whether an article appeared so long after a date that it tells of it once more."""
    return _appeared(article, published) - date.start >= _BACK


def _turned(article: str, date: Interval, published: Published) -> float:
    """What an article counts by when it appeared; one that may have appeared at any time counts once."""
    if looks_back(article, date, published):
        return _LOOKS_BACK
    ahead = calendar.BEGINNING < _appeared(article, published) < date.start
    return _AHEAD if ahead else 1.0


def _worth(telling: Telling) -> float:
    if telling.statement:
        return 0.0
    return 1.0 if telling.told else _IN_PASSING


def _independent(by_article: Mapping[str, Sequence[Telling]], published: Published) -> Iterator[str]:
    """The articles without those that print a sentence of one that appeared shortly before: they are of one origin.
    Printed again later, it is a look back."""
    latest: dict[str, float] = {}
    for article in sorted(by_article, key=lambda a: (_appeared(a, published), a)):
        at = _appeared(article, published)
        sentences = {telling.sentence for telling in by_article[article]}
        if all(sentence not in latest or at - latest[sentence] >= _BACK for sentence in sentences):
            yield article
            latest |= dict.fromkeys(sentences, at)


def _appeared(article: str, published: Published) -> float:
    return published[article].start if article in published else calendar.BEGINNING
