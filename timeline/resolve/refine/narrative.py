"""Histories: where a text tells its years, a bare month or day belongs to the last date told, not to publication."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.rules.reference_told import NAME
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, finer, granularity, open_choice, rebased, substituted

_FEWEST_YEARS = 5
_YEARS_TO_DEICTIC = 3
"""A history has at least so many dates with a year, and so many for each word such as 'yesterday' or 'Friday'."""
_STORY_YEARS = 30
"""A date farther than this from the middle of the years told is an aside: a book, a later view."""
_TURN_OF_YEAR = 10
"""Months back within the year, from which the next year is meant: a bare January after a December."""
_DEICTIC = (a.This, a.Last, a.Next, a.Shift)
_SOON = a.Reference(a.When.FUTURE)
"""'Soon' in a history is not the future of its publication."""


def narrative(_scan: Scan, found: list[Found]) -> list[Found]:
    """In a history, each open month, day or season counted from the last date before it."""
    if not is_narrative(found):
        return [one for one in found if one.rule != NAME]
    years = _years(found)
    middle = years[len(years) // 2]
    refined: list[Found] = []
    last: Found | None = None
    for one in found:
        if one.rule == "reference" and one.term == _SOON:
            continue
        told = one if last is None else _anchored(one, last)
        refined.append(told)
        if _leads(told, last, middle):
            last = told
    return refined


def _leads(one: Found, last: Found | None, middle: int) -> bool:
    """Whether what follows counts from this expression: a date of the story."""
    unit = granularity(one.term)
    if unit is None or not finer(unit, G.YEAR) or unit.within_day:
        return False
    year = base(one.term)
    if isinstance(year, a.Date):
        return abs(year.year - middle) <= _STORY_YEARS
    return last is not None and isinstance(year, a.Mentioned)


def _years(found: list[Found]) -> list[int]:
    bases = (base(one.term) for one in found)
    return sorted(date.year for date in bases if isinstance(date, a.Date))


def is_narrative(found: list[Found]) -> bool:
    """Whether the years told outnumber the words that count from publication."""
    years, deictic = _years(found), sum(_is_deictic(one) for one in found)
    return len(years) >= _FEWEST_YEARS and len(years) > _YEARS_TO_DEICTIC * deictic


def _is_deictic(one: Found) -> bool:
    if isinstance(one.term, _DEICTIC):
        return base(one.term) == a.Now()
    choice = open_choice(one.term)
    return choice is not None and isinstance(choice.pattern, a.Weekday)


def _anchored(one: Found, last: Found) -> Found:
    unit = granularity(last.term) or G.YEAR
    if isinstance(one.term, a.Clock | a.PartOf) and one.term.of == a.This(G.DAY) and unit is G.DAY:
        return replace(one, term=replace(one.term, of=a.This(G.DAY, a.Mentioned())), refers=last.start)
    if (one.rule == "unit_bare" and base(one.term) == a.Now()) or (one.rule == "unit" and one.term == a.This(G.DAY)):
        return replace(one, term=rebased(one.term, a.Mentioned()), refers=last.start)
    choice = open_choice(one.term)
    told = _told(choice, unit, _month(last.term)) if choice else None
    if choice is None or told is None:
        return one
    return replace(one, term=substituted(one.term, choice, told), refers=last.start)


def _told(choice: a.Nearest, unit: G, month: int | None) -> a.Term | None:
    """In the year that was told last (better by 1.0 than the nearest, WikiWars), or, for a January after a December, in
    the next; a weekday after the last day told."""
    if isinstance(choice.pattern, a.Weekday | a.Weekend):
        return a.Nearest(choice.pattern, a.Toward.FUTURE, a.Mentioned()) if unit is G.DAY else None
    if isinstance(choice.pattern, a.DayOfYear) and choice.pattern.weekday is not None:
        return None
    began = choice.pattern.month if isinstance(choice.pattern, a.MonthOfYear | a.DayOfYear) else None
    turned = month is not None and began is not None and month - began >= _TURN_OF_YEAR
    return a.In(choice.pattern, a.Next(G.YEAR, a.Mentioned()) if turned else a.This(G.YEAR, a.Mentioned()))


def _month(term: a.Term) -> int | None:
    """The month in which a date lies, as far as its words say so."""
    match term:
        case a.Date(month=month):
            return month
        case a.In(pattern=a.MonthOfYear(month=month) | a.DayOfYear(month=month)):
            return month
        case a.Portion(of=of) | a.Modified(of=of) | a.PartOf(of=of):
            return _month(of)
    return None
