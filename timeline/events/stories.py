"""The stories of a collection: mostly one; where there are several, the same word in two of them is of two events.

Articles are vectors of words (Salton & Buckley 1988), each known by a number of 32 bits: fewer would make some of the
words of 100,000 short articles one, and link everything with everything. Words weigh by how rare they are in English,
not in the collection: whether two articles are linked depends on these two alone. A story is all that is linked, so an
article more can only join stories, and concerns no others.
"""

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline.core import calendar
from timeline.core.mention import Mention
from timeline.core.profile import Gist
from timeline.events import vocabulary

_LINKED: Final = 0.2
"""The cosine from which two articles of one week are of one story. With it, and what follows, the ten development
stories are told apart without an error when they are read together; one article falls out of its own."""
_FADING: Final = 0.02
"""How much more alike they must be for every doubling of the time between them: what is told months later in much the
same words is seldom the same story."""
_WEEK: Final = 7 * calendar.DAY
_KEPT: Final = 64
"""Words that stand for an article, the weightiest."""
_NAME: Final = 6.0
"""What a word of a name weighs."""
_RAREST: Final = 8.0
"""What a word weighs that English has, and a sample of it has not."""
_WORD: Final = np.dtype([("number", "<u4"), ("weight", "<f2")])


def words(mentions: Iterable[Mention]) -> bytes:
    """The weightiest words of an article: numbers and weights, of length 1 together; empty where it has none."""
    counts = _counts(mentions)
    weighed = sorted((-(1 + math.log(n)) * _weight(word), word) for word, n in counts.items())[:_KEPT]
    length = math.hypot(*(negative for negative, _ in weighed))
    found = sorted((zlib.crc32(word.encode()), -negative / length) for negative, word in weighed if length)
    return np.array(found, _WORD).tobytes()


def split(gists: Mapping[str, Gist]) -> list[list[str]]:
    """The articles by story, in their order; stories by their first article."""
    found: dict[str, list[str]] = defaultdict(list)
    for article, story in regrouped({}, gists, gists).items():
        found[story].append(article)
    return sorted(found.values())


def regrouped(known: Mapping[str, str], gists: Mapping[str, Gist], changed: Collection[str]) -> dict[str, str]:
    """The story of each article that is in a story with a changed one, or was; stories go by their first article.

    known has the stories of the articles as they were before, gists has all that there are now: changed ones are
    new, gone or not what they were.
    """
    articles = sorted(gists)
    at = {article: i for i, article in enumerate(articles)}
    broken = {known[article] for article in changed if article in known}
    loose = [i for a, i in at.items() if a in changed or known[a] in broken]
    stories = np.arange(len(articles))
    for article in known.keys() - changed:
        if known[article] not in broken:
            stories[at[article]] = at[known[article]]
    for near in _near([gists[article] for article in articles], loose):
        joined = stories[near]
        if np.any(joined != joined[0]):
            stories[np.isin(stories, np.unique(joined))] = joined.min()
    wanted = set(stories[loose])
    return {articles[i]: articles[story] for i, story in enumerate(stories) if story in wanted}


def _near(gists: Sequence[Gist], loose: Sequence[int]) -> Iterator[NDArray[np.intp]]:
    """For each of the loose articles those that are linked with it, itself among them.

    Only what has a word in common is multiplied: of 2,000 articles that takes half as long as the product of whole
    vectors, of 20,000 a tenth; and two articles are as alike from either side, to the last digit.
    """
    starts = np.array([gist.appeared.start for gist in gists])
    ends = np.array([gist.appeared.end for gist in gists])
    words = [np.frombuffer(gist.words, _WORD) for gist in gists]
    numbers, first, articles, weights = _postings(words)
    for i in loose:
        own = words[i]["weight"].astype(np.float64)
        spans = [slice(first[at], first[at + 1]) for at in np.searchsorted(numbers, words[i]["number"])]
        found = np.concatenate([articles[:0], *(articles[span] for span in spans)])
        products = np.concatenate([weights[:0], *(w * weights[span] for w, span in zip(own, spans, strict=True))])
        alike = np.bincount(found, products, len(gists))
        near = np.flatnonzero(alike >= _LINKED)
        apart = np.maximum(0.0, np.maximum(starts[near] - ends[i], starts[i] - ends[near]))
        linked = alike[near] >= _LINKED + _FADING * np.log2(1 + apart / _WEEK)
        yield np.append(near[linked], i)


def _postings(
    words: Sequence[NDArray[np.void]],
) -> tuple[NDArray[np.uint32], NDArray[np.intp], NDArray[np.int32], NDArray[np.float64]]:
    """The numbers of all words; where those of each begin, and end with the next one's, among the articles that have
    them and the weights that these give them."""
    owners = np.repeat(np.arange(len(words), dtype=np.int32), [len(own) for own in words])
    every = np.concatenate([np.empty(0, _WORD), *words])
    order = np.argsort(every["number"], kind="stable")
    numbers, first = np.unique(every["number"][order], return_index=True)
    return numbers, np.append(first, len(every)), owners[order], every["weight"][order].astype(np.float64)


def _weight(word: str) -> float:
    """How rare a word is: a constant for names, which have capitals."""
    if word[:1].isupper():
        return _NAME
    return max(0.0, _RAREST - max(vocabulary.common(word, noun=True), vocabulary.common(word, noun=False)))


def _counts(mentions: Iterable[Mention]) -> Counter[str]:
    """In how many sentences each word stands: stems, and names with a capital."""
    sentences: dict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        sentences[mention.start] |= mention.stems | {word for name in mention.names for word in name.text.split()}
    return Counter(word for own in sentences.values() for word in own)
