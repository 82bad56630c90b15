"""The interval of a report: its expressions, then what tense and publication allow."""

from collections.abc import Iterable
from typing import Final

from timeline.core import calendar
from timeline.core.article import Publication
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.expression import Resolution
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, until, whole_days
from timeline.core.mention import Basis, Mention, Report

_WEEK: Final = 7 * calendar.DAY
_RANK: Final = {basis: rank for rank, basis in enumerate(Basis)}


def report(
    article: str,
    source: str,
    mention: Mention,
    resolutions: dict[int, Resolution],
    publication: Publication,
) -> Report:
    """The mention with the interval in which its event lies; open where nothing limits it.

    resolutions are the article's, by the start of their expression. Each piece of evidence narrows the interval and
    leaves its steps; evidence that contradicts what is surer is left out.
    """
    interval = Interval(UNKNOWN.start, UNKNOWN.end, G.UNKNOWN, publication.interval.zone)
    basis = Basis.BOUND
    steps: list[Step] = []
    for when in sorted(mention.when, key=lambda w: (_RANK[w.basis], w.start)):
        found = resolutions.get(when.start)
        if found is None or (not mention.told and _coarse(found.allowed)):
            continue
        last = resolutions.get(found.expression.until) if found.expression.until is not None else None
        narrower = _narrowed(interval, found.allowed.hull(last.allowed) if last else found.allowed)
        if narrower != interval:
            steps += _steps(found, last)
            if not interval.unknown:
                steps.append(Step(Kind.CONSTRAINT, "narrowed", narrower, None, ("operands=2",)))
            interval, basis = narrower, min(basis, when.basis, key=lambda b: _RANK[b])
    limit = _limit(mention, publication)
    if limit and (narrower := _narrowed(interval, limit)) != interval:
        where = Evidence(mention.start, mention.end, mention.text, article)
        steps += publication.derivation
        steps.append(
            Step(
                Kind.CONSTRAINT,
                "not_before_publication" if mention.tense is Tense.FUTURE else "not_after_publication",
                narrower,
                where,
                (f"operands={1 if interval.unknown else 2}",),
            )
        )
        interval = narrower
    return Report(article, source, mention, interval, basis, tuple(steps))


def _narrowed(interval: Interval, by: Interval) -> Interval:
    """What both allow, or the interval as it was where they exclude each other."""
    narrower = by if interval.unknown else interval.intersect(by)
    return interval if narrower.empty else narrower


def _coarse(interval: Interval) -> bool:
    """Too long to date what is named in passing: a year in its sentence mostly belongs to another act."""
    return interval.end - interval.start > _WEEK


def _steps(found: Resolution, last: Resolution | None) -> Iterable[Step]:
    """How an expression, or a range of two, came to what it allows."""
    yield from _signalled(found)
    if last:
        yield from _signalled(last)
        yield Step(Kind.RULE, "range", found.allowed.hull(last.allowed), None, ("operands=2",))


def _signalled(found: Resolution) -> Iterable[Step]:
    yield from found.derivation
    if found.expression.signal:
        yield Step(Kind.RULE, f"signal_{found.expression.signal}", found.allowed)


def _limit(mention: Mention, publication: Publication) -> Interval | None:
    """What is told in the past was done by the day when it was told; what is planned was not done before."""
    if publication.interval.unknown:
        return None
    day = whole_days(publication.interval)
    return since(day) if mention.tense is Tense.FUTURE else until(day)
