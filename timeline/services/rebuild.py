"""Deriving a collection's publications and events from its readings, and storing them."""

from timeline.chronology.publication import Page
from timeline.core.article import Article
from timeline.services.derive import Read, derive
from timeline.storage import articles, events, places, publications, readings
from timeline.storage.database import Session
from timeline.storage.readings import Record


def rebuild(session: Session, slug: str) -> None:
    """Make publications and events follow from what is read; articles that are not read yet are left out."""
    stored = {article.id: article for article in articles.listed(session, slug)}
    records = readings.of_collection(session, slug)
    read = [_read(stored[record.article], record) for record in records]
    derived = derive(read)
    for one, publication in zip(read, derived.publications, strict=True):
        if publication != stored[one.page.article].publication:
            publications.put(session, slug, one.page.article, publication)
    events.replace(session, slug, derived.events, places.of_records(records))


def _read(article: Article, record: Record) -> Read:
    page = Page(article.id, article.text, article.zone, article.given, record.reading.expressions, record.imprint)
    return Read(page, article.source, record.mentions)
