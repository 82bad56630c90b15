"""Questions about terms, and small changes to them, that several refiners need."""

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G

THE_DAY: Final = a.This(G.DAY)
"""The day of a time of day that names none."""

_PATTERNS: Final[dict[type[a.Pattern], G | None]] = {
    a.Weekday: G.DAY, a.DayOfMonth: G.DAY, a.DayOfYear: G.DAY, a.WeekdayOfMonth: G.DAY, a.Easter: G.DAY, a.Feast: G.DAY,
    a.LongFeast: None, a.Weekend: G.WEEKEND, a.MonthOfYear: G.MONTH, a.QuarterOfYear: G.QUARTER, a.HalfOfYear: G.HALF,
    a.SeasonOfYear: G.SEASON,
}  # fmt: skip
_ORDER: Final = (
    G.SECOND, G.MINUTE, G.HOUR, G.PART_OF_DAY, G.DAY, G.WEEKEND, G.WEEK, G.MONTH, G.SEASON, G.QUARTER, G.HALF, G.YEAR,
    G.DECADE, G.CENTURY,
)  # fmt: skip
_RANK: Final = {unit: rank for rank, unit in enumerate(_ORDER)}


def granularity(term: a.Term) -> G | None:
    """How precise a date that a term names is, as far as the term alone tells; None for what is not a date."""
    of = _GRANULARITIES.get(type(term))
    return of(term) if of else None


_GRANULARITIES: Final[dict[type[a.Term], Callable[[Any], G | None]]] = {
    a.Date: lambda term: G.DAY if term.day else G.MONTH if term.month else G.YEAR,
    **dict.fromkeys((a.This, a.Last, a.Next, a.Shift, a.Nth), attrgetter("unit")),
    **dict.fromkeys((a.Nearest, a.In), lambda term: _PATTERNS[type(term.pattern)]),
    **dict.fromkeys((a.Portion, a.Modified), lambda term: granularity(term.of)),
    a.Either: lambda term: granularity(term.first),
    a.PartOf: lambda _: G.PART_OF_DAY, a.Clock: lambda _: G.MINUTE, a.Week: lambda _: G.WEEK,
    a.Decade: lambda _: G.DECADE, a.Century: lambda _: G.CENTURY,
}  # fmt: skip
"""By the type of a term: these questions are asked of every expression several times."""


def finer(one: G, other: G) -> bool:
    """Whether one is at least as precise as the other."""
    return _RANK[one] <= _RANK[other]


def base(term: a.Term) -> a.Term | None:
    """The innermost anchor of a term: Now(), Mentioned() or a date; None for a term that has none."""
    inner: Any = term
    while type(inner) in _OVER:
        inner = inner.of
    return inner if type(inner) in _INNERMOST else None


_OVER: Final = frozenset({
    a.This, a.Last, a.Next, a.Shift, a.Nearest, a.In, a.Nth, a.PartOf, a.Portion, a.Modified, a.Clock, a.Run,
    a.Reference,
})  # fmt: skip
_INNERMOST: Final = frozenset({a.Now, a.Mentioned, a.Date, a.Either})
"""Sets of types: most refiners ask these questions of every expression, and isinstance takes five times as long."""


def rebased(term: a.Term, onto: a.Term) -> a.Term:
    """The term with another innermost anchor in place of Now() or Mentioned()."""
    match term:
        case a.Now() | a.Mentioned():
            return onto
        case (
            a.This(of=of) | a.Last(of=of) | a.Next(of=of) | a.Shift(of=of) | a.Nearest(of=of) | a.In(of=of)
            | a.Nth(of=of) | a.PartOf(of=of) | a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of) | a.Run(of=of)
            | a.Reference(of=of)
        ):  # fmt: skip
            return replace(term, of=rebased(of, onto))
    return term


def open_choice(term: a.Term) -> a.Nearest | None:
    """The part of a term whose direction the tense decides, if there is one."""
    inner: Any = term
    while type(inner) in _AROUND_A_CHOICE:
        inner = inner.of
    return inner if isinstance(inner, a.Nearest) and inner.toward is a.Toward.TENSE else None


_AROUND_A_CHOICE: Final = frozenset({a.PartOf, a.Portion, a.Modified, a.Clock, a.This, a.Nth, a.In})


def substituted(term: a.Term, choice: a.Nearest, by: a.Term) -> a.Term:
    """The term with its open choice replaced."""
    if term == choice:
        return by
    match term:
        case (
            a.PartOf(of=of) | a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of) | a.This(of=of) | a.Nth(of=of)
            | a.In(of=of)
        ):  # fmt: skip
            return replace(term, of=substituted(of, choice, by))
    return term
