"""Articles and what was read in them, as resources of the API."""

from collections.abc import Iterable

from flask import url_for

from timeline.core.article import Article, Publication
from timeline.core.expression import Rejected, Resolution
from timeline.services import because
from timeline.web.api import resources, writing


def summary(article: Article) -> resources.ArticleSummary:
    """An article without its text."""
    return resources.ArticleSummary(
        id=article.id,
        collection=article.collection,
        title=article.title,
        source=article.source,
        url=article.url,
        zone=article.zone,
        revision=article.revision,
        digest=article.digest,
        added=article.added.isoformat(),
        publication=publication(article.publication),
        links=links(article.id, article.collection),
    )


def whole(article: Article) -> resources.Article:
    """An article with its text."""
    return resources.Article(**summary(article).model_dump(), text=article.text)


def links(article: str, collection: str) -> dict[str, str]:
    """Where the article, its expressions and its page are; the collection is named, as ids may come twice."""
    views = {"self": "api.get_article", "expressions": "api.get_expressions", "html": "pages.article"}
    return {name: url_for(view, id=article, collection=collection) for name, view in views.items()}


def publication(found: Publication) -> resources.Publication:
    """When the article appeared, and what lost."""
    return resources.Publication(
        date=writing.date(found.interval),
        trust=found.trust,
        because=writing.steps(because.of_steps(found.derivation)),
        lost=[resources.Candidate(date=writing.date(one.interval), trust=one.trust) for one in found.lost],
    )


def expressions(
    article: Article, accepted: Iterable[Resolution], rejected: Iterable[Rejected]
) -> resources.Expressions:
    """What the text says about time, in its order."""
    return resources.Expressions(
        article=article.id,
        collection=article.collection,
        accepted=[_accepted(found) for found in accepted],
        rejected=[resources.Rejected(start=r.start, end=r.end, text=r.text, reason=r.reason) for r in rejected],
    )


def _accepted(found: Resolution) -> resources.Accepted:
    return resources.Accepted(
        start=found.start,
        end=found.end,
        text=found.text,
        type=found.type,
        value=found.value,
        mod=found.mod,
        rule=found.expression.rule,
        signal=found.expression.signal,
        tense=found.expression.tense,
        date=writing.date(found.interval),
        because=writing.steps(because.of_steps(found.derivation)),
    )
