"""Events: reports of the same happening, with one date, and what the sources disagree about."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.core import calendar, edtf
from timeline.core.decision import Kind, Verdict
from timeline.core.derivation import Derivation
from timeline.core.interval import Interval
from timeline.core.mention import Report, Status


class Certainty(StrEnum):
    """How sure the date is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class EventDate:
    """The interval of an event; claimed has every explicit interval where they cannot all be true, else nothing."""

    interval: Interval
    certainty: Certainty
    derivation: Derivation
    claimed: tuple[Interval, ...] = ()

    @property
    def edtf(self) -> str:
        """'2024-11-05', or '[2024-11-04,2024-11-05]' where it is disputed."""
        return edtf.write_one_of(self.claimed) if self.claimed else edtf.write(self.interval)

    @property
    def dated(self) -> bool:
        """Whether the event belongs on the line and not on the shelf of the undated."""
        return not self.interval.unknown

    @property
    def order(self) -> tuple[float, float]:
        """The place on the line: by the first moment, or by the last day where the beginning is open; then by
        the end."""
        start, end = self.interval.start, self.interval.end
        return (start if start > calendar.BEGINNING else end - calendar.DAY), end


@dataclass(frozen=True, slots=True)
class Claim:
    """One of several statements that cannot all be true, and which of the event's reports (by index) make it."""

    text: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the sources of an event disagree about: the day or a number."""

    about: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named in the reports; kind is person, organisation or place."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How many articles, sources and independent origins report an event."""

    articles: int
    sources: int
    origins: int


@dataclass(frozen=True, slots=True)
class Other:
    """Another event of the same collection."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. id is empty until it is stored; reports stand in the order of article and place in it."""

    id: str
    title: str
    text: str
    status: Status
    date: EventDate
    entities: tuple[Entity, ...]
    corroboration: Corroboration
    reports: tuple[Report, ...]
    contradictions: tuple[Contradiction, ...] = ()
    fulfilled_by: Other | None = None
    """What very likely became of a plan, as it is stored."""
    fulfils: tuple[Other, ...] = ()
    """The plans that it very likely is the happening of, as they are stored."""
    decided: tuple[Verdict, ...] = ()
    """What people decided of it and counts, in the order in which they did; private notes are not among it."""

    @property
    def hidden(self) -> bool:
        """Whether a person decided last that it is not to be shown."""
        said = [one.kind for one in self.decided if one.kind in {Kind.HIDE, Kind.ACCEPT}]
        return said[-1:] == [Kind.HIDE]

    @property
    def accepted(self) -> bool:
        """Whether a person checked it, and it is still as it was then."""
        return not self.hidden and any(one.kind is Kind.ACCEPT and not one.contradicted for one in self.decided)
