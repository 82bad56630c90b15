"""The revisions of an article, and what each changed of the one before."""

from timeline.chronology import dating
from timeline.core.anchoring import anchor
from timeline.core.article import Article
from timeline.core.mention import Report
from timeline.core.revision import Comparison, Revision
from timeline.errors import NotFound
from timeline.events import edits
from timeline.events import revisions as claims
from timeline.services import library
from timeline.storage import revisions
from timeline.storage.database import Database, Session

_FIRST = 1


def listed(database: Database, article: str, collection: str | None = None) -> tuple[Article, tuple[Revision, ...]]:
    """An article and its revisions, the first first; fails as library.get."""
    found = library.get(database, article, collection)
    with database.begin() as session:
        return found, revisions.listed(session, found.collection, found.id)


def changes(database: Database, article: str, number: int, collection: str | None = None) -> Comparison:
    """What a revision changed of the one before it, in words and in claims; NotFound where there is none before it.

    The claims are what was read when the revisions were loaded, by the same rules where there are such, and their days
    are those that follow from the publication as it is known now.
    """
    found = library.get(database, article, collection)
    with database.begin() as session:
        after = revisions.get(session, found.collection, found.id, number)
        if number == _FIRST:
            raise NotFound(f"Revision 1 is the first of {article!r}: there is none before it.", field="number")
        before = revisions.get(session, found.collection, found.id, number - 1)
        return _compared(session, found, before, after)


def _compared(session: Session, article: Article, before: Revision, after: Revision) -> Comparison:
    pair = before.number, after.number
    read = {number: revisions.rules(session, article.collection, article.id, number) for number in pair}
    unread = tuple(number for number in pair if not read[number])
    edited = edits.between(before.text, after.text)
    if unread:
        return Comparison(article.id, article.collection, before, after, edited, None, unread)
    common = next((rules for rules in read[after.number] if rules in read[before.number]), None)
    by = {number: common or read[number][0] for number in pair}
    old, new = (_reports(session, article, number, by[number]) for number in pair)
    return Comparison(
        article.id,
        article.collection,
        before,
        after,
        edited,
        claims.compare(old, new),
        rules=tuple(dict.fromkeys(by.values())),
    )


def _reports(session: Session, article: Article, number: int, rules: str) -> tuple[Report, ...]:
    """What a revision reports, dated for the article's publication."""
    told = revisions.told(session, article.collection, article.id, number, rules)
    resolved = anchor(told.expressions, article.publication.interval, None, article.id)
    starts = {found.start: found for found in resolved}
    return tuple(
        dating.report(article.id, article.source, mention, starts, article.publication) for mention in told.mentions
    )
