"""Articles and what was read in them, as resources of the API."""

from collections.abc import Iterable

from flask import url_for

from timeline.core.article import Article, Doubt, Publication
from timeline.core.correction import Correction
from timeline.core.expression import Rejected, Resolution
from timeline.services import because, doubts
from timeline.services.because import Sentence
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
        zone_from=article.zone_from,
        revision=article.revision,
        digest=article.digest,
        added=article.added.isoformat(),
        publication=publication(article.publication),
        links=links(article.id, article.collection),
    )


def whole(article: Article) -> resources.Article:
    """An article with its text."""
    said = [correction(one) for one in article.corrections]
    return resources.Article(**summary(article).model_dump(), text=article.text, corrections=said)


def correction(said: Correction) -> resources.Correction:
    """What a person said in place of what was loaded."""
    return resources.Correction(
        what=said.what, value=said.value, who=said.who, why=said.why, recorded=said.recorded.isoformat()
    )


def links(article: str, collection: str) -> dict[str, str]:
    """Where the article, its expressions, revisions and page are; the collection is named, as ids may come twice."""
    views = {"self": "api.get_article", "expressions": "api.get_expressions", "revisions": "revisions.get_revisions"}
    views |= {"html": "pages.article"}
    return {name: url_for(view, id=article, collection=collection) for name, view in views.items()}


def publication(found: Publication) -> resources.Publication:
    """When the article appeared, what lost, and what makes it doubtful."""
    return resources.Publication(
        date=writing.date(found.interval),
        trust=found.trust,
        because=writing.steps(because.of_steps(found.derivation)),
        lost=[
            resources.Candidate(date=writing.date(one.interval), trust=one.trust, future=one.future)
            for one in found.lost
        ],
        doubts=[_doubt(one, sentence) for one, sentence in zip(found.doubts, doubts.told(found), strict=True)],
    )


def _doubt(found: Doubt, sentence: Sentence) -> resources.Doubt:
    written = writing.step(found.step, sentence.text)
    return resources.Doubt(kind=found.kind, sentence=sentence.text, date=written.gave, evidence=written.evidence)


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
