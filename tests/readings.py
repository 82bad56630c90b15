"""Articles read and derived in memory, as the services do it with a database in between."""

from functools import cache
from typing import Final

from timeline.chronology import dating, publication
from timeline.chronology.publication import Page
from timeline.core.anchoring import anchor
from timeline.core.article import Publication
from timeline.core.event import Event
from timeline.core.mention import Mention, Report
from timeline.core.text import Sentence
from timeline.events import mentions, profiles, traces
from timeline.ingest import dates
from timeline.language import imprint, pipeline
from timeline.resolve import read as read_time
from timeline.services.derive import Derived, Read, derive

WEDNESDAY: Final = "2024-11-06"


@cache
def sentences(text: str) -> tuple[Sentence, ...]:
    """The analysed sentences of a text."""
    return pipeline.analyse(text)


@cache
def told(text: str) -> tuple[Mention, ...]:
    """What a text reports, in its order."""
    return mentions.find(sentences(text), read_time(text).expressions)


@cache
def named(text: str) -> tuple[Mention, ...]:
    """What a text reports, and the acts that its sentences name in passing."""
    return (*told(text), *traces.find(sentences(text), read_time(text).expressions, told(text)))


def read(article: str, text: str, published: str | None = None, source: str = "", zone: str = "UTC") -> Read:
    """An article as it was read; its source is another for each article unless one is given."""
    given = dates.published(published, zone) if published else None
    page = Page(article, text, zone, given, read_time(text).expressions, imprint.find(text))
    return Read(page, source or f"The {article}", named(text), profiles.of(text, named(text)))


def published(text: str, day: str | None = None) -> Publication:
    """When an article with this text appeared, as far as it tells by itself."""
    return publication.solve(read("a", text, day).page)


def reports(text: str, day: str | None = WEDNESDAY, article: str = "a", source: str = "") -> tuple[Report, ...]:
    """The reports of an article by itself, without the acts that it names in passing."""
    return tuple(report for report in all_reports(text, day, article, source) if report.mention.told)


def all_reports(text: str, day: str | None = WEDNESDAY, article: str = "a", source: str = "") -> tuple[Report, ...]:
    """The reports of an article by itself, also of acts that it names in passing."""
    found = read(article, text, day, source)
    when = publication.solve(found.page)
    by_start = {one.start: one for one in anchor(found.expressions, when.interval, None, article)}
    return tuple(dating.report(article, found.source, mention, by_start, when) for mention in found.mentions)


def derived(*texts: str, day: str | None = WEDNESDAY) -> Derived:
    """What follows from articles a, b, … with these texts, all published on one day."""
    return derive([read(article, text, day) for article, text in zip("abcdefgh", texts, strict=False)])


def events(*texts: str, day: str | None = WEDNESDAY) -> tuple[Event, ...]:
    """The events that follow from articles a, b, … with these texts."""
    return derived(*texts, day=day).events
