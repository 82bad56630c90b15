"""Units of comparison: a report by itself, or the sentences in which one article lets one speaker speak."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Final

from timeline.core.interval import UNKNOWN, Interval
from timeline.core.mention import Basis, Report, Status
from timeline.events import lexicon, vocabulary

_SHINGLE: Final = 5
"""Words in a row that two quotations must share to be the same words; shorter runs are common phrases."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Unit:
    """Reports of one article that are one act, and what they have together; timed says that an expression dates
    them."""

    reports: tuple[Report, ...]
    article: str
    acts: frozenset[str]
    kinds: frozenset[str]
    """The families of its acts (families.toml), none of words."""
    doers: frozenset[str]
    participants: frozenset[str]
    stems: frozenset[str]
    shingles: frozenset[tuple[str, ...]]
    numbers: frozenset[tuple[float, str]]
    sentences: frozenset[int]
    interval: Interval
    timed: bool
    statement: bool
    planned: bool


def gather(reports: Iterable[Report]) -> tuple[Unit, ...]:
    """The units of some reports, in the order of (article, place): what one speaker says in one article is one act of
    speaking, unless two times are given for it."""
    speeches: dict[tuple[str, str], list[Report]] = {}
    units: list[list[Report]] = []
    for report in sorted(reports, key=place):
        key = (report.article, report.mention.actor)
        speech = speeches.get(key)
        if report.mention.statement and report.mention.actor and speech and not _another_time(speech, report):
            speech.append(report)
            continue
        units.append([report])
        if report.mention.statement and report.mention.actor:
            speeches[key] = units[-1]
    return tuple(_unit(tuple(unit)) for unit in units)


def place(report: Report) -> tuple[str, int, str, str]:
    """A total order of reports that does not depend on their arrival."""
    return report.article, report.mention.start, report.mention.act, report.mention.title


def _another_time(speech: list[Report], report: Report) -> bool:
    same_sentence = any(r.mention.start == report.mention.start for r in speech)
    timed = report.basis is Basis.EXPLICIT
    return same_sentence or (timed and any(r.basis is Basis.EXPLICIT and r.interval != report.interval for r in speech))


def _unit(reports: tuple[Report, ...]) -> Unit:
    mentions = [report.mention for report in reports]
    doers = frozenset(lexicon.family(word) for m in mentions for word in m.actor.split())
    objects = frozenset(lexicon.family(word) for m in mentions for one in m.objects for word in one.split())
    timed = [report.interval for report in reports if report.basis is Basis.EXPLICIT]
    return Unit(
        reports,
        reports[0].article,
        frozenset("say" if m.statement else lexicon.family(m.act) for m in mentions),
        frozenset().union(*(vocabulary.families(m.act, noun=m.nominal) for m in mentions if not m.statement)),
        doers,
        doers | objects,
        frozenset().union(*(m.stems for m in mentions)),
        frozenset(shingle for m in mentions for quotation in m.quotations for shingle in shingles(quotation)),
        frozenset((figure.count, figure.noun) for m in mentions for figure in m.numbers),
        frozenset(m.start for m in mentions),
        timed[0] if timed else common(report.interval for report in reports),
        bool(timed),
        mentions[0].statement,
        mentions[0].status is Status.PLANNED,
    )


def common(intervals: Iterable[Interval]) -> Interval:
    """What all of some intervals allow; UNKNOWN where there are none."""
    return reduce(lambda known, more: more if known.unknown else known.intersect(more), intervals, UNKNOWN)


def shingles(quotation: str) -> Iterable[tuple[str, ...]]:
    """The runs of words by which quotations are recognised."""
    words = _WORD.findall(quotation.lower())
    return (tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
