"""Derivations: the steps, oldest first, by which an interval was found. Nothing changes an interval without
adding one."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.core.interval import Interval


class Kind(StrEnum):
    """What a step rests on."""

    EXPRESSION = "expression"
    ANCHOR = "anchor"
    RULE = "rule"
    CONSTRAINT = "constraint"
    AGREEMENT = "agreement"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words in an article's text, by code-point offsets; article is empty inside a text that has no name yet."""

    start: int
    end: int
    text: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the rule that was applied, to which arguments, on what evidence, and the interval that it gave.

    For a rule of the algebra, rule is the term's name and arguments are its fields as text; its operands are the
    results of the steps before it, so a derivation can be computed again from itself alone.
    """

    kind: Kind
    rule: str
    gave: Interval | None = None
    evidence: Evidence | None = None
    arguments: tuple[str, ...] = ()


Derivation = tuple[Step, ...]
