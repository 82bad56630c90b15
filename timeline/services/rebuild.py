"""Deriving publications and events from readings, story by story, and storing them."""

from collections.abc import Mapping
from dataclasses import replace

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


def rebuild(session: Session, slug: str) -> frozenset[str]:
    """Make publications and events follow from what is read, in all stories that an article was added to, changed in or
    taken from; the articles of these stories. Articles that are not read yet are in no story."""
    waiting = stories.waiting(session, slug)
    if not waiting:
        return frozenset()
    before = stories.members(session, slug)
    now = _regrouped(session, slug, before, waiting)
    concerned = now.keys() | waiting
    stories.put(session, slug, {a: m for a, m in now.items() if before.get(a) != m}, waiting - now.keys())
    stored = {article.id: article for article in articles.listed(session, slug, now)}
    records = readings.of_collection(session, slug, now)
    read = [_read(stored[record.article], record) for record in records]
    derived = derive(read)
    for one, found in zip(read, derived.publications, strict=True):
        if found != stored[one.page.article].publication:
            publications.put(session, slug, one.page.article, found)
    events.replace(session, slug, derived.events, places.of_records(records), concerned)
    return frozenset(concerned)


def _regrouped(session: Session, slug: str, before: Mapping[str, Member], waiting: frozenset[str]) -> dict[str, Member]:
    """The articles of the stories that change, as members of what these are now."""
    fresh = _fresh(session, slug, waiting)
    gists = {article: member.gist for article, member in before.items() if article not in waiting}
    gists |= {article: member.gist for article, member in fresh.items()}
    found = regrouped({article: member.story for article, member in before.items()}, gists, waiting)
    own = {**before, **fresh}
    return {article: replace(own[article], story=story) for article, story in found.items()}


def _fresh(session: Session, slug: str, waiting: frozenset[str]) -> dict[str, Member]:
    """What is read of the articles that wait for a story."""
    stored = {article.id: article for article in articles.listed(session, slug, waiting)}
    found = {}
    for record in readings.of_collection(session, slug, waiting):
        appeared = publication.solve(_read(stored[record.article], record).page).interval
        gist = Gist(record.profile.words, appeared)
        found[record.article] = Member("", gist, record.revision, record.rules)
    return found


def _read(article: Article, record: Record) -> Read:
    page = Page(article.id, article.text, article.zone, article.given, record.reading.expressions, record.imprint)
    return Read(page, article.source, record.mentions, record.profile)
