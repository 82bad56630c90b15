"""Which event stands for a date: one that many articles tell of that date, in the words in which the date is told and
that belong to the story."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from timeline.chronology import counting
from timeline.chronology.counting import Published, Told
from timeline.core.interval import Interval
from timeline.core.mention import Status
from timeline.core.outline import Outline, Telling

_ASIDE: Final = 0.25
"""The power that dampens how much of its sentence a title tells: a good one is shorter too. Chosen, as the rest of the
merit, by how near the sentences come to those of editors on two topics of bench/timelines.py."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """The words of a story: how many articles use each, on how many dates, and how many dates there are."""

    words: Weights
    spread: Mapping[str, int]
    dates: int

    @staticmethod
    def of(outlines: Iterable[Outline], told: Told) -> "Story":
        """The story that these events make, with what is told of each date."""
        used = _articles(telling for outline in outlines for telling in outline.tellings)
        spread = Counter(word for tellings in told.values() for word in {w for t in tellings for w in t.stems})
        return Story(_unit({word: float(len(articles)) for word, articles in used.items()}), spread, len(told))

    def words_of(self, tellings: Iterable[Telling]) -> Weights:
        """The words of a date: how many articles use each, the more the fewer other dates have it."""
        used = _articles(tellings)
        return _unit({w: len(articles) * math.log1p(self.dates / self.spread[w]) for w, articles in used.items()})


def best(
    date: Interval, events: Iterable[Outline], told: Iterable[Telling], story: Story, published: Published
) -> Outline:
    """The event of a date to stand for it; told is what is told of the date. Of equals it is the first by title."""
    words = story.words_of(told)

    def merit(event: Outline) -> tuple[float, int]:
        own = _own(event, date)
        if own is None:
            return 0.0, 0
        central = _cosine(own.stems, words) * _cosine(own.stems, story.words) * _whole(event, own)
        return math.log1p(_tellers(event, date, published)) * central * _told(event, own, date), len(event.tellings)

    return max(sorted(events, key=lambda e: (e.title, e.id)), key=merit)


def _own(event: Outline, date: Interval) -> Telling | None:
    """The report that gives the event its title: of equals one of the date."""
    own = [telling for telling in event.tellings if telling.titled]
    return max(own, key=lambda telling: counting.date_of(telling.interval) == date, default=None)


def _told(event: Outline, own: Telling, date: Interval) -> int:
    """1, and one more each for being told by itself, on the date, and as something that happened."""
    return 1 + own.told + (counting.date_of(own.interval) == date) + (event.status is Status.OCCURRED)


def _whole(event: Outline, own: Telling) -> float:
    """How far the title of an event tells its sentence, and is not an aside in it."""
    return math.pow(min(1.0, len(event.title) / max(1, len(own.sentence))), _ASIDE)


def _tellers(event: Outline, date: Interval, published: Published) -> int:
    """How many articles tell the event of the date, those that look back counted twice."""
    articles = {telling.article for telling in event.tellings if counting.date_of(telling.interval) == date}
    return len(articles) + sum(counting.looks_back(article, date, published) for article in articles)


def _articles(tellings: Iterable[Telling]) -> Mapping[str, set[str]]:
    """The articles that use each word."""
    found: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        for word in telling.stems:
            found[word].add(telling.article)
    return found


def _unit(weights: Weights) -> Weights:
    """The same, of length 1."""
    length = math.hypot(*weights.values()) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _cosine(words: frozenset[str], weights: Weights) -> float:
    return math.fsum(weights.get(word, 0.0) for word in words) / math.sqrt(len(words) or 1)
