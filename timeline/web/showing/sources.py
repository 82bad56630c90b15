"""Who reports an event: sources with a way to their article, and strokes that count articles by origin."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from timeline.core import calendar, words
from timeline.core.article import Article
from timeline.core.event import Corroboration, Event
from timeline.core.mention import Report
from timeline.web.showing import certainty

_STROKE: Final = 6
_GAP: Final = 5
_MOST: Final = 24
"""Strokes beyond which nobody counts; the words beside them do."""
_UNNAMED: Final = "Source not named"


@dataclass(frozen=True, slots=True)
class Source:
    """One article among an event's sources; when is given where a source has several."""

    name: str
    article: str
    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Strokes:
    """Where the strokes stand, in pixels, and how wide they are together."""

    xs: tuple[int, ...]
    width: int


def sources(event: Event, articles: Mapping[str, Article]) -> tuple[Source, ...]:
    """The articles that report an event, each once, in the order of its reports."""
    reports = {report.article: report for report in event.reports}
    several = Counter(report.source for report in reports.values())
    return tuple(
        _source(report, articles.get(report.article), several[report.source] > 1) for report in reports.values()
    )


def _source(report: Report, article: Article | None, dated: bool) -> Source:
    title, when = (article.title, appeared(article)) if article else ("", "")
    return Source(name(report.source), report.article, title, when if dated else "")


def appeared(article: Article) -> str:
    """The day on which an article appeared, in words, without the hour; a limit where it is open; else nothing."""
    found = article.publication.interval
    if found.unknown:
        return ""
    if found.end == calendar.END:
        return f"not before {words.day(found.start)}"
    return words.day(found.start) if found.granularity.within_day else words.in_words(found)


def name(source: str) -> str:
    """A source's name; 'Source not named' where there is none."""
    return source or _UNNAMED


def counted(counts: Corroboration) -> str:
    """'3 articles · 2 independent'; 'one origin' where all of them go back to one, however many they are."""
    independent = "one origin" if counts.origins == 1 else f"{counts.origins:,} independent"
    return f"{certainty.counted(counts.articles, 'article')} · {independent}"


def strokes(counts: Corroboration) -> Strokes:
    """A stroke for each article, in as many groups as there are origins; what is over stands in the first."""
    first = counts.articles - counts.origins + 1
    xs, x = [], 0
    for i in range(min(counts.articles, _MOST)):
        xs.append(x)
        x += _STROKE + (_GAP if i >= first - 1 else 0)
    return Strokes(tuple(xs), xs[-1] + _STROKE - 2 if xs else 0)


def outside(url: str | None) -> str | None:
    """An address that may become a link: http or https."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else None
