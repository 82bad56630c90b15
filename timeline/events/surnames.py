"""Whose name a surname is: that of the one full name that ends so in its article, else in the collection."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Words = tuple[str, ...]
"""The parts of a name (naming.words)."""


@dataclass(frozen=True, slots=True)
class FullNames:
    """The full names of a collection, each with the fullest way in which the same person is named."""

    fullest: Mapping[Words, Words]
    lasts: Mapping[tuple[str, str], frozenset[Words]]
    """By article and last word; the article '' has those of the collection."""
    firsts: Mapping[tuple[str, str], frozenset[Words]]
    """The same by first word."""

    def of(self, article: str, name: Words, person: bool, elsewhere: bool) -> Words | None:
        """The full name that a name of this article stands for; None where there is none, or more than one.

        person lets a first name stand for somebody of the article, elsewhere a surname for somebody of the collection.
        """
        if len(name) > 1:
            return self.fullest.get(name)
        if own := self.lasts.get((article, name[0])):
            return _one(own)
        called = _one(self.firsts.get((article, name[0]), frozenset())) if person else None
        return called or (_one(self.lasts.get(("", name[0]), frozenset())) if elsewhere else None)

    def surname(self, article: str, word: str) -> bool:
        """Whether a full name of this article ends in this word."""
        return (article, word) in self.lasts

    def part(self, word: str) -> bool:
        """Whether any full name of the collection begins or ends with this word."""
        return ("", word) in self.lasts or ("", word) in self.firsts


def gather(full: Iterable[tuple[str, Words]]) -> FullNames:
    """The full names, given as (article, words), at least two words each."""
    found = sorted(set(full))
    articles = Counter(name for _, name in found)
    whole = {name: _within(name, articles) for name in articles}
    same = _fullest(whole.values())
    fullest = {name: same[inner] for name, inner in whole.items()}
    lasts: dict[tuple[str, str], set[Words]] = defaultdict(set)
    firsts: dict[tuple[str, str], set[Words]] = defaultdict(set)
    for article, name in found:
        lasts[article, name[-1]].add(fullest[name])
        lasts["", name[-1]].add(fullest[name])
        firsts[article, name[0]].add(fullest[name])
        firsts["", name[0]].add(fullest[name])
    return FullNames(fullest, *({key: frozenset(held) for key, held in table.items()} for table in (lasts, firsts)))


def _within(name: Words, articles: Counter[Words]) -> Words:
    """The name itself, or the better known one that it begins or ends with: a headline's words cling to a name."""
    sizes = range(2, len(name))
    parts = [part for size in sizes for part in (name[:size], name[-size:]) if articles[part] > articles[name]]
    return max(parts, key=lambda part: (articles[part], part), default=name)


def _fullest(names: Iterable[Words]) -> dict[Words, Words]:
    """Anna Berg, Anna M. Berg and Anna Maria Berg are one, unless there is an Anna K. Berg too."""
    alike: dict[tuple[str, str], list[Words]] = defaultdict(list)
    for name in sorted(set(names)):
        alike[name[0], name[-1]].append(name)
    found: dict[Words, Words] = {}
    for held in alike.values():
        middles = {tuple(word[0] for word in name[1:-1]) for name in held} - {()}
        longest = max(held, key=lambda name: (len(" ".join(name)), name))
        found |= {name: longest if len(middles) <= 1 else name for name in held}
    return found


def _one(names: frozenset[Words]) -> Words | None:
    return next(iter(names)) if len(names) == 1 else None
