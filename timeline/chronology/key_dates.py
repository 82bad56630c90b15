"""What matters most in a story: the dates of which most articles tell, and the event that stands for each.

Counting the articles that themselves give a day is the strongest simple sign of a key date. Counting those whose event
has the day is a weaker one, since a large event has asides of other days, and so is how many articles appeared on it
(measured by bench/timelines.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.chronology import counting, standing
from timeline.chronology.counting import Published
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.core.outline import Outline


@dataclass(frozen=True, slots=True)
class Key:
    """The event that stands for a key date; the date of rank 1 matters most."""

    outline: Outline
    rank: int


def choose(
    outlines: Sequence[Outline], published: Published, count: int, within: Interval | None = None
) -> tuple[Key, ...]:
    """The count key dates of these events, or all where there are fewer, as their events in the order of time.

    A date is a day; longer dates, such as a month, come after all days. published has when each article appeared. No
    date lies outside within, even where a night that begins on it reaches in.
    """
    told, dates = counting.told(outlines), _by_date(outlines, within)
    weights = {date: counting.weight(date, told.get(date, ()), published) for date in dates}
    ranked = sorted(dates, key=lambda date: (_long(date), -weights[date], date.start, date.end))[:count]
    story = standing.Story.of(outlines, told)
    found = [
        Key(standing.best(date, dates[date], told.get(date, ()), story, published), rank)
        for rank, date in enumerate(ranked, start=1)
    ]
    return tuple(sorted(found, key=lambda key: key.outline.order))


def _by_date(outlines: Iterable[Outline], within: Interval | None) -> dict[Interval, list[Outline]]:
    """The events of each date; those without one, with one that is open, or with several claimed are of none."""
    found: dict[Interval, list[Outline]] = defaultdict(list)
    for outline in outlines:
        date = counting.date_of(outline.interval)
        if date is not None and not outline.disputed and (within is None or date.overlaps(within)):
            found[date].append(outline)
    return found


def _long(date: Interval) -> bool:
    return date.granularity is not G.DAY
