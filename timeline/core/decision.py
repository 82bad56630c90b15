"""What people decide about events, by the reports that these had: events are derived anew, and change."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from timeline.core.interval import Interval
from timeline.core.mention import Basis, Report, Status


class Kind(StrEnum):
    """What is decided."""

    ACCEPT = "accept"
    """That the event is right as it is shown."""
    HIDE = "hide"
    """That it is not to be shown."""
    REDATE = "redate"
    """That it was at another time."""
    MERGE = "merge"
    """That several events are one."""
    SPLIT = "split"
    """That some of its reports are of another event."""
    NOTE = "note"
    """Words to it, which change nothing."""


class State(StrEnum):
    """How a decision stands."""

    STANDING = "standing"
    CONTRADICTED = "contradicted"
    """What is known now speaks against it; it counts all the same, where it still can."""
    REPLACED = "replaced"
    """A later decision says something else about the same."""
    UNDONE = "undone"


class Trouble(StrEnum):
    """What speaks against a decision."""

    GONE = "gone"
    """None of its reports, or none of one of its events, is told of any event now."""
    APART = "apart"
    """What was one event is told as several."""
    JOINED = "joined"
    """What were several events that were decided on by themselves are told as one."""
    DAY = "day"
    """The event that was accepted has another date."""
    STATUS = "status"
    """The event that was accepted has another status."""
    EXPLICIT = "explicit"
    """A report that was not there, or did not say so, names a day that the decided date excludes."""
    GROWN = "grown"
    """Far more articles tell of the event than when it was hidden."""
    EXCLUDE = "exclude"
    """The reports of events that were made one name days that exclude each other, which they did not then."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a report is recognised by when its article is read again, or a revision has moved it.

    word is where the word that names the act stands in its sentence; said is the time that it named outright.
    """

    article: str
    start: int
    text: str
    act: str
    word: int
    said: Interval | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """An event as it was when something was decided of it; dates has several where it was disputed."""

    event: str
    title: str
    dates: tuple[Interval, ...]
    status: Status
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is decided, of which events: of one; to merge, of two or more.

    apart are those of the signs that are of another event, date is the decided time, edtf how that was written, text a
    note's words; a public note is for readers too.
    """

    kind: Kind
    targets: tuple[Target, ...]
    apart: tuple[Sign, ...] = ()
    date: Interval | None = None
    edtf: str = ""
    text: str = ""
    public: bool = False

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What all the reports that it is about are recognised by."""
        return tuple(sign for target in self.targets for sign in target.signs)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: later ones have higher numbers. undone is when it was taken back, undone_by by whom,
    undone_why why."""

    number: int
    collection: str
    matter: Matter
    who: str
    why: str
    recorded: datetime
    undone: datetime | None = None
    undone_by: str = ""
    undone_why: str = ""

    @property
    def kind(self) -> Kind:
        """What is decided."""
        return self.matter.kind


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision is contradicted: the intervals are what was known then, or decided, and what is now."""

    trouble: Trouble
    then: tuple[Interval, ...] = ()
    now: tuple[Interval, ...] = ()
    said: tuple[str, ...] = ()
    """The articles whose reports say so, the title of what is gone, or the statuses then and now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a decision stands, and of which events, as indices of those derived; by is the number of the one that
    replaced it."""

    number: int
    state: State
    reasons: tuple[Reason, ...] = ()
    events: tuple[int, ...] = ()
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision that counts for an event; text has the words of a public note."""

    number: int
    kind: Kind
    recorded: str
    text: str = ""
    contradicted: bool = False


def sign(report: Report) -> Sign:
    """What a report is recognised by."""
    mention = report.mention
    word = mention.at - mention.start if mention.at >= mention.start else -1
    said = report.interval if report.basis is Basis.EXPLICIT else None
    return Sign(report.article, mention.start, mention.text, mention.act, word, said)
