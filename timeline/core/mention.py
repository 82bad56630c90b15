"""Mentions: what one sentence reports, as it was read, and reports: the same with a time."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from timeline.core.derivation import Derivation
from timeline.core.evaluate import Tense
from timeline.core.interval import Interval
from timeline.core.text import Name


class Status(StrEnum):
    """Whether what is told happened, by the words of the report."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    DENIED = "denied"
    POSSIBLE = "possible"


class Basis(StrEnum):
    """What the time of a report rests on, the surest first."""

    EXPLICIT = "explicit"
    """An expression in the clause or the sentence."""
    INFERRED = "inferred"
    """An expression near by."""
    DOMINANT = "dominant"
    """The day of which the article mostly speaks."""
    BOUND = "bound"
    """Publication, tense and named periods only: limits, not a day."""


YEARS_AFTER: Final = "years after"
"""The sieve of the length of time that has passed since an act that is only looked back on."""
TOLD_ON: Final = "told on"
"""The sieve of the time to which it has passed, where that is not the publication."""
ANNIVERSARY: Final = "anniversary"
"""The sieve of a word of remembrance that gives no length."""


@dataclass(frozen=True, slots=True)
class When:
    """That a mention's time comes from the expression that begins at start, found by the named sieve."""

    start: int
    basis: Basis
    sieve: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of something a report gives: 'about 10,000 troops' is 10000, of a kind of people, said as 'troops'."""

    count: float
    noun: str
    said: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One report of one event in one sentence. Offsets count code points in the article's text.

    act is the lemma of what was done, actor and objects the lower-cased heads of who did it and to what, stems the
    content lemmas of the sentence, numbers its figures with their nouns; speaker is on whose word it is told, as the
    text names it.
    """

    start: int
    end: int
    text: str
    title: str
    act: str
    actor: str
    objects: tuple[str, ...]
    stems: frozenset[str]
    names: tuple[Name, ...]
    quotations: tuple[str, ...]
    numbers: tuple["Figure", ...]
    status: Status
    tense: Tense
    speaker: str
    statement: bool
    """Whether the act is one of saying, so that its words are what is told."""
    narrates: bool
    """Whether it is in the tense in which a story is told on, so that its time may be that of the sentence before."""
    when: tuple[When, ...]
    answers: str = ""
    """Whose statement it answers, in lower case: it comes after that."""
    at: int = -1
    """Where the word stands that names the act; -1 in readings from before it was kept."""
    places: tuple[str, ...] = ()
    """The lower-cased heads of what prepositions add: where, to whom, with what."""
    nominal: bool = False
    """Whether a noun tells it: 'the explosion'."""
    told: bool = True
    """Whether it stands on the timeline by itself. Others are acts that a sentence names in passing: they count where
    several articles name them."""


@dataclass(frozen=True, slots=True)
class Report:
    """A mention of an article with the interval in which its event lies."""

    article: str
    source: str
    mention: Mention
    interval: Interval
    basis: Basis
    derivation: Derivation
