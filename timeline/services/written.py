"""Events in their JSON form, the same in the API and in exports: plain data, ready for json.dumps."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from timeline.core import edtf, rfc3339, words
from timeline.core.article import Article
from timeline.core.derivation import Step
from timeline.core.event import Event, EventDate
from timeline.core.interval import Interval
from timeline.core.mention import Report
from timeline.services import because
from timeline.services.because import Sentence

Json = dict[str, Any]


def event(one: Event, slug: str, articles: Mapping[str, Article], after: Event | None = None) -> Json:
    """One event, in the shape that DESIGN.md fixes; after is the next one of the list, where there is one."""
    return {
        "id": one.id,
        "collection": slug,
        "title": one.title,
        "text": one.text,
        "status": one.status.value,
        "date": event_date(one.date, because.told(one)[:-1]),
        "entities": [asdict(entity) for entity in one.entities],
        "corroboration": asdict(one.corroboration),
        "mentions": [mention(report, articles.get(report.article)) for report in one.reports],
        "contradictions": [
            {"about": found.about, "claims": [{"text": c.text, "mentions": list(c.reports)} for c in found.claims]}
            for found in one.contradictions
        ],
        "order": {"certain_before_next": certain_before(one, after) if after else None},
        "links": {
            "self": _address(one.id),
            "explain": f"{_address(one.id)}/explain",
            "html": f"/events/{one.id}",
            "fulfilled_by": _address(one.fulfilled_by.id) if one.fulfilled_by else None,
            "fulfils": [_address(plan.id) for plan in one.fulfils],
        },
    }


def _address(event: str) -> str:
    return f"/api/v1/events/{event}"


def certain_before(one: Event, after: Event) -> bool:
    """Whether all that the one's date allows lies before all that the other's does."""
    return one.date.dated and one.date.interval.end <= after.date.interval.start


def event_date(found: EventDate, told: Iterable[Sentence]) -> Json:
    """The date of an event with its reasons."""
    return date(found.interval) | {
        "edtf": found.edtf,
        "display": because.display(found),
        "certainty": found.certainty.value,
        "claimed": [date(interval) for interval in found.claimed],
        "because": steps(told),
    }


def date(interval: Interval) -> Json:
    """An interval for people and for programs."""
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
        "evidence": asdict(one.evidence) if one.evidence else None,
        "gave": date(one.gave) if one.gave else None,
        "sentence": sentence,
    }


def mention(report: Report, article: Article | None) -> Json:
    """A report with what is known of its article; offsets count code points of the article's text."""
    found = report.mention
    return {
        "article": report.article,
        "source": report.source,
        "url": article.url if article else None,
        "published": rfc3339.moment(article.publication.interval) if article else None,
        "start": found.start,
        "end": found.end,
        "quote": found.text,
    }
