"""How many articles, sources and independent origins report an event.

An origin is a group of sources of which none is independent of all the others: they print one sentence or one text,
cite one outlet, carry one agency's report or have one owner. Whatever is added can only join such groups, so a copy
never raises their number, and two articles of one source are one origin.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from timeline.core.event import Corroboration
from timeline.core.mention import Report
from timeline.events import outlets
from timeline.events.ties import Ties

_WORD: Final = re.compile(r"\w+")
_COPIED: Final = 70
"""Per cent of the words of two sentences that both have, from which they are one text with edits; independent
sentences stay under half of it."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """What is known of the articles of a collection besides the reports of one event."""

    families: Mapping[str, str] = field(default_factory=dict)
    """The text that an article is a copy or a rewriting of, by its first article (copies.families)."""
    credits: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The agencies whose report an article is (outlets.credited)."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """The owner of a source, where it is known."""
    outlets: frozenset[str] = frozenset()
    """The keys of the collection's sources (outlets.key)."""


_NOTHING: Final = Dependence()


def count(reports: Sequence[Report], known: Dependence = _NOTHING) -> Corroboration:
    """Articles, sources, and groups of sources that do not depend on one another, in whatever order they come."""
    articles, sources = {report.article for report in reports}, {report.source for report in reports}
    origins = _origins(reports, known) if len(sources) > 1 else len(sources)
    return Corroboration(len(articles), len(sources), origins)


def _origins(reports: Sequence[Report], known: Dependence) -> int:
    """How many groups of sources there are that do not depend on one another."""
    ties = Ties({_source(report.source) for report in reports})
    for source, article in {(report.source, report.article) for report in reports}:
        for origin in _of_article(source, article, known):
            ties.join(_source(source), origin)
    for source, text, speaker in {(r.source, r.mention.text, r.mention.speaker) for r in reports}:
        for outlet in outlets.cited(text, speaker, known.outlets):
            ties.join(_source(source), f"outlet {outlet}")
    for one, other in _copies(reports):
        ties.join(_source(one), _source(other))
    return len({ties.of(_source(report.source)) for report in reports})


def _source(name: str) -> str:
    """A source in the ties: an outlet that others may cite by another form of its name."""
    return f"outlet {outlets.key(name) or name}"


def _of_article(source: str, article: str, known: Dependence) -> Iterator[str]:
    """What an article depends on: texts, owners and agencies."""
    if family := known.families.get(article):
        yield f"text {family}"
    if owner := known.owners.get(source):
        yield f"owner {owner}"
    yield from (f"outlet {key}" for key in known.credits.get(article, frozenset()))


def _copies(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """Pairs of sources that print one sentence, perhaps with edits.

    Two sets with this overlap share a word among their rarest, so only sentences that do are compared (Chaudhuri,
    Ganti and Kaushik, A primitive operator for similarity joins, 2006).
    """
    sources: dict[frozenset[str], set[str]] = defaultdict(set)
    for text, source in {(report.mention.text, report.source) for report in reports}:
        sources[frozenset(_WORD.findall(text.lower()))].add(source)
    printed = sorted(((words, min(own)) for words, own in sources.items()), key=_order)
    yield from ((source, other) for words, source in printed for other in sources[words] - {source})
    frequency = Counter(word for words, _ in printed for word in words)
    held: dict[str, list[int]] = defaultdict(list)
    for number, (words, source) in enumerate(printed):
        rarest = sorted(words, key=lambda word: (frequency[word], word))
        prefix = rarest[: len(words) + _COPIED * len(words) // -100 + 1]
        for other in sorted({i for word in prefix for i in held[word]}):
            if 100 * len(words & printed[other][0]) >= _COPIED * len(words | printed[other][0]):
                yield source, printed[other][1]
        for word in prefix:
            held[word].append(number)


def _order(printed: tuple[frozenset[str], str]) -> tuple[list[str], str]:
    return sorted(printed[0]), printed[1]
