"""From what was read to publications and events: a pure function of the readings, whatever the order in which
they came."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.chronology import (
    bounds,
    dating,
    dominant,
    doubts,
    fulfilled,
    publication,
)
from timeline.chronology.dominant import Dominant
from timeline.core.anchoring import anchor
from timeline.core.article import Publication
from timeline.core.decision import Decision, Outcome
from timeline.core.event import Event
from timeline.core.expression import Expression, Resolution
from timeline.core.interval import Interval
from timeline.core.mention import Mention, Report
from timeline.core.profile import Gist, Profile
from timeline.events import (
    alike,
    copies,
    decided,
    deeds,
    merge,
    outlets,
    stories,
    verdicts,
)
from timeline.events.alike import Weights
from timeline.events.decided import Settled
from timeline.events.origins import Dependence
from timeline.events.units import place
from timeline.services import happenings, tied

_ROUNDS = 3
"""Events date publications and publications date events: twice is enough for chains seen so far, a third round
proves it."""

Groups = tuple[tuple[Report, ...], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what was read in it."""

    page: publication.Page
    source: str
    mentions: tuple[Mention, ...]
    profile: Profile
    owner: str = ""
    """Who owns the source; empty where that is not known."""

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions of the article's text."""
        return self.page.expressions


@dataclass(frozen=True, slots=True)
class Derived:
    """Publications in the order of the articles given, and events in the order of the line, the undated last."""

    publications: tuple[Publication, ...]
    events: tuple[Event, ...]
    fulfilments: tuple[tuple[int, int], ...]
    """Plans with what became of them, as indices of events."""
    outcomes: tuple[Outcome, ...] = ()
    """How the decisions stand, in their order."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What follows for some stories: publications by article, events story by story, and how decisions stand."""

    publications: Mapping[str, Publication]
    events: tuple[tuple[Event, ...], ...]
    outcomes: tuple[Outcome, ...]


def derive(read: Sequence[Read], weights: Weights = alike.WEIGHTS, decisions: Sequence[Decision] = ()) -> Derived:
    """The publications and events that follow from the readings of one collection, and from what people decided;
    weights are of pairs of deeds.

    Each story of the collection by itself: what is told in one has no bearing on another, unless decisions tie them.
    """
    own = {one.page.article: one for one in read}
    solved = {article: publication.solve(one.page) for article, one in own.items()}
    gists = {article: Gist(one.profile.words, solved[article].interval) for article, one in own.items()}
    events: list[Event] = []
    pairs: list[tuple[int, int]] = []
    outcomes: list[Outcome] = []
    for told, said in tied.together(stories.split(gists), decisions):
        found = _together([[own[article] for article in story] for story in told], solved, weights, said)
        solved |= found.publications
        outcomes += (_moved(one, range(len(events), len(events) + _count(found))) for one in found.outcomes)
        for some in found.events:
            pairs += ((a + len(events), b + len(events)) for a, b in _fulfilments(some, found.publications))
            events += some
    order = sorted(range(len(events)), key=lambda i: _line(events[i]))
    at = sorted(range(len(events)), key=order.__getitem__)
    return Derived(
        tuple(solved[one.page.article] for one in read),
        tuple(events[i] for i in order),
        tuple(sorted((at[plan], at[happening]) for plan, happening in pairs)),
        tuple(_moved(one, at) for one in sorted(outcomes, key=lambda one: one.number)),
    )


def _line(event: Event) -> tuple[bool, float, float, str]:
    """The place of an event: those on the line, then the undated."""
    return not event.date.dated, *event.date.order, event.title


def _count(told: _Told) -> int:
    return sum(map(len, told.events))


def _moved(outcome: Outcome, at: Sequence[int]) -> Outcome:
    """How a decision stands, of events that are elsewhere now."""
    return replace(outcome, events=tuple(at[i] for i in outcome.events))


def _together(
    parts: Sequence[Sequence[Read]],
    solved: Mapping[str, Publication],
    weights: Weights,
    decisions: Sequence[Decision],
) -> _Told:
    """What follows for stories that decisions tie, or for one."""
    read = [one for part in parts for one in part]
    known = {one.page.article: solved[one.page.article] for one in read}
    settled = Settled(())
    for _ in range(_ROUNDS):
        groups = [group for part in parts for group in _groups(part, _of(part, known), weights)]
        settled = decided.settle(tuple(groups), decisions)
        told = _told(settled.groups)
        tightened = {one.page.article: _bounded(one, known, told.get(one.page.article, ())) for one in read}
        if tightened == known:
            break
        known = tightened
    known = {one.page.article: _doubted(one, known[one.page.article]) for one in read}
    events, outcomes = verdicts.given(settled, _happened(parts, known, settled))
    at, stories_of = _by_story(parts, events)
    return _Told(known, stories_of, tuple(_moved(one, at) for one in outcomes))


def _of(read: Sequence[Read], publications: Mapping[str, Publication]) -> list[Publication]:
    return [publications[one.page.article] for one in read]


def _by_story(
    parts: Sequence[Sequence[Read]], events: Sequence[Event]
) -> tuple[Sequence[int], tuple[tuple[Event, ...], ...]]:
    """The events by the stories that they begin in, and where each is then."""
    home = {one.page.article: i for i, part in enumerate(parts) for one in part}
    order = sorted(range(len(events)), key=lambda i: home[events[i].reports[0].article])
    told: list[list[Event]] = [[] for _ in parts]
    for event in events:
        told[home[event.reports[0].article]].append(event)
    return sorted(range(len(events)), key=order.__getitem__), tuple(map(tuple, told))


def _happened(
    parts: Sequence[Sequence[Read]], publications: Mapping[str, Publication], settled: Settled
) -> list[Event]:
    """The events of the groups. One that a decision made of reports of several stories is of the first of them."""
    days = {article: day for part in parts for article, day in _days(part, _of(part, publications)).items()}
    groups = [dominant.applied(group, days) for group in settled.groups]
    own = {one.page.article: one for part in parts for one in part}
    events: dict[int, Event] = {}
    for part in parts:
        articles = {one.page.article for one in part}
        mine = [at for at, group in enumerate(groups) if group[0].article in articles]
        others = {report.article for at in mine for report in groups[at]} - articles
        known = _dependence([*part, *(own[article] for article in sorted(others))])
        told = [(groups[at], settled.redated(at)) for at in mine]
        events |= zip(mine, happenings.of(told, known), strict=True)
    return [events[at] for at in range(len(groups))]


def _fulfilments(events: Sequence[Event], published: Mapping[str, Publication]) -> Iterator[tuple[int, int]]:
    """The plans of a story that came true, with what happened; what is not shown is neither."""
    shown = [i for i, event in enumerate(events) if not event.hidden]
    appeared = {article: one.interval for article, one in published.items()}
    for found in fulfilled.find([events[i] for i in shown], _verb, appeared):
        yield shown[found.plan], shown[found.happening]


def _verb(report: Report) -> str:
    return deeds.act(report).split(" ")[0]


def _groups(read: Sequence[Read], publications: Sequence[Publication], weights: Weights) -> Groups:
    """The reports of a story by event. Copies that appeared together are grouped once: they tell the same, and an act
    that only they name in passing is named by one."""
    copied: dict[tuple[str, Interval, tuple[int, ...]], list[tuple[Report, ...]]] = defaultdict(list)
    for one, published in zip(read, publications, strict=True):
        acts = tuple(mention.at for mention in one.mentions)
        copied[one.page.text, published.interval, acts].append(tuple(_dated(one, published)))
    others = {id(first): more for same in copied.values() for first, *more in zip(*same, strict=True) if more}
    groups = merge.groups([report for first, *_ in copied.values() for report in first], weights)
    if not others:
        return groups
    return tuple(
        tuple(sorted((one for report in group for one in (report, *others.get(id(report), ()))), key=place))
        for group in groups
    )


def dated_reports(read: Sequence[Read], publications: Sequence[Publication]) -> list[Report]:
    """All mentions with the time that they and their articles give them."""
    return [report for one, published in zip(read, publications, strict=True) for report in _dated(one, published)]


def _dated(read: Read, published: Publication) -> Iterator[Report]:
    by_start = {found.start: found for found in _resolved(read, published)}
    for mention in read.mentions:
        yield dating.report(read.page.article, read.source, mention, by_start, published)


def _resolved(read: Read, published: Publication) -> tuple[Resolution, ...]:
    return anchor(read.expressions, published.interval, None, read.page.article)


def _days(read: Sequence[Read], publications: Sequence[Publication]) -> Mapping[str, Dominant | None]:
    """The day of which each article mostly speaks."""
    found = [
        dominant.of(_resolved(one, published), one.mentions, published.interval)
        for one, published in zip(read, publications, strict=True)
    ]
    return dict(zip((one.page.article for one in read), dominant.weighed(found), strict=True))


def _told(groups: Groups) -> Mapping[str, Sequence[tuple[Report, ...]]]:
    """The groups in which each article has a report, in their order."""
    found: dict[str, list[tuple[Report, ...]]] = defaultdict(list)
    for group in groups:
        for article in {report.article for report in group}:
            found[article].append(group)
    return found


def _bounded(read: Read, published: Mapping[str, Publication], groups: Sequence[tuple[Report, ...]]) -> Publication:
    article = read.page.article
    return bounds.tighten(published[article], groups, article, {e.start: e for e in read.expressions})


def _doubted(read: Read, published: Publication) -> Publication:
    """The publication, doubted where the article tells as past what came after it."""
    found = doubts.before_its_events(published, read.mentions, read.expressions, read.page.article)
    return replace(published, doubts=(*published.doubts, *found)) if found else published


def _dependence(read: Sequence[Read]) -> Dependence:
    """Which articles are one text, which agencies' reports they are, and who owns their sources."""
    return Dependence(
        families=copies.families({one.page.article: one.profile.signature for one in read}),
        credits={one.page.article: one.profile.credits for one in read},
        owners={one.source: one.owner.casefold() for one in read if one.owner},
        outlets=frozenset(outlets.key(one.source) for one in read),
    )
