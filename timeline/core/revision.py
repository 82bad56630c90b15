"""Revisions of an article, and what one changed: in its words, and in what it claims."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.core.mention import Report


@dataclass(frozen=True, slots=True)
class Revision:
    """A text that an article had; number counts from 1, recorded is when it was loaded."""

    number: int
    title: str
    text: str
    digest: str
    recorded: datetime


class Change(StrEnum):
    """What became of a claim."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"
    ADDED = "added"


class About(StrEnum):
    """In what a claim differs from what it was."""

    DAY = "day"
    NUMBER = "number"
    STATUS = "status"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class Difference:
    """What was said before and after, as a person reads it: '12 people', '14 people'; empty where nothing was said."""

    about: About
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim with its reports before and after, one of them None where it was dropped or added."""

    change: Change
    before: Report | None
    after: Report | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text by code-point offsets; start and end are the same where there are none."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Sentences that replaced others; typographic where only signs and blanks are different."""

    before: Passage
    after: Passage
    typographic: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a revision changed of another one.

    claims are None where one of the two was never read; unread has its number. rules have read them: where these are
    not the same, a claim may differ only because it was read otherwise.
    """

    article: str
    collection: str
    before: Revision
    after: Revision
    edits: tuple[Edit, ...]
    claims: tuple[ClaimChange, ...] | None
    unread: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
