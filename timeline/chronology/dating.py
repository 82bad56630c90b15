"""The interval of a report: its expressions, then what tense and publication allow."""

from collections.abc import Iterable
from typing import Final

from timeline.chronology import remembered
from timeline.core import calendar
from timeline.core.article import Publication
from timeline.core.derivation import Derivation, Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.expression import Resolution
from timeline.core.granularity import Granularity as G
from timeline.core.interval import UNKNOWN, Interval, since, until, whole_days
from timeline.core.mention import YEARS_AFTER, Basis, Mention, Report, When

_WEEK: Final = 7 * calendar.DAY
_NEAR: Final = frozenset({"sentence", "sentence before"})
"""The sieves that look outside of the clause."""
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
    limit = _limit(mention, publication)
    interval, basis, steps = _worded(mention, resolutions, limit, publication.interval)
    if limit and (narrower := _narrowed(interval, limit)) != interval:
        where = Evidence(mention.start, mention.end, mention.text, article)
        rule = "not_before_publication" if mention.tense is Tense.FUTURE else "not_after_publication"
        known = (f"operands={1 if interval.unknown else 2}",)
        steps += (*publication.derivation, Step(Kind.CONSTRAINT, rule, narrower, where, known))
        interval = narrower
    return Report(article, source, mention, interval, basis, steps)


def _worded(
    mention: Mention, resolutions: dict[int, Resolution], limit: Interval | None, published: Interval
) -> tuple[Interval, Basis, Derivation]:
    """The interval that the expressions of a mention leave, what it rests on, and the steps to it."""
    interval, basis = Interval(UNKNOWN.start, UNKNOWN.end, G.UNKNOWN, published.zone), Basis.BOUND
    steps: list[Step] = []
    for when in sorted(mention.when, key=lambda w: _RANK[w.basis]):
        found = _found(when, mention, resolutions, published)
        if found is None or not _believed(when, found.allowed, mention, limit, dated=basis is not Basis.BOUND):
            continue
        last = resolutions.get(found.expression.until) if found.expression.until is not None else None
        narrower = _narrowed(interval, found.allowed.hull(last.allowed) if last else found.allowed)
        if narrower != interval:
            steps += _steps(found, last)
            if not interval.unknown:
                steps.append(Step(Kind.CONSTRAINT, "narrowed", narrower, None, ("operands=2",)))
            dates = mention.told or not _coarse(found.allowed)
            interval, basis = narrower, min(basis, when.basis, key=_RANK.__getitem__) if dates else basis
    return interval, basis, tuple(steps)


def _found(when: When, mention: Mention, resolutions: dict[int, Resolution], published: Interval) -> Resolution | None:
    """What an expression says of the time of a mention."""
    if when.sieve in remembered.SIEVES:
        return remembered.resolved(mention, resolutions, published) if when.sieve == YEARS_AFTER else None
    return resolutions.get(when.start)


def _narrowed(interval: Interval, by: Interval) -> Interval:
    """What both allow, or the interval as it was where they exclude each other."""
    narrower = by if interval.unknown else interval.intersect(by)
    return interval if narrower.empty else narrower


def _believed(when: When, allowed: Interval, mention: Mention, limit: Interval | None, *, dated: bool) -> bool:
    """Whether an expression says something of the time of a mention; dated is whether a surer one has given it a day.

    One near by says nothing where the article was published too early for it, nor where it is coarse and stands in
    another clause: a year in the sentence mostly belongs to another act. What is named in passing has one time, that
    which stands nearest.
    """
    if when.basis is not Basis.INFERRED:
        return True
    if (limit and limit.intersect(allowed).empty) or (dated and not mention.told):
        return False
    return when.sieve not in _NEAR or not _coarse(allowed)


def _coarse(interval: Interval) -> bool:
    """Too long to be the day of what is named in passing, also in its own clause: a span in which it lies."""
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
