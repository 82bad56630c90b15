"""Who and what is named in a collection: one kind for each name, the surname with the full name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.core.event import Entity
from timeline.core.mention import Report
from timeline.core.text import Name


def settle(reports: Iterable[Report]) -> Mapping[str, Entity]:
    """The entity of each name as it is written somewhere in the reports, by its text.

    The kind is the one that the full name has most often in the collection; a last name goes with the one full name
    that ends in it.
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for name in (name for report in reports for name in report.mention.names):
        kinds[name.text][name.kind] += 1
    full = _full_names(kinds)
    return {text: Entity(full.get(text, text), _kind(kinds[full.get(text, text)])) for text in kinds}


def _kind(counts: Counter[str]) -> str:
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _full_names(kinds: Mapping[str, Counter[str]]) -> dict[str, str]:
    ends: dict[str, set[str]] = defaultdict(set)
    for text, counts in kinds.items():
        if " " in text and _kind(counts) == "person":
            ends[text.rsplit(" ", 1)[1]].add(text)
    return {last: next(iter(texts)) for last, texts in ends.items() if len(texts) == 1}


def of(reports: Sequence[Report], settled: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """The entities of an event, those named by most of its reports first."""
    counts = Counter(entity for report in reports for entity in {settled[n.text] for n in _own(report)})
    return tuple(sorted(counts, key=lambda e: (-counts[e], e.name)))


def _own(report: Report) -> tuple[Name, ...]:
    return report.mention.names
