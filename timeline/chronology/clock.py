"""The clock that an article was stamped by, checked against the date that its text gives to the day of speaking."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from timeline.core import calendar
from timeline.core.article import Candidate, Doubt, DoubtKind, ZoneFrom
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.interval import Interval

_OFFSETS: Final = range(-12, 15)
"""Hours ahead of UTC that clocks somewhere show."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that an article was given; zoned says that it names its zone, zone_from who says the article's."""

    candidate: Candidate
    zoned: bool
    zone_from: ZoneFrom

    @property
    def instant(self) -> bool:
        """Whether it is a known moment on any clock."""
        return self.zoned and self.candidate.interval.granularity.within_day


@dataclass(frozen=True, slots=True)
class Today:
    """The day that a text calls today, and the words."""

    day: Interval
    words: Evidence


def check(stamp: Stamp, said: Sequence[Today]) -> tuple[Candidate, tuple[Doubt, ...]]:
    """What was given, with a doubt where it was another day on its clock than the text says.

    Where the clock is only the collection's, that of the nearest whole hour is assumed on which it was that day.
    """
    given = stamp.candidate
    if not said or any(given.interval.overlaps(one.day) for one in said):
        return given, ()
    first = said[0]
    zone = _zone(given.interval, first.day) if stamp.instant else None
    if zone and stamp.zone_from is ZoneFrom.COLLECTION and all(one.day == first.day for one in said):
        return _assumed(given, first, zone), ()
    rule = "dated_otherwise" if not stamp.instant else "another_clock" if zone else "no_clock"
    known = (f"zone={zone}",) if zone else ()
    return given, (Doubt(DoubtKind.CLOCK, Step(Kind.CONSTRAINT, rule, first.day, first.words, known)),)


def agreed(said: Sequence[tuple[Interval, Interval]]) -> tuple[str, int] | None:
    """The zone of a whole hour in which most stamps lie on the day that their text calls today, of several the nearest
    to their own; and how many do. None where none does in any."""
    counts = Counter(hours for stamped, day in said for hours in _fitting(stamped, day))
    if not counts:
        return None
    hours = min(counts, key=lambda hours: (-counts[hours], sum(abs(hours - _hours(stamped)) for stamped, _ in said)))
    return _name(hours), counts[hours]


def _zone(stamped: Interval, day: Interval) -> str | None:
    """The zone of the whole hour nearest to the stamp's own in which the stamp lies on a day; None where none does."""
    found = agreed([(stamped, day)])
    return found and found[0]


def _fitting(stamped: Interval, day: Interval) -> Iterator[int]:
    """The hours ahead of UTC of the clocks on which a stamp lies on a day."""
    utc = calendar.in_zone(stamped.start, stamped.zone, "UTC")
    return (hours for hours in _OFFSETS if day.start <= utc + hours * calendar.HOUR < day.end)


def _hours(stamped: Interval) -> float:
    """How far ahead of UTC the clock of a stamp is."""
    return (stamped.start - calendar.in_zone(stamped.start, stamped.zone, "UTC")) / calendar.HOUR


def _name(hours: int) -> str:
    """'Etc/GMT+3' for three hours behind UTC: these names count westward (tz database, file etcetera)."""
    return f"Etc/GMT{-hours:+}" if hours else "UTC"


def _assumed(given: Candidate, said: Today, zone: str) -> Candidate:
    """What was given, on the clock that makes the text true."""
    moved = given.interval.seen_from(replace(said.day, zone=zone))
    known = (f"zone={zone}", f"assumed={given.interval.zone}")
    steps = (
        Step(Kind.EXPRESSION, "today", None, said.words),
        Step(Kind.RULE, "assumed_clock", moved, None, known),
    )
    return replace(given, interval=moved, derivation=(*given.derivation, *steps))
