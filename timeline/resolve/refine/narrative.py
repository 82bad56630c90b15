"""Histories: where a text tells its years, a bare month or day belongs to the last date told, not to publication."""

from dataclasses import replace

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.refine.asides import asides, explicit_year
from timeline.resolve.refine.story import of_the_century, of_the_story
from timeline.resolve.rules import ago_list, day_nth, reference_told
from timeline.resolve.scan import Scan
from timeline.resolve.terms import base, finer, granularity, open_choice, rebased, substituted

_FEWEST_YEARS = 5
_YEARS_TO_DEICTIC = 3
"""A history has at least so many dates with a year, and so many for each word such as 'yesterday' or 'Friday'."""
_TURN_OF_YEAR = 10
"""Months back within the year, from which the next year is meant: a bare January after a December or an autumn."""
_LAST_MONTHS = {a.Season.SPRING: 5, a.Season.SUMMER: 8, a.Season.AUTUMN: 11}
_DEICTIC = (a.This, a.Last, a.Next, a.Shift)
_OF_A_UNIT = frozenset({"unit_bare", "week_of"})
"""Rules of 'the month' and 'the last week of the month'."""
PASSED = frozenset({day_nth.NAME, ago_list.NAME})
"""Rules of what nothing counts from: a day of an event, several dates at once."""
_TOLD = frozenset({reference_told.NAME, day_nth.NAME})
"""Rules of what is marked in histories only."""
_SOON = a.Reference(a.When.FUTURE)
"""'Soon' in a history is not the future of its publication."""


def narrative(scan: Scan, found: list[Found]) -> list[Found]:
    """In a history, each open month, day or season counted from the last date before it."""
    if not is_narrative(found):
        return [one for one in found if one.rule not in _TOLD]
    told = _in_their_century(scan, [one for one in found if one.rule != "reference" or one.term != _SOON])
    passing = asides(scan, told)
    refined: list[Found] = []
    story: Found | None = None
    aside: tuple[Found, int] | None = None
    for index, one in enumerate(told):
        aside = aside if aside and one.start < aside[1] else None
        last = aside[0] if aside else story
        refined.append(of_the_story(scan, one) if last is None else _anchored(of_the_story(scan, one), last))
        if index in passing:
            aside = refined[-1], passing[index]
        elif _leads(refined[-1], last):
            story, aside = _led(refined[-1], story, aside)
    return refined


def _led(
    one: Found, story: Found | None, aside: tuple[Found, int] | None
) -> tuple[Found | None, tuple[Found, int] | None]:
    """The date that what follows counts from, in the story or only in the sentence of an aside."""
    if aside and explicit_year(one) is None:
        return story, (one, aside[1])
    return one, None


def _in_their_century(scan: Scan, found: list[Found]) -> list[Found]:
    refined: list[Found] = []
    year: int | None = None
    for one in found:
        refined.append(of_the_century(scan, one, year))
        year = year if (named := explicit_year(refined[-1])) is None else named
    return refined


def _leads(one: Found, last: Found | None) -> bool:
    """Whether what follows counts from this expression: a date of the story."""
    unit = granularity(one.term)
    if unit is None or not finer(unit, G.YEAR) or unit.within_day or one.rule in PASSED:
        return False
    year = base(one.term)
    return isinstance(year, a.Date) or (last is not None and isinstance(year, a.Mentioned))


def is_narrative(found: list[Found]) -> bool:
    """Whether the years told outnumber the words that count from publication."""
    years = sum(isinstance(base(one.term), a.Date) for one in found)
    return years >= _FEWEST_YEARS and years > _YEARS_TO_DEICTIC * sum(map(_is_deictic, found))


def _is_deictic(one: Found) -> bool:
    if isinstance(one.term, _DEICTIC):
        return base(one.term) == a.Now()
    choice = open_choice(one.term)
    return choice is not None and isinstance(choice.pattern, a.Weekday)


def _anchored(one: Found, last: Found) -> Found:
    unit = granularity(last.term) or G.YEAR
    if unit is G.DAY and _of_the_day(one.term):
        return replace(one, term=rebased(one.term, a.Mentioned()), refers=last.start)
    if (one.rule in _OF_A_UNIT and base(one.term) == a.Now()) or (one.rule == "unit" and one.term == a.This(G.DAY)):
        return replace(one, term=rebased(one.term, a.Mentioned()), refers=last.start)
    choice = open_choice(one.term)
    told = _told(choice, unit, _month(last.term)) if choice else None
    if choice is None or told is None:
        return one
    return replace(one, term=substituted(one.term, choice, told), refers=last.start)


def _of_the_day(term: a.Term) -> bool:
    """Whether a term is a time of a day that nobody names: 'around noon', 'in the early morning'."""
    if isinstance(term, a.Modified | a.Portion):
        return _of_the_day(term.of)
    return isinstance(term, a.Clock | a.PartOf) and term.of == a.This(G.DAY)


def _told(choice: a.Nearest, unit: G, month: int | None) -> a.Term | None:
    """In the year that was told last (better by 1.0 than the nearest, WikiWars), or, for a January after a December, in
    the next; a weekday after the last day told."""
    if isinstance(choice.pattern, a.Weekday | a.Weekend):
        return a.Nearest(choice.pattern, a.Toward.FUTURE, a.Mentioned()) if unit is G.DAY else None
    pattern = replace(choice.pattern, weekday=None) if isinstance(choice.pattern, a.DayOfYear) else choice.pattern
    began = pattern.month if isinstance(pattern, a.MonthOfYear | a.DayOfYear) else None
    turned = month is not None and began is not None and month - began >= _TURN_OF_YEAR
    return a.In(pattern, a.Next(G.YEAR, a.Mentioned()) if turned else a.This(G.YEAR, a.Mentioned()))


def _month(term: a.Term) -> int | None:
    """The month in which a date lies, as far as its words say so."""
    match term:
        case a.Date(month=month):
            return month
        case a.In(pattern=a.MonthOfYear(month=month) | a.DayOfYear(month=month)):
            return month
        case a.In(pattern=a.SeasonOfYear(season=season)):
            return _LAST_MONTHS.get(season)
        case a.Portion(of=of) | a.Modified(of=of) | a.PartOf(of=of):
            return _month(of)
    return None
