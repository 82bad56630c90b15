"""What people said, as an audit lists it: decisions and corrections alike, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from timeline.core import words
from timeline.core.correction import Corrected as What
from timeline.core.decision import Decision, Kind, Reason, State, Trouble
from timeline.core.event import Other
from timeline.core.interval import Interval
from timeline.storage.audit import CORRECT, Corrected
from timeline.storage.decisions import Stood


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person said, and how it stands. number is None for a correction, which is taken back by another one.

    events are those that it stands for now, targets those that it was said of, as they were called then; date, text and
    public are a decision's, article or source, what and value a correction's.
    """

    number: int | None
    collection: str
    kind: str
    who: str
    why: str
    recorded: datetime
    state: State
    said: str
    undone: datetime | None = None
    undone_by: str = ""
    undone_why: str = ""
    reasons: tuple[str, ...] = ()
    events: tuple[Other, ...] = ()
    targets: tuple[Other, ...] = ()
    date: Interval | None = None
    text: str = ""
    public: bool = False
    article: str | None = None
    source: str | None = None
    what: What | None = None
    value: str | None = None


def decided(stood: Stood) -> Entry:
    """A decision."""
    own, matter = stood.decision, stood.decision.matter
    reasons = [_AGAINST[reason.trouble](reason) for reason in stood.reasons]
    if stood.by is not None:
        reasons.append(f"Decision {stood.by} says otherwise since.")
    return Entry(
        number=own.number,
        collection=own.collection,
        kind=own.kind.value,
        who=own.who,
        why=own.why,
        recorded=own.recorded,
        state=stood.state,
        said=_SAID[own.kind](own),
        undone=own.undone,
        undone_by=own.undone_by,
        undone_why=own.undone_why,
        reasons=tuple(reasons),
        events=stood.events,
        targets=tuple(Other(target.event, target.title) for target in matter.targets),
        date=matter.date,
        text=matter.text,
        public=matter.public,
    )


def corrected(found: Corrected) -> Entry:
    """A correction of an article or a source."""
    own = found.correction
    return Entry(
        number=None,
        collection=found.collection,
        kind=CORRECT,
        who=own.who,
        why=own.why,
        recorded=own.recorded,
        state=found.state,
        said=f"{own.what.value} is {own.value if own.value is not None else 'not known'}",
        undone=found.undone,
        reasons=("A later correction says otherwise.",) if found.state is State.REPLACED else (),
        article=found.article,
        source=found.source,
        what=own.what,
        value=own.value,
    )


def _accepted(one: Decision) -> str:
    (target,) = one.matter.targets
    return f"it is right as it is shown: {_dates(target.dates)}, {target.status.value}"


def _redated(one: Decision) -> str:
    at = one.matter.date
    return "its date is not known" if at is None or at.unknown else f"its date is {words.in_words(at)}"


def _merged(one: Decision) -> str:
    *first, last = (f"“{target.title}”" for target in one.matter.targets)
    return f"{', '.join(first)} and {last} are one event"


def _split(one: Decision) -> str:
    sentences = len({(sign.article, sign.start) for sign in one.matter.apart})
    return f"{sentences} of its sentences {'is' if sentences == 1 else 'are'} of another event"


_SAID: Final[Mapping[Kind, Callable[[Decision], str]]] = {
    Kind.ACCEPT: _accepted,
    Kind.HIDE: lambda _: "it is not to be shown",
    Kind.REDATE: _redated,
    Kind.MERGE: _merged,
    Kind.SPLIT: _split,
    Kind.NOTE: lambda one: one.matter.text,
}


def _explicit(reason: Reason) -> str:
    """'a3 names 4 November 2024, which the decided 6 November 2024 excludes.'"""
    verb = "names" if len(reason.said) == 1 else "name"
    return f"{', '.join(reason.said)} {verb} {_dates(reason.now)}, which the decided {_dates(reason.then)} excludes."


_AGAINST: Final[Mapping[Trouble, Callable[[Reason], str]]] = {
    Trouble.GONE: lambda one: f"No event has the reports of {', '.join(f'“{title}”' for title in one.said)} any more.",
    Trouble.APART: lambda _: "Its reports are told as several events now.",
    Trouble.JOINED: lambda _: "It is told as one with another event that was decided on by itself.",
    Trouble.DAY: lambda one: f"Its date was {_dates(one.then)} when it was accepted, and is {_dates(one.now)} now.",
    Trouble.STATUS: lambda one: f"It was {one.said[0]} when it was accepted, and is {one.said[1]} now.",
    Trouble.EXPLICIT: _explicit,
    Trouble.GROWN: lambda one: f"{len(one.said)} articles tell of it now, far more than when it was hidden.",
    Trouble.EXCLUDE: lambda one: f"Its reports name days now that exclude each other: {_dates(one.now)}.",
}


def _dates(dates: tuple[Interval, ...]) -> str:
    if all(at.unknown for at in dates):
        return "no date"
    return words.one_of(dates) if len(dates) > 1 else words.in_words(dates[0])
