"""Scoring a timeline against the gold of a seed story: which expected events are found, on their day, by whom."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.core import edtf
from timeline.core.event import Event


@dataclass(frozen=True, slots=True)
class Gold:
    """An event that a careful reader expects; sentences are (article, quoted sentence), dates every right EDTF."""

    event: str
    dates: frozenset[str]
    articles: frozenset[str]
    sentences: frozenset[tuple[str, str]]
    expected: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What the timeline has for a gold event; None where it has nothing."""

    gold: Gold
    event: Event | None

    @property
    def found(self) -> bool:
        """Whether an event tells it."""
        return self.event is not None

    @property
    def dated(self) -> bool:
        """Whether that event has the right date."""
        return self.event is not None and (edtf_of(self.event) in self.gold.dates or self._finer(self.event))

    def _finer(self, event: Event) -> bool:
        """Whether the event's time lies within an expected day, told to the hour or minute, or has limits only where it
        is expected to be undated."""
        if "" in self.gold.dates and not event.date.interval.bounded:
            return True
        days = [edtf.read(date) for date in self.gold.dates if len(date) == len("2024-11-05")]
        return any(event.date.interval.within(day) and event.date.interval.bounded for day in days)

    @property
    def merged(self) -> bool:
        """Whether every article that reports it is among the event's."""
        return self.event is not None and self.gold.articles <= {report.article for report in self.event.reports}


def edtf_of(event: Event) -> str:
    """The event's EDTF, '' where it is undated."""
    return event.date.edtf if event.date.dated else ""


def read(folder: Path) -> tuple[Gold, ...]:
    """The gold of a story, optional lines too."""
    lines = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    return tuple(_gold(json.loads(line)) for line in lines if line.strip())


def _gold(line: Mapping[str, object]) -> Gold:
    dates = [line["date"], *_strings(line.get("also"))]
    quotes = line["quotes"]
    assert isinstance(quotes, list)
    return Gold(
        str(line["event"]),
        frozenset(str(date or "") for date in dates),
        frozenset(_strings(line["articles"])),
        frozenset((quote["article"], quote["text"]) for quote in quotes),
        not line.get("optional"),
    )


def _strings(value: object) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value] if isinstance(value, list) else []


def match(golds: Sequence[Gold], events: Sequence[Event]) -> tuple[Match, ...]:
    """Each gold event with the one event that shares most of its sentences, a right date breaking ties; one to one."""
    pairs = sorted(
        ((_alike(gold, event), -i, -j) for i, gold in enumerate(golds) for j, event in enumerate(events)), reverse=True
    )
    taken: dict[int, int] = {}
    for alike, i, j in pairs:
        if alike > 0 and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return tuple(Match(gold, events[taken[i]] if i in taken else None) for i, gold in enumerate(golds))


def _alike(gold: Gold, event: Event) -> float:
    own = {(report.article, report.mention.text) for report in event.reports}
    shared = sum(any(a == b and (q in t or t in q) for b, t in own) for a, q in gold.sentences)
    if not shared:
        return 0.0
    return 2 * shared / (len(own) + len(gold.sentences)) + 0.5 * (edtf_of(event) in gold.dates)


def surplus(golds: Sequence[Gold], events: Sequence[Event]) -> Iterator[Event]:
    """Dated events that tell nothing of the gold."""
    for event in events:
        if event.date.dated and not any(_alike(gold, event) for gold in golds):
            yield event


def canonical(date: str) -> str:
    """A date as the writer writes it."""
    return edtf.write(edtf.read(date)) if date and not date.startswith("[") else date
