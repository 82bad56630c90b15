"""Deriving publications and events from readings, story by story, and storing them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from timeline.chronology import publication
from timeline.core.article import Article
from timeline.core.decision import Decision, Target
from timeline.core.profile import Gist
from timeline.events.stories import regrouped
from timeline.services import paged, tied
from timeline.services.derive import Read, derive
from timeline.storage import articles, collections, decisions, events, identity, places, publications, readings, stories
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


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be derived anew in a collection, as it stood when that was found out: the articles that wait, those
    that are in a story before and now, and what was decided. portions are left, the articles of some stories each."""

    slug: str
    waiting: frozenset[str]
    before: Mapping[str, Member]
    now: Mapping[str, Member]
    said: Sequence[Decision]
    portions: Sequence[frozenset[str]]
    held: Mapping[str, _Known]
    """What was read of the articles already, in the transaction of the plan."""


def rebuild(session: Session, slug: str) -> frozenset[str]:
    """Make publications and events follow from what is read, in all stories that an article was added to, changed in or
    taken from; the articles of these stories. Articles that are not read yet are in no story."""
    left = plan(session, slug)
    concerned = frozenset().union(*left.portions)
    while left.portions:
        left, _ = derive_next(session, left)
    return concerned


def plan(session: Session, slug: str) -> Plan:
    """What is to be derived anew in a collection that is locked."""
    waiting = stories.waiting(session, slug)
    if not waiting:
        return Plan(slug, waiting, {}, {}, (), (), {})
    fresh, held = _fresh(session, slug, sorted(waiting))
    before = stories.members(session, slug)
    now = _regrouped(before, fresh, waiting)
    said = decisions.of_collection(session, slug)
    standing = _standing(said)
    concerned = _concerned(before, now, waiting, standing)
    portions = tuple(_together(before, now, concerned, tied.by_article(standing)))
    return Plan(slug, waiting, before, now, said, portions, held)


def resumed(session: Session, left: Plan) -> Plan:
    """What is left of a plan, for whoever goes on in another transaction: planned anew where another has derived the
    collection meanwhile, or an article of the next portion has another text or date."""
    slug, portion = left.slug, left.portions[0]
    before = {article: left.before[article] for article in portion & left.before.keys()}
    held = {one.article.id: one for one in _known(session, slug, portion & left.waiting)}
    fresh = {article: _member(one) for article, one in held.items()}
    planned = {article: replace(left.now[article], story="") for article in portion & left.waiting & left.now.keys()}
    same = stories.members(session, slug, portion) == before and fresh == planned
    if same and decisions.of_collection(session, slug) == left.said:
        return replace(left, held=held)
    return plan(session, slug)


def derive_next(session: Session, plan: Plan) -> tuple[Plan, frozenset[str]]:
    """Derive the next portion of a plan; the plan of what is left, and the articles of the portion."""
    if not plan.portions:
        return plan, frozenset()
    portion, *left = plan.portions
    before, now = plan.before, plan.now
    moved = {article: now[article] for article in portion & now.keys() if before.get(article) != now[article]}
    stories.put(session, plan.slug, moved, (portion & plan.waiting) - now.keys())
    _derive(session, plan.slug, portion, plan.held, plan.said)
    return replace(plan, portions=left, held={}), portion


def _standing(said: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody took back."""
    return [decision for decision in said if decision.undone is None]


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
    """The articles that were read as members of no story yet, and, where these are few, all that is known of them."""
    fresh: dict[str, Member] = {}
    held: dict[str, _Known] = {}
    for first in range(0, len(waiting), _AT_ONCE):
        held = {one.article.id: one for one in _known(session, slug, waiting[first : first + _AT_ONCE])}
        fresh |= {article: _member(one) for article, one in held.items()}
    return fresh, held if len(fresh) == len(held) else {}


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
    derived = derive([one.read for one in own], decisions=_standing(about))
    told = zip(own, derived.publications, strict=True)
    appeared = {one.article.id: found for one, found in told if found != one.article.publication}
    for article, found in appeared.items():
        publications.put(session, slug, article, found)
    if appeared:
        collections.changed(session, slug)
    stored = places.of_records(one.record for one in own)
    former = [_once(target) for decision in about for target in decision.matter.targets]
    ids = events.replace(session, slug, derived.events, stored, concerned, derived.fulfilments, former)
    decisions.settle(session, slug, derived.outcomes, ids)


def _once(target: Target) -> Formerly:
    """An event as it was when something was decided of it."""
    own = (identity.keys(sign.article, sign.start, sign.act, sign.text) for sign in target.signs)
    return Formerly(target.event, frozenset(key for keys in own for key in keys))
