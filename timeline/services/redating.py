"""Correcting an article: when it appeared, the time zone of its clock, who published it."""

from collections.abc import Collection, Mapping
from typing import Final

from timeline.core.article import Article
from timeline.core.correction import Corrected, Correction
from timeline.errors import Changed, Invalid
from timeline.ingest import drafts
from timeline.services import revised
from timeline.services.revised import By, Changes
from timeline.storage import articles, corrections
from timeline.storage.corrections import Target
from timeline.storage.database import Database, Session

FIELDS: Final = (Corrected.PUBLISHED, Corrected.ZONE, Corrected.SOURCE)
"""What can be corrected of an article."""


def correct(
    database: Database,
    slug: str,
    article: str,
    said: Mapping[Corrected, str | None],
    by: By,
    *,
    dry_run: bool = False,
    seen: Article | None = None,
) -> Changes:
    """Let what a person says of an article count in place of what was loaded, and tell what changes; in a dry run
    nothing is kept. None takes back what was said before.

    Invalid names the field that cannot be accepted, NotFound the article; Changed where it is not as it was seen.
    """
    if not said:
        raise Invalid("There is nothing to correct: give published, zone or source.")

    def apply(session: Session) -> Collection[str]:
        found = articles.get(session, slug, article)
        if seen is not None and found != seen:
            raise Changed("The article has changed since you read it; read it again.")
        _apply(session, found, said, by)
        return [article]

    return revised.revise(database, slug, apply, dry_run=dry_run)


def _apply(session: Session, article: Article, said: Mapping[Corrected, str | None], by: By) -> None:
    target = Target(article.collection, article=article.id)
    for what, value in said.items():
        if value is None:
            corrections.take_back(session, target, what, by.now)
        else:
            zone = said.get(Corrected.ZONE) or article.zone
            corrections.add(session, target, _correction(what, value, zone, by))
    articles.settle(session, article.collection, article.id)


def _correction(what: Corrected, value: str, zone: str, by: By) -> Correction:
    """What was said, checked as a loader's fields are."""
    why = drafts.line({"why": by.why}, "why")
    if what is Corrected.PUBLISHED:
        found = drafts.publication(value.strip(), zone, by.now)
        return Correction(what, value.strip(), by.who, why, by.now, found.interval, found.zoned)
    if what is Corrected.ZONE:
        return Correction(what, drafts.known_zone(value.strip()), by.who, why, by.now)
    source = drafts.line({"source": value}, "source")
    if not source:
        raise Invalid("source is empty; give a name", field="source")
    return Correction(what, source, by.who, why, by.now)
