"""Events in outline: what it takes to choose among thousands of them, without what it takes to show one."""

from dataclasses import dataclass

from timeline.core.event import Event
from timeline.core.interval import Interval
from timeline.core.mention import Report, Status


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of an event: which article tells it, of when, and in which words.

    titled is whether the title of the event is this report's; the rest is as Report and Mention have it.
    """

    article: str
    interval: Interval
    sentence: str
    stems: frozenset[str]
    told: bool
    statement: bool
    titled: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """An event without its derivation, its entities and all that is shown of its reports; disputed is whether several
    dates are claimed that cannot all be true."""

    id: str
    title: str
    status: Status
    interval: Interval
    disputed: bool
    tellings: tuple[Telling, ...]

    @property
    def order(self) -> tuple[float, float, str, str]:
        """Its place among events that have dates with two ends."""
        return self.interval.start, self.interval.end, self.title, self.id

    @staticmethod
    def of(event: Event) -> "Outline":
        """The outline of an event."""
        tellings = tuple(_telling(report, event.title) for report in event.reports)
        return Outline(event.id, event.title, event.status, event.date.interval, bool(event.date.claimed), tellings)


def _telling(report: Report, title: str) -> Telling:
    mention = report.mention
    return Telling(
        article=report.article,
        interval=report.interval,
        sentence=mention.text,
        stems=mention.stems,
        told=mention.told,
        statement=mention.statement,
        titled=mention.title == title,
    )
