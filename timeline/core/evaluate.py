"""Evaluating a term against an anchor: a pure function that also yields the derivation.

Every operator maps an interval to an interval and is monotone in both ends, so an anchor that is known only as an
interval, or open, gives the hull of what each of its moments would give, without a case of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import singledispatch
from typing import Final

from timeline.core import algebra as a
from timeline.core import arguments, calendar
from timeline.core.derivation import Derivation, Evidence, Kind, Step
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, unit_at, until
from timeline.core.patterns import choose, choose_date, inside
from timeline.core.portions import part, portion


class Tense(StrEnum):
    """The tense of the clause in which an expression stands."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a term is evaluated against; publication is open where it is not known."""

    publication: Interval = UNKNOWN
    mentioned: Interval | None = None
    tense: Tense = Tense.UNKNOWN
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a term gave, and the steps."""

    interval: Interval
    derivation: Derivation


def evaluate(term: a.Term, anchor: Anchor) -> Evaluation:
    """The interval that the term denotes for this anchor, on the publication's clocks; open where it cannot be told."""
    steps: list[Step] = []
    interval = _give(term, anchor, steps)
    return Evaluation(interval, tuple(steps))


def _give(term: a.Term, anchor: Anchor, steps: list[Step]) -> Interval:
    interval = _value(term, anchor, steps)
    kind = Kind.ANCHOR if isinstance(term, a.Now | a.Mentioned) else Kind.RULE
    evidence = anchor.evidence if isinstance(term, a.Now) else None
    given = arguments.of(term, anchor.publication.zone, anchor.tense)
    steps.append(Step(kind, type(term).__name__, interval, evidence, given))
    return interval


@singledispatch
def _value(term: a.Term, _anchor: Anchor, _steps: list[Step]) -> Interval:
    raise TypeError(term)


@_value.register
def _(_term: a.Now, anchor: Anchor, _steps: list[Step]) -> Interval:
    return anchor.publication


@_value.register
def _(_term: a.Mentioned, anchor: Anchor, _steps: list[Step]) -> Interval:
    return anchor.mentioned or replace(UNKNOWN, zone=anchor.publication.zone)


@_value.register
def _(term: a.Date, anchor: Anchor, _steps: list[Step]) -> Interval:
    unit = G.DAY if term.day else G.MONTH if term.month else G.YEAR
    return unit_at(calendar.at(term.year, term.month or 1, term.day or 1), unit, anchor.publication.zone)


@_value.register
def _(term: a.Week, anchor: Anchor, _steps: list[Step]) -> Interval:
    return unit_at(calendar.week_start(term.year, term.number), G.WEEK, anchor.publication.zone)


@_value.register
def _(term: a.Decade, anchor: Anchor, _steps: list[Step]) -> Interval:
    return unit_at(calendar.at(term.number * 10), G.DECADE, anchor.publication.zone)


@_value.register
def _(term: a.Century, anchor: Anchor, _steps: list[Step]) -> Interval:
    return unit_at(calendar.at(term.number * 100), G.CENTURY, anchor.publication.zone)


@_value.register
def _(term: a.Named, anchor: Anchor, steps: list[Step]) -> Interval:
    first = _value(term.first, anchor, steps)
    end = _value(term.last, anchor, steps).end if term.last else calendar.END
    return Interval(first.start, end, G.INTERVAL, first.zone)


@_value.register
def _(term: a.This, anchor: Anchor, steps: list[Step]) -> Interval:
    return _each(_give(term.of, anchor, steps), lambda at: unit_at(at, term.unit), term.unit)


@_value.register
def _(term: a.Last, anchor: Anchor, steps: list[Step]) -> Interval:
    return _moved(_give(term.of, anchor, steps), -1, term.unit)


@_value.register
def _(term: a.Next, anchor: Anchor, steps: list[Step]) -> Interval:
    return _moved(_give(term.of, anchor, steps), 1, term.unit)


@_value.register
def _(term: a.Shift, anchor: Anchor, steps: list[Step]) -> Interval:
    base = _give(term.of, anchor, steps)
    if term.unit.within_day and base.granularity not in _FINE:
        start, end = (calendar.add(at, term.count, term.unit) for at in (base.start, base.end))
        return Interval(start, end, G.INTERVAL if base.granularity is G.DAY else base.granularity, base.zone)
    return _moved(base, term.count, term.unit)


_FINE: Final = frozenset({G.SECOND, G.MINUTE, G.HOUR})


def _moved(base: Interval, count: float, unit: G) -> Interval:
    return _each(base, lambda at: unit_at(calendar.add(calendar.floor(at, unit), count, unit), unit), unit)


def _each(base: Interval, give: Callable[[float], Interval], unit: G) -> Interval:
    """The hull of what every moment of base gives: at a granularity only where all give the same."""
    first = give(base.start) if base.start > calendar.BEGINNING else None
    last = give(base.last) if base.end < calendar.END else None
    start = first.start if first else calendar.BEGINNING
    end = last.end if last else calendar.END
    same = first is not None and last is not None and first.start == last.start
    return Interval(start, end, unit if same else G.UNKNOWN if not (first or last) else G.INTERVAL, base.zone)


@_value.register
def _(term: a.Nearest, anchor: Anchor, steps: list[Step]) -> Interval:
    toward = _toward(term, anchor.tense)
    base = _give(term.of, anchor, steps)
    if base.unknown:
        return base
    if not base.bounded:
        return since(base) if toward in {a.Toward.FUTURE, a.Toward.AFTER} else replace(UNKNOWN, zone=base.zone)
    pick = choose_date if term.toward is a.Toward.TENSE and isinstance(term.pattern, _DATES) else choose
    first, last = (pick(term.pattern, at, toward, base.zone) for at in (base.start, base.last))
    return first if first == last else Interval(first.start, last.end, G.INTERVAL, base.zone)


_DATES: Final = (a.DayOfYear, a.WeekdayOfMonth, a.Easter, a.Feast, a.LongFeast)


def _toward(term: a.Nearest, tense: Tense) -> a.Toward:
    """A quarter is the last one whatever the tense: so 43 of 43 cases of TimeBank and AQUAINT (even documents)."""
    if term.toward is not a.Toward.TENSE:
        return term.toward
    if tense is Tense.FUTURE and not isinstance(term.pattern, a.QuarterOfYear):
        return a.Toward.FUTURE
    return a.Toward.NEAREST if tense is not Tense.PAST and isinstance(term.pattern, _DATES) else a.Toward.PAST


@_value.register
def _(term: a.In, anchor: Anchor, steps: list[Step]) -> Interval:
    base = _give(term.of, anchor, steps)
    if not base.bounded:
        return base
    return _number(inside(term.pattern, base), term.number, base)


@_value.register
def _(term: a.Nth, anchor: Anchor, steps: list[Step]) -> Interval:
    base = _give(term.of, anchor, steps)
    if not base.bounded:
        return base
    if term.number < 0:
        return _clipped(unit_at(calendar.add(base.last, term.number + 1, term.unit), term.unit, base.zone), base)
    return _clipped(unit_at(calendar.add(base.start, term.number - 1, term.unit), term.unit, base.zone), base)


def _number(found: list[Interval], number: int, base: Interval) -> Interval:
    index = number - 1 if number > 0 else number
    return found[index] if -len(found) <= index < len(found) else replace(UNKNOWN, zone=base.zone)


def _clipped(found: Interval, base: Interval) -> Interval:
    return found if found.overlaps(base) else replace(UNKNOWN, zone=base.zone)


@_value.register
def _(term: a.PartOf, anchor: Anchor, steps: list[Step]) -> Interval:
    return part(term.part, _give(term.of, anchor, steps))


@_value.register
def _(term: a.Portion, anchor: Anchor, steps: list[Step]) -> Interval:
    return portion(term.mod, _give(term.of, anchor, steps))


@_value.register
def _(term: a.Modified, anchor: Anchor, steps: list[Step]) -> Interval:
    return _give(term.of, anchor, steps)


@_value.register
def _(term: a.Clock, anchor: Anchor, steps: list[Step]) -> Interval:
    base = _give(term.of, anchor, steps)
    if base.granularity is not G.DAY and not base.granularity.within_day:
        return base
    unit = G.SECOND if term.second is not None else G.MINUTE if term.minute is not None else G.HOUR
    moment = calendar.floor(base.start, G.DAY) + term.hour * calendar.HOUR
    moment += (term.minute or 0) * calendar.MINUTE + (term.second or 0)
    return unit_at(moment, unit, term.zone or base.zone)


@_value.register
def _(term: a.Between, anchor: Anchor, steps: list[Step]) -> Interval:
    first = _give(term.first, anchor, steps)
    last = _give(term.last, anchor, steps)
    if last.start < first.start and isinstance(term.last, a.Nearest) and first.bounded:
        last = choose(term.last.pattern, first.last, a.Toward.AFTER, first.zone)
    return Interval(first.start, max(first.end, last.end), G.INTERVAL, first.zone)


@_value.register
def _(term: a.Either, anchor: Anchor, steps: list[Step]) -> Interval:
    first, second = _give(term.first, anchor, steps), _give(term.second, anchor, steps)
    now = _give(a.Now(), anchor, steps)
    near = [_near(found, now) for found in (first, second)]
    return second if near == [False, True] else first


_NEAR: Final = 45 * calendar.DAY
"""News names days of the last weeks; two readings of '03/10/2024' lie at least that far apart."""


def _near(interval: Interval, publication: Interval) -> bool:
    return publication.bounded and -_NEAR <= interval.start - publication.start <= _NEAR


@_value.register
def _(term: a.Reference, anchor: Anchor, steps: list[Step]) -> Interval:
    now = _give(term.of, anchor, steps)
    match term.to:
        case a.When.PAST:
            return until(now)
        case a.When.FUTURE:
            return since(now)
        case _:
            return now


@_value.register
def _(_term: a.Length | a.Every, anchor: Anchor, _steps: list[Step]) -> Interval:
    return replace(UNKNOWN, zone=anchor.publication.zone)


@_value.register
def _(term: a.Run, anchor: Anchor, steps: list[Step]) -> Interval:
    base = _give(term.of, anchor, steps)
    if base.unknown or any(amount.count is None for amount in term.length.amounts):
        return until(base) if term.sign < 0 else since(base)
    far = base.start if term.sign < 0 else base.end
    for amount in term.length.amounts:
        far = calendar.add(far, term.sign * (amount.count or 0), amount.unit)
    return Interval(*((far, base.end) if term.sign < 0 else (base.start, far)), G.INTERVAL, base.zone)
