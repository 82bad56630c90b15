"""Deriving publications and events from readings, story by story, and storing them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.chronology import publication
from timeline.chronology.publication import Page
from timeline.core.article import Article
from timeline.core.profile import Gist
from timeline.events.stories import regrouped
from timeline.services.derive import Read, derive
from timeline.storage import articles, events, places, publications, readings, stories
from timeline.storage.database import Session
from timeline.storage.readings import Record
from timeline.storage.stories import Member


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
    fresh = _known(session, slug, waiting)
    before = stories.members(session, slug)
    now = _regrouped(before, fresh, waiting)
    moved = {article: member for article, member in now.items() if before.get(article) != member}
    stories.put(session, slug, moved, waiting - now.keys())
    own = sorted([*fresh, *_known(session, slug, now.keys() - waiting)], key=lambda known: known.article.id)
    concerned = frozenset(now.keys() | waiting)
    _derive(session, slug, own, concerned)
    return concerned


def _known(session: Session, slug: str, wanted: Collection[str]) -> list[_Known]:
    """Some articles, those that were read."""
    stored = {article.id: article for article in articles.listed(session, slug, wanted)}
    records = readings.of_collection(session, slug, wanted)
    return [_Known(own := stored[record.article], record, _read(own, record)) for record in records]


def _read(article: Article, record: Record) -> Read:
    reading, marks = record.reading, record.imprint
    page = Page(article.id, article.text, article.zone, article.given, reading.expressions, marks, article.stated)
    return Read(page, article.source, record.mentions, record.profile)


def _regrouped(before: Mapping[str, Member], fresh: Sequence[_Known], waiting: Collection[str]) -> dict[str, Member]:
    """The articles of the stories that change, as members of what these are now."""
    own = {**before, **{known.article.id: _member(known) for known in fresh}}
    there = {known.article.id for known in fresh} | (before.keys() - waiting)
    gists = {article: own[article].gist for article in there}
    found = regrouped({article: member.story for article, member in before.items()}, gists, waiting)
    return {article: replace(own[article], story=story) for article, story in found.items()}


def _member(known: _Known) -> Member:
    """An article that has no story yet."""
    gist = Gist(known.record.profile.words, publication.solve(known.read.page).interval)
    return Member("", gist, known.record.revision, known.record.rules)


def _derive(session: Session, slug: str, own: Sequence[_Known], concerned: Collection[str]) -> None:
    """Store what follows from the articles of some stories in place of what followed from those concerned."""
    derived = derive([known.read for known in own])
    for known, found in zip(own, derived.publications, strict=True):
        if found != known.article.publication:
            publications.put(session, slug, known.article.id, found)
    stored = places.of_records(known.record for known in own)
    events.replace(session, slug, derived.events, stored, concerned, derived.fulfilments)
