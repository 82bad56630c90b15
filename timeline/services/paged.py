"""What is known of an article when its publication is asked for: what was loaded, on the clocks that count now."""

from collections.abc import Iterator
from dataclasses import replace

from timeline.chronology.publication import Page
from timeline.core import zones
from timeline.core.article import Article, Candidate, Trust
from timeline.core.correction import Corrected
from timeline.core.derivation import Kind, Step
from timeline.ingest.heads import kept
from timeline.storage.readings import Record


def page(article: Article, record: Record) -> Page:
    """The page of an article with what was read in it."""
    own = Page(
        article=article.id,
        text=article.text,
        zone=article.zone,
        given=zones.on_clocks(article.given, article.zone, zoned=article.zoned) if article.given else None,
        expressions=record.reading.expressions,
        imprint=record.imprint,
        zoned=article.zoned,
        zone_from=article.zone_from,
    )
    return replace(own, stated=tuple(_stated(article, own.clock)), corrected=_corrected(article, own.clock))


def _stated(article: Article, clock: str) -> Iterator[Candidate]:
    """What its page states, in the zone that counts."""
    for one in kept.seen_from(article.stated, article.zone):
        steps = (replace(step, arguments=(*step.arguments, clock)) for step in one.derivation)
        yield replace(one, derivation=tuple(steps))


def _corrected(article: Article, clock: str) -> Candidate | None:
    """What a person said of when it appeared."""
    said = article.corrected(Corrected.PUBLISHED)
    if said is None or said.interval is None:
        return None
    interval = zones.on_clocks(said.interval, article.zone, zoned=said.zoned)
    step = Step(Kind.ANCHOR, "corrected", interval, None, (f"who={said.who}", f"why={said.why}", clock))
    return Candidate(interval, Trust.CORRECTED, (step,), said.zoned)
