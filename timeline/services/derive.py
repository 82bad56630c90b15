"""From what was read to publications and events: a pure function of the readings, whatever the order in which
they came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.chronology import agreement, answers, bounds, contradictions, dating, publication
from timeline.core.anchoring import anchor
from timeline.core.article import Publication
from timeline.core.event import Entity, Event, EventDate
from timeline.core.expression import Expression
from timeline.core.mention import Mention, Report, Status
from timeline.events import entities, figures, headline, merge, origins

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

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """The expressions of the article's text."""
        return self.page.expressions


@dataclass(frozen=True, slots=True)
class Derived:
    """Publications in the order of the articles given, and events in the order of the line, the undated last."""

    publications: tuple[Publication, ...]
    events: tuple[Event, ...]


def derive(read: Sequence[Read]) -> Derived:
    """The publications and events that follow from the readings of one collection."""
    publications = [publication.solve(r.page) for r in read]
    groups: Groups = ()
    for _ in range(_ROUNDS):
        groups = merge.groups([report for r, p in zip(read, publications, strict=True) for report in _reports(r, p)])
        tightened = [_bounded(r, p, groups) for r, p in zip(read, publications, strict=True)]
        if tightened == publications:
            break
        publications = tightened
    return Derived(tuple(publications), _events(groups))


def _reports(read: Read, published: Publication) -> list[Report]:
    resolved = anchor(read.expressions, published.interval, None, read.page.article)
    by_start = {resolution.start: resolution for resolution in resolved}
    return [dating.report(read.page.article, read.source, mention, by_start, published) for mention in read.mentions]


def _bounded(read: Read, published: Publication, groups: Groups) -> Publication:
    return bounds.tighten(published, groups, read.page.article, {e.start: e for e in read.expressions})


def _events(groups: Groups) -> tuple[Event, ...]:
    dated = [(agreement.date(group), group) for group in groups]
    settled = entities.settle(report for group in groups for report in group)
    found = [_event(answers.after(date, group, dated), group, settled) for date, group in dated]
    return tuple(sorted(found, key=lambda e: (not e.date.dated, *e.date.order, e.title)))


def _event(date: EventDate, group: tuple[Report, ...], settled: Mapping[str, Entity]) -> Event:
    best = headline.best(group)
    return Event(
        id="",
        title=best.mention.title,
        text=best.mention.text,
        status=_status(group),
        date=date,
        entities=entities.of(group, settled),
        corroboration=origins.count(group),
        reports=group,
        contradictions=(*contradictions.of_days(date, group), *figures.contradictions(group)),
    )


def _status(group: tuple[Report, ...]) -> Status:
    """What happened outweighs what was planned, that what was denied, that what is only possible."""
    told = {report.mention.status for report in group}
    if Status.DENIED in told and all(report.mention.statement for report in group):
        return Status.DENIED
    return next(status for status in _STANDING if status in told)
