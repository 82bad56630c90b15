"""Events in their JSON form, the same in the API and in exports: plain data, ready for json.dumps."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Protocol

from timeline.core import edtf, rfc3339, words
from timeline.core.decision import Verdict
from timeline.core.derivation import Evidence, Step
from timeline.core.event import Event, EventDate
from timeline.core.interval import Interval
from timeline.core.mention import Report
from timeline.services import because
from timeline.services.because import Sentence
from timeline.storage import codec

Json = dict[str, Any]


class Appeared(Protocol):
    """When an article appeared."""

    @property
    def interval(self) -> Interval:
        """The time, as far as it is known."""


class Cited(Protocol):
    """An article, or what an event cites of it."""

    @property
    def url(self) -> str | None:
        """Where it is."""

    @property
    def publication(self) -> Appeared:
        """When it appeared."""


def encoded(data: Json) -> bytes:
    """Such data as JSON."""
    return codec.plain(data)


def event(one: Event, slug: str, articles: Mapping[str, Cited], after: Event | None = None) -> Json:
    """One event, in the shape that DESIGN.md fixes; after is the next one of the list, where there is one."""
    told = one.corroboration
    return {
        "id": one.id,
        "collection": slug,
        "title": one.title,
        "text": one.text,
        "status": one.status.value,
        "date": event_date(one.date, because.of_steps(one.date.derivation, one.reports)),
        "entities": [{"name": entity.name, "kind": entity.kind} for entity in one.entities],
        "corroboration": {"articles": told.articles, "sources": told.sources, "origins": told.origins},
        "mentions": [mention(report, articles.get(report.article)) for report in one.reports],
        "contradictions": [
            {"about": found.about, "claims": [{"text": c.text, "mentions": list(c.reports)} for c in found.claims]}
            for found in one.contradictions
        ],
        "order": {"certain_before_next": certain_before(one, after) if after else None},
        "accepted": one.accepted,
        "decisions": [verdict(said) for said in one.decided],
        "links": {
            "self": _address(one.id),
            "explain": f"{_address(one.id)}/explain",
            "html": f"/events/{one.id}",
            "fulfilled_by": _address(one.fulfilled_by.id) if one.fulfilled_by else None,
            "fulfils": [_address(plan.id) for plan in one.fulfils],
        },
    }


def verdict(said: Verdict) -> Json:
    """A decision that counts for an event, without who made it."""
    return {
        "id": said.number,
        "kind": said.kind.value,
        "recorded": said.recorded,
        "contradicted": said.contradicted,
        "note": said.text or None,
    }


def _address(event: str) -> str:
    return f"/api/v1/events/{event}"


def certain_before(one: Event, after: Event) -> bool:
    """Whether all that the one's date allows lies before all that the other's does."""
    return one.date.dated and one.date.interval.end <= after.date.interval.start


def event_date(found: EventDate, told: Iterable[Sentence]) -> Json:
    """The date of an event with its reasons."""
    several = {"edtf": found.edtf, "display": because.display(found)} if found.claimed else {}
    return date(found.interval) | {
        **several,
        "certainty": found.certainty.value,
        "claimed": [date(interval) for interval in found.claimed],
        "because": steps(told),
    }


def date(interval: Interval) -> Json:
    """An interval for people and for programs."""
    return dict(_date(interval))


@lru_cache(maxsize=4096)
def _moment(interval: Interval) -> str | None:
    """Articles of a day have it in common."""
    return rfc3339.moment(interval)


@lru_cache(maxsize=4096)
def _date(interval: Interval) -> Json:
    """The same for whoever does not change it: the steps of a date, and its neighbours, give the same days again."""
    bounds = rfc3339.bounds(interval)
    return {
        "edtf": edtf.write(interval),
        "start": bounds.start,
        "end": bounds.end,
        "precision": interval.granularity.precision,
        "display": words.in_words(interval),
        "earliest": bounds.earliest,
        "latest": bounds.latest,
        "zone": interval.zone,
    }


def steps(told: Iterable[Sentence]) -> list[Json]:
    """The steps of a derivation, each with its sentence."""
    return [step(sentence.step, sentence.text) for sentence in told if sentence.step]


def step(one: Step, sentence: str) -> Json:
    """One step; its arguments by name."""
    return {
        "step": one.kind.value,
        "rule": one.rule,
        "arguments": {name: value for name, _, value in (argument.partition("=") for argument in one.arguments)},
        "evidence": evidence(one.evidence) if one.evidence else None,
        "gave": _date(one.gave) if one.gave else None,
        "sentence": sentence,
    }


def evidence(words: Evidence) -> Json:
    """Words in an article."""
    return {"article": words.article, "start": words.start, "end": words.end, "text": words.text}


def mention(report: Report, article: Cited | None) -> Json:
    """A report with what is known of its article; offsets count code points of the article's text."""
    found = report.mention
    return {
        "article": report.article,
        "source": report.source,
        "url": article.url if article else None,
        "published": _moment(article.publication.interval) if article else None,
        "start": found.start,
        "end": found.end,
        "quote": found.text,
    }
