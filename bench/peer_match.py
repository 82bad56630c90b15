"""Whether what the resolver found is what another project's case expects."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.peer_cases import Case, Moment, Wanted
from timeline import resolve
from timeline.core import calendar
from timeline.core.expression import Resolution
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval

_LONGEST: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 31 * 86400}


@dataclass(frozen=True, slots=True)
class Read:
    """A case with what the resolver found in it, each interval on the clocks of the case."""

    case: Case
    found: tuple[Resolution, ...]

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """Their intervals on the case's clocks, and on their own where these are others."""
        here = Interval(0, 0, G.INTERVAL, self.case.zone)
        moved = (each.interval.seen_from(here) for each in self.found)
        return tuple(moved) + tuple(each.interval for each in self.found if each.interval.zone != here.zone)

    @property
    def passed(self) -> bool:
        """Whether every expected result is there; nothing else may be found only where nothing is expected."""
        if not self.case.wanted:
            return bool(self.found) == self.case.present
        return all(self.meets(wanted) for wanted in self.case.wanted)

    def meets(self, wanted: Wanted) -> bool:
        """Whether one expected result is among what was found: by its TIMEX3 values in their order, or its moments."""
        if wanted.values and _in_order(wanted.values, tuple(each.value for each in self.found)):
            return True
        return any(self._spans(wanted, first) for first in wanted.firsts)

    def _spans(self, wanted: Wanted, first: Moment) -> bool:
        if wanted.side:
            return any(agree(edge, first) for each in self.found for edge in _edges(each.interval))
        starts = [at for at, each in enumerate(self.intervals) if agree(each.start, first) and _fine(each, wanted)]
        return bool(starts) and (wanted.last is None or self._ends(starts[0], wanted.last))

    def _ends(self, at: int, last: Moment) -> bool:
        """Whether a range ends as expected: with its own end, excluded or included, or where a later expression
        begins or ends."""
        return any(agree(edge, last) for each in self.intervals[at:] for edge in _edges(each))


def read(case: Case) -> Read:
    """The case, read by the resolver."""
    found = tuple(each for each in resolve(case.text, case.published, zone=case.zone))
    return Read(case, found)


def agree(civil: float, moment: Moment) -> bool:
    """Whether a civil time has all the fields that a moment gives; a year alone is not enough for an open end."""
    if abs(civil) == calendar.END:
        return False
    return all(part is None or part == ours for part, ours in zip(moment, calendar.fields(civil), strict=True))


def _edges(interval: Interval) -> Iterator[float]:
    yield interval.start
    yield interval.end
    yield interval.last
    if interval.bounded and interval.granularity in {G.YEAR, G.MONTH, G.DAY, G.HOUR}:
        yield calendar.floor(interval.last, G.DAY)


def _fine(interval: Interval, wanted: Wanted) -> bool:
    """Whether an interval is at least as precise as the grain that is expected."""
    longest = _LONGEST.get(wanted.grain)
    return longest is None or wanted.last is not None or interval.end - interval.start <= longest


def _in_order(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    rest = iter(map(plain, found))
    return all(plain(value) in rest for value in wanted)


def plain(value: str) -> str:
    """A TIMEX3 value with the differences of spelling taken out: '2024-11-05TMO', 'P12M', 'T15:00' for 'T15'."""
    return value.removesuffix(":00") if "T" in value and ":" in value else value
