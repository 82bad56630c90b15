"""Core types as resources of the API."""

from collections.abc import Iterable, Mapping

from flask import url_for

from timeline.core.article import Article
from timeline.core.collection import CollectionView
from timeline.core.derivation import Step
from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.services import because, written
from timeline.services.because import Sentence
from timeline.web.api import resources

Articles = Mapping[str, Article]


def collection(view: CollectionView) -> resources.Collection:
    """A collection with its counts; events include the undated ones."""
    return resources.Collection(
        slug=view.slug,
        title=view.title,
        about=view.about,
        zone=view.zone,
        counts=resources.Counts(
            articles=view.articles,
            sources=view.sources,
            events=view.events + view.undated,
            undated=view.undated,
            contradictions=view.contradictions,
            hidden=view.hidden,
        ),
        span=None if view.span.unknown else date(view.span),
        links={
            "self": url_for("api.get_collection", slug=view.slug),
            "events": url_for("api.get_events", slug=view.slug),
            "undated": url_for("api.get_undated", slug=view.slug),
            "facets": url_for("api.get_facets", slug=view.slug),
            "entities": url_for("api.get_entities", slug=view.slug),
            "contradictions": url_for("api.get_contradictions", slug=view.slug),
            "articles": url_for("api.get_articles", slug=view.slug),
            "html": url_for("pages.collection", slug=view.slug),
        },
    )


def event(one: Event, slug: str, articles: Articles, after: Event | None = None) -> resources.Event:
    """One event."""
    links = {
        "self": url_for("api.get_event", id=one.id),
        "explain": url_for("api.explain_event", id=one.id),
        "html": url_for("pages.event", id=one.id),
        "fulfilled_by": url_for("api.get_event", id=one.fulfilled_by.id) if one.fulfilled_by else None,
        "fulfils": [url_for("api.get_event", id=plan.id) for plan in one.fulfils],
    }
    return resources.Event.model_validate(written.event(one, slug, articles, after) | {"links": links})


def explanation(one: Event) -> resources.Explanation:
    """The date of an event, with every sentence that a person needs; the conclusion is the last."""
    told = because.told(one)
    return resources.Explanation(
        event=one.id,
        date=resources.EventDate.model_validate(written.event_date(one.date, told[:-1])),
        sentences=[sentence.text for sentence in told if sentence.parts],
        links={"event": url_for("api.get_event", id=one.id), "html": url_for("pages.event", id=one.id)},
    )


def date(interval: Interval) -> resources.Date:
    """An interval."""
    return resources.Date.model_validate(written.date(interval))


def step(one: Step, sentence: str) -> resources.Step:
    """A step with its sentence."""
    return resources.Step.model_validate(written.step(one, sentence))


def steps(told: Iterable[Sentence]) -> list[resources.Step]:
    """The steps of a derivation, each with its sentence."""
    return [resources.Step.model_validate(step) for step in written.steps(told)]
