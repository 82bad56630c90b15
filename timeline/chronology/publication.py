"""When an article appeared, by what its loader was told and by what its own text proves. Never 'now', never a
point without proof."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline.core import algebra as a
from timeline.core import calendar
from timeline.core.article import Candidate, Publication, Trust
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Anchor, evaluate
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, unit_at
from timeline.core.text import Imprint

_APART: Final = 5
"""Characters between 'today' and the date beside it: ', on '."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of an article when its publication is asked for."""

    article: str
    text: str
    zone: str
    given: Interval | None
    expressions: tuple[Expression, ...]
    imprint: Imprint
    stated: tuple[Candidate, ...] = ()


def solve(page: Page) -> Publication:
    """The most trusted candidate, with those that lost; open where there is none."""
    candidates = list(_candidates(page))
    if not candidates:
        return Publication(Interval(UNKNOWN.start, UNKNOWN.end, G.UNKNOWN, page.zone))
    best, *lost = candidates
    return Publication(best.interval, best.trust, best.derivation, tuple(lost))


def _candidates(page: Page) -> Iterator[Candidate]:
    """In order of trust."""
    if page.given is not None:
        yield Candidate(page.given, Trust.GIVEN, (Step(Kind.ANCHOR, "given", page.given),))
    yield from (one for one in page.stated if one.trust is Trust.PAGE)
    for today, date in zip(page.expressions, page.expressions[1:], strict=False):
        if _apposed(page.text, today, date):
            yield from _proved(page, (today, date), date, Trust.TEXT)
        elif _apposed(page.text, date, today):
            yield from _proved(page, (today, date), today, Trust.TEXT)
    for span, trust in _lines(page.imprint):
        for date in page.expressions:
            if span[0] <= date.start and date.end <= span[1]:
                yield from _proved(page, (date,), date, trust)
    yield from (one for one in page.stated if one.trust is Trust.HINT)


def _lines(imprint: Imprint) -> Iterator[tuple[tuple[int, int], Trust]]:
    if imprint.dateline:
        yield imprint.dateline, Trust.DATELINE
    for line in imprint.bylines:
        yield line, Trust.BYLINE


def _apposed(text: str, today: Expression, date: Expression) -> bool:
    """'Earlier today, on November 5': the day of speaking and, before or after it, a date that names the same day."""
    between = text[min(today.end, date.end) : max(today.start, date.start)]
    same = _is_today(today.term) and isinstance(_inner(date.term), a.Date | a.Nearest)
    return same and len(between) <= _APART and "." not in between and "\n" not in between


def _is_today(term: a.Term) -> bool:
    return isinstance(found := _inner(term), a.This) and found.unit is G.DAY and isinstance(found.of, a.Now)


def _inner(term: a.Term) -> a.Term:
    return _inner(term.of) if isinstance(term, a.PartOf | a.Portion | a.Modified) else term


def _proved(page: Page, words: tuple[Expression, ...], date: Expression, trust: Trust) -> Iterator[Candidate]:
    """The day that a date names, its year from the date itself or from the copyright line; nothing where
    neither has one."""
    term = _inner(date.term)
    steps = [Step(Kind.EXPRESSION, e.rule, None, Evidence(e.start, e.end, e.text, page.article)) for e in words]
    if isinstance(term, a.Date) and term.day:
        interval = evaluate(term, Anchor(Interval(UNKNOWN.start, UNKNOWN.end, G.UNKNOWN, page.zone))).interval
    elif (
        isinstance(term, a.Nearest)
        and isinstance(term.pattern, a.DayOfYear)
        and page.imprint.year
        and page.imprint.year_at
    ):
        start, end = page.imprint.year_at
        steps.append(Step(Kind.EXPRESSION, "copyright", None, Evidence(start, end, page.text[start:end], page.article)))
        day = min(term.pattern.day, calendar.days_in_month(page.imprint.year, term.pattern.month))
        interval = unit_at(calendar.at(page.imprint.year, term.pattern.month, day), G.DAY, page.zone)
    else:
        return
    year, month, day, *_ = calendar.fields(interval.start)
    named = (f"year={year}", f"month={month}", f"day={day}", f"zone={page.zone}")
    steps.append(Step(Kind.RULE, f"publication_{trust}", interval, None, (*named, "operands=0")))
    yield Candidate(interval, trust, tuple(steps))
