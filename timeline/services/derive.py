"""From what was read to publications and events: a pure function of the readings, whatever the order in which
they came."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.chronology import agreement, answers, bounds, contradictions, dating, dominant, fulfilled, publication
from timeline.chronology.dominant import Dominant
from timeline.core.anchoring import anchor
from timeline.core.article import Publication
from timeline.core.event import Event, EventDate
from timeline.core.expression import Expression, Resolution
from timeline.core.interval import Interval
from timeline.core.mention import Mention, Report, Status
from timeline.core.profile import Gist, Profile
from timeline.events import alike, copies, deeds, entities, figures, headline, merge, origins, outlets, stories
from timeline.events.alike import Weights
from timeline.events.origins import Dependence
from timeline.events.units import place

_ROUNDS = 3
"""Events date publications and publications date events: twice is enough for chains seen so far, a third round
proves it."""
_STANDING = (Status.OCCURRED, Status.PLANNED, Status.DENIED, Status.POSSIBLE)

Groups = tuple[tuple[Report, ...], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what was read in it."""

    page: publication.Page
    source: str
    mentions: tuple[Mention, ...]
    profile: Profile

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


def derive(read: Sequence[Read], weights: Weights = alike.WEIGHTS) -> Derived:
    """The publications and events that follow from the readings of one collection; weights are of pairs of deeds.

    Each story of the collection by itself: what is told in one has no bearing on another.
    """
    own = {one.page.article: one for one in read}
    solved = {article: publication.solve(one.page) for article, one in own.items()}
    gists = {article: Gist(one.profile.words, solved[article].interval) for article, one in own.items()}
    events: list[Event] = []
    fulfilments: list[tuple[Event, Event]] = []
    for story in stories.split(gists):
        told = [own[article] for article in story]
        publications, found = _story(told, [solved[article] for article in story], weights)
        solved |= dict(zip(story, publications, strict=True))
        events += found
        fulfilments += _fulfilments(found, dict(zip(story, (one.interval for one in publications), strict=True)))
    order = sorted(events, key=lambda e: (not e.date.dated, *e.date.order, e.title))
    at = {id(event): i for i, event in enumerate(order)}
    pairs = sorted((at[id(plan)], at[id(happening)]) for plan, happening in fulfilments)
    return Derived(tuple(solved[one.page.article] for one in read), tuple(order), tuple(pairs))


def _story(
    read: Sequence[Read], publications: list[Publication], weights: Weights
) -> tuple[list[Publication], list[Event]]:
    """The publications, as far as the events bound them, and the events of one story."""
    groups: Groups = ()
    for _ in range(_ROUNDS):
        groups = _groups(read, publications, weights)
        told = _told(groups)
        tightened = [_bounded(r, p, told.get(r.page.article, ())) for r, p in zip(read, publications, strict=True)]
        if tightened == publications:
            break
        publications = tightened
    days = _days(read, publications)
    dated = tuple(dominant.applied(group, days) for group in groups)
    return publications, _events(dated, _dependence(read))


def _fulfilments(events: Sequence[Event], published: Mapping[str, Interval]) -> Iterator[tuple[Event, Event]]:
    """The plans of a story that came true, with what happened."""
    for found in fulfilled.find(events, lambda report: deeds.act(report).split(" ")[0], published):
        yield events[found.plan], events[found.happening]


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


def _bounded(read: Read, published: Publication, groups: Sequence[tuple[Report, ...]]) -> Publication:
    return bounds.tighten(published, groups, read.page.article, {e.start: e for e in read.expressions})


def _dependence(read: Sequence[Read]) -> Dependence:
    """Which articles are one text, and which agencies' reports they are."""
    return Dependence(
        families=copies.families({one.page.article: one.profile.signature for one in read}),
        credits={one.page.article: one.profile.credits for one in read},
        outlets=frozenset(outlets.key(one.source) for one in read),
    )


def _events(groups: Groups, known: Dependence) -> list[Event]:
    dated = [(agreement.date(group), group) for group in groups]
    settled = entities.settle(report for group in groups for report in group)
    said = answers.statements(dated)
    return [_event(answers.after(date, group, said), group, settled, known) for date, group in dated]


def _event(date: EventDate, group: tuple[Report, ...], settled: entities.Settled, known: Dependence) -> Event:
    best = headline.best(group)
    return Event(
        id="",
        title=best.mention.title,
        text=best.mention.text,
        status=_status(group),
        date=date,
        entities=entities.of(group, settled),
        corroboration=origins.count(group, known),
        reports=group,
        contradictions=(*contradictions.of_days(group), *figures.contradictions(group)),
    )


def _status(group: tuple[Report, ...]) -> Status:
    """What happened outweighs what was planned, that what was denied, that what is only possible."""
    told = {report.mention.status for report in group}
    if Status.DENIED in told and all(report.mention.statement for report in group):
        return Status.DENIED
    return next(status for status in _STANDING if status in told)
