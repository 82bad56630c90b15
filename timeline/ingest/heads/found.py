"""A date that a page gives for itself, read: the candidate that a publication is chosen from."""

from dataclasses import dataclass
from typing import Final

from timeline.core.derivation import Kind, Step
from timeline.core.interval import Interval
from timeline.ingest.heads.stated import Rank, Where


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate: the words as written, the interval on the zone's clocks, and why it ranks where it does.

    zoned says that the words name their zone; future that it lies after the page was loaded; contradicted that another
    statement of the publication is more than two days away.
    """

    where: Where
    name: str
    rank: Rank
    words: str
    interval: Interval
    zoned: bool
    because: str = ""
    future: bool = False
    contradicted: bool = False
    place: int | None = None
    """Which of all that was found it is, so that those of one rank stay in their order."""

    @property
    def step(self) -> Step:
        """The candidate as the first step of a derivation, from which told says it again without the page."""
        said = (f"name={self.name}", f"words={self.words}", f"because={self.because}")
        return Step(Kind.ANCHOR, self.where, self.interval, None, said)

    @property
    def subject(self) -> str:
        """'The page's JSON-LD says datePublished “2024-11-05”'."""
        return _subject(self.where, self.name, self.words)


def stated(step: Step) -> str:
    """What a candidate was, from its step as stored: 'The page's JSON-LD says datePublished “2024-11-05”'."""
    said = _said(step)
    return _subject(Where(step.rule), said.get("name", ""), said.get("words", ""))


def _subject(where: Where, name: str, words: str) -> str:
    if where is Where.URL:
        return f"{_SUBJECTS[where]} “{name}”"
    shown = f" {name}" if name and where is not Where.BYLINE else ""
    return f"{_SUBJECTS[where]}{shown} “{words}”"


def told(step: Step) -> str:
    """Why a candidate ranks where it does, from its step as stored; empty for a step that is none."""
    return _said(step).get("because", "") if step.kind is Kind.ANCHOR and step.rule in set(Where) else ""


def _said(step: Step) -> dict[str, str]:
    return {name: words for name, _, words in (one.partition("=") for one in step.arguments)}


_SUBJECTS: Final = {
    Where.JSON_LD: "The page's JSON-LD says",
    Where.META: "The page's meta element says",
    Where.MICRODATA: "The page's markup says",
    Where.FEED: "The feed's entry says",
    Where.TIME: "A <time> at the article's head says",
    Where.BYLINE: "A line at the article's head says",
    Where.URL: "The page's address has",
    Where.HTTP_HEADER: "The server said",
    Where.CAPTURE: "The web archive says",
}
