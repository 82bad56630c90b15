"""Expressions of time: what was read, what was rejected and why, and what a reading gave once it was anchored."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.core import edtf, timex3, timex3_posts
from timeline.core.algebra import Mod, Term
from timeline.core.derivation import Derivation, Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.interval import Interval, before, since, until


class Signal(StrEnum):
    """A preposition that says how what is told lies to the time: 'since March', 'until Friday', 'by 2030'."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that denote time: span in code points, the rule that read them, their term, and what stands around them.

    refers is the start of the earlier expression that Mentioned() means here, or None; until is the start of the
    expression that ends the range which this one begins, or None.
    """

    start: int
    end: int
    text: str
    rule: str
    term: Term
    signal: Signal | None = None
    tense: Tense = Tense.UNKNOWN
    refers: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Words that could denote time and do not here, with the reason."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about time, in the order of the text; no two expressions overlap."""

    expressions: tuple[Expression, ...]
    rejected: tuple[Rejected, ...]
    post: bool = False
    """Whether the text is told as a post."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """An expression with the interval that it denotes and the steps that found it."""

    expression: Expression
    interval: Interval
    steps: Derivation
    """Those of the term."""
    article: str = ""
    post: bool = False
    """Whether value is to be spelled as in annotated posts."""

    @property
    def derivation(self) -> Derivation:
        """The words themselves, then the steps that found the interval."""
        words = Evidence(self.start, self.end, self.text, self.article)
        return (Step(Kind.EXPRESSION, self.expression.rule, None, words), *self.steps)

    @property
    def start(self) -> int:
        """Where the words begin, in code points."""
        return self.expression.start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.expression.end

    @property
    def text(self) -> str:
        """The words."""
        return self.expression.text

    @property
    def type(self) -> str:
        """TIMEX3 type: DATE, TIME, DURATION or SET."""
        return timex3.kind(self.expression.term, self.interval)

    @property
    def value(self) -> str:
        """TIMEX3 value."""
        if self.post:
            return timex3_posts.value(self.expression.term, self.interval, self.steps)
        return timex3.value(self.expression.term, self.interval)

    @property
    def mod(self) -> Mod | None:
        """TIMEX3 modifier."""
        return timex3.mod(self.expression.term)

    @property
    def edtf(self) -> str:
        """The interval in EDTF."""
        return edtf.write(self.interval, self.mod)

    @property
    def allowed(self) -> Interval:
        """Where what is told may lie, given the signal: 'since March' allows March and all that follows."""
        match self.expression.signal:
            case Signal.SINCE | Signal.AFTER:
                return since(self.interval)
            case Signal.BEFORE:
                return before(self.interval)
            case Signal.UNTIL | Signal.BY:
                return until(self.interval)
        return self.interval

    def __repr__(self) -> str:
        return f"<{self}>"

    def __str__(self) -> str:
        return f"{self.text!r} [{self.start}:{self.end}] {self.type} {self.value} ({self.edtf})"
