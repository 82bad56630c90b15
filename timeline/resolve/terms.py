"""Questions about terms, and small changes to them, that several refiners need."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G

_PATTERNS: Final = {
    a.Weekday: G.DAY, a.DayOfMonth: G.DAY, a.DayOfYear: G.DAY, a.WeekdayOfMonth: G.DAY, a.Easter: G.DAY,
    a.Weekend: G.WEEKEND, a.MonthOfYear: G.MONTH, a.QuarterOfYear: G.QUARTER, a.HalfOfYear: G.HALF,
    a.SeasonOfYear: G.SEASON,
}  # fmt: skip
_ORDER: Final = (
    G.SECOND, G.MINUTE, G.HOUR, G.PART_OF_DAY, G.DAY, G.WEEKEND, G.WEEK, G.MONTH, G.SEASON, G.QUARTER, G.HALF, G.YEAR,
    G.DECADE, G.CENTURY,
)  # fmt: skip
_RANK: Final = {unit: rank for rank, unit in enumerate(_ORDER)}


def granularity(term: a.Term) -> G | None:
    """How precise a date that a term names is, as far as the term alone tells; None for what is not a date."""
    match term:
        case a.Date(month=month, day=day):
            return G.DAY if day else G.MONTH if month else G.YEAR
        case a.This(unit=unit) | a.Last(unit=unit) | a.Next(unit=unit) | a.Shift(unit=unit) | a.Nth(unit=unit):
            return unit
        case a.Nearest(pattern=pattern) | a.In(pattern=pattern):
            return _PATTERNS[type(pattern)]
        case a.PartOf():
            return G.PART_OF_DAY
        case a.Clock():
            return G.MINUTE
        case a.Week():
            return G.WEEK
        case a.Decade():
            return G.DECADE
        case a.Century():
            return G.CENTURY
        case a.Portion(of=of) | a.Modified(of=of) | a.Either(first=of):
            return granularity(of)
    return None


def finer(one: G, other: G) -> bool:
    """Whether one is at least as precise as the other."""
    return _RANK[one] <= _RANK[other]


def base(term: a.Term) -> a.Term | None:
    """The innermost anchor of a term: Now(), Mentioned() or a date; None for a term that has none."""
    match term:
        case a.Now() | a.Mentioned() | a.Date() | a.Either():
            return term
        case (
            a.This(of=of) | a.Last(of=of) | a.Next(of=of) | a.Shift(of=of) | a.Nearest(of=of) | a.In(of=of)
            | a.Nth(of=of) | a.PartOf(of=of) | a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of) | a.Run(of=of)
        ):  # fmt: skip
            return base(of)
    return None


def rebased(term: a.Term, onto: a.Term) -> a.Term:
    """The term with another innermost anchor in place of Now() or Mentioned()."""
    match term:
        case a.Now() | a.Mentioned():
            return onto
        case (
            a.This(of=of) | a.Last(of=of) | a.Next(of=of) | a.Shift(of=of) | a.Nearest(of=of) | a.In(of=of)
            | a.Nth(of=of) | a.PartOf(of=of) | a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of) | a.Run(of=of)
        ):  # fmt: skip
            return replace(term, of=rebased(of, onto))
    return term


def open_choice(term: a.Term) -> a.Nearest | None:
    """The part of a term whose direction the tense decides, if there is one."""
    match term:
        case a.Nearest(toward=a.Toward.TENSE):
            return term
        case a.PartOf(of=of) | a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of) | a.This(of=of) | a.Nth(of=of):
            return open_choice(of)
    return None


def substituted(term: a.Term, choice: a.Nearest, by: a.Term) -> a.Term:
    """The term with its open choice replaced."""
    if term == choice:
        return by
    match term:
        case a.PartOf(of=of) | a.Portion(of=of) | a.Modified(of=of) | a.Clock(of=of) | a.This(of=of) | a.Nth(of=of):
            return replace(term, of=substituted(of, choice, by))
    return term
