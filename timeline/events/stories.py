"""The stories of a collection: mostly one; where there are several, the same word in two of them is of two events.

Articles as vectors of words (Salton & Buckley 1988), joined with their nearest neighbours, and then by average linkage.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline.core.mention import Report
from timeline.events import linkage
from timeline.events.ties import Ties

_STORY: Final = 0.05
"""The mean cosine from which groups of articles are one story. The ten development stories, read together, are told
apart without an error; none of them, read by itself, falls apart."""
_NEIGHBOURS: Final = 5
"""Nearest articles, of which those are joined that are nearest to each other."""
_NEAR: Final = 0.1
"""The least cosine of neighbours that are joined outright."""
_WORDS: Final = 5_000
"""Words that are compared, those of most articles first: rarer ones hardly ever stand in two."""
_ROWS: Final = 1_000
"""Articles that are compared with all others at once."""

Vectors = NDArray[np.float32]


def split(reports: Iterable[Report]) -> list[list[Report]]:
    """The reports by story, in whatever order they come: stories by their first article."""
    by_article: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_article[report.article].append(report)
    articles = sorted(by_article)
    if len(articles) < 2:
        return [[report for own in by_article.values() for report in own]] if articles else []
    found = _stories(_vectors([_words(by_article[article]) for article in articles]))
    return [[report for i in story for report in by_article[articles[i]]] for story in found]


def _words(reports: Iterable[Report]) -> Counter[str]:
    """In how many sentences of an article each word stands: stems, and names with a capital."""
    sentences: dict[int, set[str]] = defaultdict(set)
    for report in reports:
        names = (word for name in report.mention.names for word in name.text.split())
        sentences[report.mention.start] |= report.mention.stems | set(names)
    return Counter(word for words in sentences.values() for word in words)


def _vectors(counts: Sequence[Counter[str]]) -> Vectors:
    """TF-IDF, a row of length 1 for each article. A word of every article keeps some weight: in a collection of one
    story it is what makes it one."""
    holders = Counter(word for own in counts for word in own)
    most = sorted(holders, key=lambda word: (-holders[word], word))[:_WORDS]
    words = {word: i for i, word in enumerate(most)}
    vectors = np.zeros((len(counts), len(words)), dtype=np.float32)
    for row, own in zip(vectors, counts, strict=True):
        for word, count in own.items():
            if word in words:
                row[words[word]] = (1 + math.log(count)) * math.log1p(len(counts) / holders[word])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _stories(vectors: Vectors) -> list[list[int]]:
    parts = _neighbourhoods(vectors)
    sums = np.stack([vectors[part].sum(0) for part in parts])
    sizes = np.array([len(part) for part in parts])
    means = np.round((sums @ sums.T) / np.outer(sizes, sizes), 6)
    alike = {(i, j): float(means[i, j]) for i, j in combinations(range(len(parts)), 2)}
    return sorted(sorted(k for i in group for k in parts[i]) for group in linkage.groups(len(parts), alike, _STORY))


def _neighbourhoods(vectors: Vectors) -> list[list[int]]:
    """The articles, joined where each of two is among the nearest of the other."""
    nearest = _nearest(vectors)
    ties = Ties(nearest)
    for i, own in nearest.items():
        for j in own:
            if i in nearest[j]:
                ties.join(i, j)
    parts: dict[int, list[int]] = defaultdict(list)
    for i in nearest:
        parts[ties.of(i)].append(i)
    return sorted(parts.values())


def _nearest(vectors: Vectors) -> dict[int, frozenset[int]]:
    """The nearest articles of each, of equals the first."""
    found = {}
    for first in range(0, len(vectors), _ROWS):
        alike = np.round(vectors[first : first + _ROWS] @ vectors.T, 6)
        for row, values in enumerate(alike, first):
            values[row] = 0.0
            order = np.argsort(-values, kind="stable")[:_NEIGHBOURS]
            found[row] = frozenset(int(i) for i in order if values[i] >= _NEAR)
    return found
