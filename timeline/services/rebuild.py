"""Deriving publications and events from readings, story by story, and storing them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from timeline.chronology import publication
from timeline.core.article import Article
from timeline.core.decision import Decision, Target
from timeline.core.profile import Gist
from timeline.events.stories import regrouped
from timeline.services import paged, tied
from timeline.services.derive import Read, derive
from timeline.storage import articles, decisions, events, identity, places, publications, readings, stories
from timeline.storage.database import Session
from timeline.storage.identity import Known as Formerly
from timeline.storage.readings import Record
from timeline.storage.stories import Member

_AT_ONCE: Final = 1_000
"""Articles of which all that was read is held at once, unless a story has more: some 100 MB."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An article as it is stored, and what was read in it."""

    article: Article
    record: Record
    read: Read


def rebuild(session: Session, slug: str) -> frozenset[str]:
    """Make publications and events follow from what is read, in all stories that an article was added to, changed in or
    taken from; the articles of these stories. Articles that are not read yet are in no story."""
    waiting = stories.waiting(session, slug)
    if not waiting:
        return frozenset()
    fresh, held = _fresh(session, slug, sorted(waiting))
    before = stories.members(session, slug)
    now = _regrouped(before, fresh, waiting)
    said = decisions.of_collection(session, slug)
    standing = [decision for decision in said if decision.undone is None]
    concerned = _concerned(before, now, waiting, standing)
    for some in _together(before, now, concerned, tied.by_article(standing)):
        moved = {article: now[article] for article in some & now.keys() if before.get(article) != now[article]}
        stories.put(session, slug, moved, (some & waiting) - now.keys())
        _derive(session, slug, some, held, said)
    return concerned


def _concerned(
    before: Mapping[str, Member], now: Mapping[str, Member], waiting: Collection[str], standing: Sequence[Decision]
) -> frozenset[str]:
    """The articles of the stories that change, and of those that decisions tie to them."""
    changing = frozenset(now.keys() | waiting)
    if not standing:
        return changing
    members = {article: member.story for article, member in {**before, **now}.items()}
    there = {article: story for article, story in members.items() if article in now or article not in waiting}
    return tied.reached(changing, there, standing)


def _fresh(session: Session, slug: str, waiting: Sequence[str]) -> tuple[dict[str, Member], Mapping[str, _Known]]:
    """The articles that were read as members of no story yet, and, of the last of them, all that is known."""
    fresh: dict[str, Member] = {}
    held: dict[str, _Known] = {}
    for first in range(0, len(waiting), _AT_ONCE):
        held = {one.article.id: one for one in _known(session, slug, waiting[first : first + _AT_ONCE])}
        fresh |= {article: _member(one) for article, one in held.items()}
    return fresh, held


def _together(
    before: Mapping[str, Member],
    now: Mapping[str, Member],
    concerned: Collection[str],
    decided: Mapping[str, Sequence[int]],
) -> Iterator[frozenset[str]]:
    """The articles of the stories that change, some stories at a time. Those that share articles with one that was come
    together, and those that decisions tie: only in these can the reports of a stored event be."""
    some: set[str] = set()
    for own in _shared(before, now, concerned, decided):
        if some and len(some) + len(own) > _AT_ONCE:
            yield frozenset(some)
            some = set()
        some |= own
    yield frozenset(some)


def _shared(
    before: Mapping[str, Member],
    now: Mapping[str, Member],
    concerned: Collection[str],
    decided: Mapping[str, Sequence[int]],
) -> Iterator[set[str]]:
    """The articles by the stories that they are and were in, as far as these hang together; decided has the decisions
    about an article's reports."""

    def of(article: str) -> list[tuple[str, str]]:
        times = (("before", before), ("now", now))
        own = [(time, members[article].story) for time, members in times if article in members]
        return [*own, *(("decided", str(number)) for number in decided.get(article, ()))]

    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in concerned:
        for story in of(article):
            told[story].append(article)
    left = dict.fromkeys(sorted(concerned))
    while left:
        found = [next(iter(left))]
        for article in found:  # which grows while it is gone through
            left.pop(article, None)
            found += [other for story in of(article) for other in told.pop(story, ())]
        yield set(found)


def _known(session: Session, slug: str, wanted: Collection[str]) -> list[_Known]:
    """Some articles, those that were read."""
    stored = {article.id: article for article in articles.listed(session, slug, wanted)}
    records = readings.of_collection(session, slug, wanted)
    return [_Known(own := stored[record.article], record, _read(own, record)) for record in records]


def _read(article: Article, record: Record) -> Read:
    return Read(paged.page(article, record), article.source, record.mentions, record.profile, article.owner or "")


def _regrouped(
    before: Mapping[str, Member], fresh: Mapping[str, Member], waiting: Collection[str]
) -> dict[str, Member]:
    """The articles of the stories that change, as members of what these are now."""
    own = {**before, **fresh}
    there = fresh.keys() | (before.keys() - waiting)
    gists = {article: own[article].gist for article in there}
    found = regrouped({article: member.story for article, member in before.items()}, gists, waiting)
    return {article: replace(own[article], story=story) for article, story in found.items()}


def _member(known: _Known) -> Member:
    """An article that has no story yet."""
    gist = Gist(known.record.profile.words, publication.solve(known.read.page).interval)
    return Member("", gist, known.record.revision, known.record.rules)


def _derive(
    session: Session, slug: str, concerned: frozenset[str], held: Mapping[str, _Known], said: Sequence[Decision]
) -> None:
    """Store what follows from the articles of some stories, and what was said of them, in place of what followed from
    those concerned."""
    known = [*_known(session, slug, concerned - held.keys()), *(held[one] for one in concerned & held.keys())]
    own = sorted(known, key=lambda one: one.article.id)
    about = [decision for decision in said if concerned & tied.articles(decision)]
    derived = derive([one.read for one in own], decisions=[one for one in about if one.undone is None])
    for one, found in zip(own, derived.publications, strict=True):
        if found != one.article.publication:
            publications.put(session, slug, one.article.id, found)
    stored = places.of_records(one.record for one in own)
    former = [_once(target) for decision in about for target in decision.matter.targets]
    ids = events.replace(session, slug, derived.events, stored, concerned, derived.fulfilments, former)
    decisions.settle(session, slug, derived.outcomes, ids)


def _once(target: Target) -> Formerly:
    """An event as it was when something was decided of it."""
    own = (identity.keys(sign.article, sign.start, sign.act, sign.text) for sign in target.signs)
    return Formerly(target.event, frozenset(key for keys in own for key in keys))
