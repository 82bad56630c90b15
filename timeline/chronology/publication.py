"""When an article appeared, by what its loader was told and by what its own text proves. Never 'now', never a
point without proof."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.chronology import clock, today
from timeline.chronology.clock import Stamp, Today
from timeline.chronology.doubts import of_future
from timeline.chronology.today import Named
from timeline.core import algebra as a
from timeline.core import calendar
from timeline.core.article import Candidate, Doubt, Publication, Trust, ZoneFrom
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Anchor, evaluate
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, unit_at
from timeline.core.text import Imprint


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
    zoned: bool = False
    """Whether what was given names its zone, so that it is a known instant on any clock."""
    zone_from: ZoneFrom = ZoneFrom.COLLECTION
    corrected: Candidate | None = None
    """What a person said in place of all that was loaded."""

    @property
    def clock(self) -> str:
        """Whose the zone is, as an argument of a step."""
        return f"clock={self.zone_from}"


def solve(page: Page) -> Publication:
    """The most trusted candidate, with those that lost and what makes it doubtful; open where there is none."""
    said = tuple(today.named(page.text, page.expressions))
    candidates = list(_candidates(page, said))
    ahead = tuple(one for one in candidates if one.future)
    possible = [one for one in candidates if not one.future]
    doubts = of_future(one for one in ahead if page.corrected is None and (one.trust is Trust.PAGE or not possible))
    if not possible:
        return Publication(Interval(UNKNOWN.start, UNKNOWN.end, G.UNKNOWN, page.zone), lost=ahead, doubts=doubts)
    best, *lost = possible
    best, more = _checked(page, best, said)
    return Publication(best.interval, best.trust, best.derivation, (*lost, *ahead), (*more, *doubts))


def _candidates(page: Page, said: Sequence[Named]) -> Iterator[Candidate]:
    """In order of trust."""
    if page.corrected is not None:
        yield page.corrected
    if page.given is not None:
        given = Step(Kind.ANCHOR, "given", page.given, None, (page.clock,))
        yield Candidate(page.given, Trust.GIVEN, (given,), page.zoned)
    yield from (one for one in page.stated if one.trust is Trust.PAGE)
    for one in said:
        yield from _proved(page, one.words, one.date, Trust.TEXT)
    for span, trust in _lines(page.imprint):
        for date in page.expressions:
            if span[0] <= date.start and date.end <= span[1]:
                yield from _proved(page, (date,), date, trust)
    yield from (one for one in page.stated if one.trust is Trust.HINT)


def _checked(page: Page, best: Candidate, said: Sequence[Named]) -> tuple[Candidate, tuple[Doubt, ...]]:
    """The best candidate, its clock checked by what the text calls today; datelines may be of the day before."""
    if best.trust not in {Trust.GIVEN, Trust.PAGE}:
        return best, ()
    days = [(one, _day(one.date, best.interval)) for one in said]
    named = [Today(day, _words(page, *one.span)) for one, day in days if day]
    return clock.check(Stamp(best, best.zoned, page.zone_from), named)


def _day(date: Expression, near: Interval) -> Interval | None:
    """The day that a date names, in the year nearest to a publication where it names none."""
    term = today.inner(date.term)
    if isinstance(term, a.Nearest) and isinstance(term.pattern, a.DayOfYear):
        term = a.Nearest(term.pattern, a.Toward.NEAREST)
    elif not isinstance(term, a.Date):
        return None
    found = evaluate(term, Anchor(near)).interval
    return found if found.granularity is G.DAY else None


def _words(page: Page, start: int, end: int) -> Evidence:
    return Evidence(start, end, page.text[start:end], page.article)


def _lines(imprint: Imprint) -> Iterator[tuple[tuple[int, int], Trust]]:
    if imprint.dateline:
        yield imprint.dateline, Trust.DATELINE
    for line in imprint.bylines:
        yield line, Trust.BYLINE


def _proved(page: Page, words: tuple[Expression, ...], date: Expression, trust: Trust) -> Iterator[Candidate]:
    """The day that a date names, its year from the date itself or from the copyright line; nothing where
    neither has one."""
    term = today.inner(date.term)
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
        steps.append(Step(Kind.EXPRESSION, "copyright", None, _words(page, start, end)))
        day = min(term.pattern.day, calendar.days_in_month(page.imprint.year, term.pattern.month))
        interval = unit_at(calendar.at(page.imprint.year, term.pattern.month, day), G.DAY, page.zone)
    else:
        return
    year, month, day, *_ = calendar.fields(interval.start)
    named = (f"year={year}", f"month={month}", f"day={day}", f"zone={page.zone}")
    steps.append(Step(Kind.RULE, f"publication_{trust}", interval, None, (*named, page.clock, "operands=0")))
    yield Candidate(interval, trust, tuple(steps))
