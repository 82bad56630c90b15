"""Deeds: what one article says of one act, gathered from all the sentences in which it names it, as it is compared with
what other articles say."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from timeline.core import calendar
from timeline.core.interval import UNKNOWN, Interval, whole_days
from timeline.core.mention import Basis, Report, Status
from timeline.events import vocabulary
from timeline.events.units import common, place, shingles

LEAD: Final = 700
"""Characters from the start of a text within which news is told first."""
_LINKS: Final = frozenset({"to", "of", "in", "on"})
"""Words of phrases that are not kept of what a verb goes with."""
UNKNOWN_ACTOR: Final = frozenset({"he", "she", "it", "they", "who", "that", "which"})


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """The reports of one act in one article.

    root is the verb of the act, families its kinds; who and what are single words, arguments these and where; days are
    the first seconds of the days on which its reports lie; explicit is the interval that words in its own clause give,
    else UNKNOWN, and timed whether there is one.
    """

    reports: tuple[Report, ...]
    article: str
    act: str
    root: str
    nominal: float
    families: frozenset[str]
    who: frozenset[str]
    what: frozenset[str]
    arguments: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    shingles: frozenset[tuple[str, ...]]
    sentences: frozenset[int]
    days: frozenset[float]
    explicit: Interval
    timed: bool
    limit: Interval
    planned: bool
    lead: bool
    common: float


def gather(reports: Iterable[Report]) -> tuple[Deed, ...]:
    """The deeds of some reports, in the order of (article, place). An act that an article puts at several explicit
    times is several deeds."""
    acts: dict[tuple[str, str, bool], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=place):
        planned = report.mention.status is Status.PLANNED
        acts[report.article, act(report), planned].append(report)
    found = [own for same in acts.values() for own in _by_time(same)]
    return tuple(_deed(own) for own in sorted(found, key=lambda own: place(own[0])))


def sentences(deeds: Iterable[Deed]) -> set[tuple[str, int]]:
    """The sentences that name some deeds, by article and start."""
    return {(deed.article, start) for deed in deeds for start in deed.sentences}


def act(report: Report) -> str:
    """The verb of what a report tells, with its particle; for a noun the verb that it is made from."""
    return vocabulary.verb_of(report.mention.act) if report.mention.nominal else report.mention.act


def _by_time(reports: list[Report]) -> Iterable[list[Report]]:
    """The reports of each explicit time; those without one go with the only time that there is if it fits, else by
    themselves."""
    timed: dict[Interval | None, list[Report]] = defaultdict(list)
    for report in reports:
        timed[whole_days(report.interval) if report.basis is Basis.EXPLICIT else None].append(report)
    if len(timed) == 2 and None in timed:
        (only,) = (time for time in timed if time)
        timed[only] = [r for r in reports if r.interval.overlaps(only)]
        timed[None] = [r for r in reports if not r.interval.overlaps(only)]
    return [own for own in timed.values() if own]


def _deed(reports: list[Report]) -> Deed:
    mentions = [report.mention for report in reports]
    first, named = reports[0], act(reports[0])
    words = {(m.act, m.nominal) for m in mentions}
    who = _words([m.actor for m in mentions]) - UNKNOWN_ACTOR
    what = _words([word for m in mentions for word in m.objects])
    arguments = who.union(what, _words([word for m in mentions for word in m.places]))
    explicit = next((r.interval for r in reports if r.basis is Basis.EXPLICIT), UNKNOWN)
    return Deed(
        tuple(reports),
        first.article,
        act=named,
        root=named.split(" ")[0],
        nominal=sum([m.nominal for m in mentions]) / len(mentions),
        families=_union([_families(word, noun, arguments) for word, noun in words]),
        who=who,
        what=what,
        arguments=arguments,
        stems=_union([m.stems for m in mentions]),
        names=_words([name.text.lower() for m in mentions for name in m.names]),
        shingles=frozenset([run for m in mentions for quotation in m.quotations for run in shingles(quotation)]),
        sentences=frozenset([m.start for m in mentions]),
        days=frozenset([day for report in reports if (day := _day(report)) is not None]),
        explicit=explicit,
        timed=not explicit.unknown,
        limit=common([report.interval for report in reports if _limits(report)]),
        planned=first.mention.status is Status.PLANNED,
        lead=min([m.start for m in mentions]) < LEAD,
        common=max([vocabulary.common(word.split(" ")[0], noun=noun) for word, noun in words]),
    )


def _families(word: str, noun: bool, arguments: frozenset[str]) -> frozenset[str]:
    """The families of a word, and those of the phrases that a verb makes with what it goes with: 'took hostages'."""
    own = vocabulary.families(word, noun=noun)
    verb, *particle = word.split(" ")
    if noun or not (phrases := vocabulary.phrases(verb)):
        return own
    beside = arguments.union(particle)
    return own.union(
        family for (_, *rest), family in phrases if not beside.isdisjoint(rest) and beside | _LINKS >= {*rest}
    )


def _limits(report: Report) -> bool:
    """Whether its time is one that the act must keep to: told near by, or what tense and publication allow."""
    return report.basis is Basis.BOUND or (report.basis is Basis.INFERRED and report.mention.told)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(texts).split())


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return sets[0].union(*sets[1:]) if len(sets) > 1 else sets[0]


def _day(report: Report) -> float | None:
    """The first second of the day that words near the act give."""
    near = report.basis in {Basis.EXPLICIT, Basis.INFERRED} and report.interval.bounded
    short = near and report.interval.end - report.interval.start <= calendar.DAY
    return report.interval.start // calendar.DAY * calendar.DAY if short else None
