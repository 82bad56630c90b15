"""Bounds on a publication from other articles that date the same events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from timeline.core import calendar
from timeline.core.article import Publication, Trust
from timeline.core.derivation import Derivation, Evidence, Kind, Step
from timeline.core.evaluate import Anchor, Tense, evaluate
from timeline.core.expression import Expression, Resolution
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, since, unit_at
from timeline.core.mention import Basis, Report

_DAYS: Final = 62
"""How many days after an event its report is looked for; an article that fits to the last of them has no upper
bound."""


def tighten(
    publication: Publication,
    groups: Iterable[Sequence[Report]],
    article: str,
    expressions: Mapping[int, Expression],
) -> Publication:
    """The publication, if it is open, bounded by the events that the article shares with others that date them.

    What it reports in the past had happened when it appeared; where it says 'this week', the event lies in the week of
    publication. Bounds that contradict what is known already are left out.
    """
    if publication.trust not in {Trust.NONE, Trust.OTHERS}:
        return publication
    interval, steps = publication.interval, list(publication.derivation)
    for group in groups:
        for report in group:
            if report.article != article or not (known := _dated_elsewhere(group, article)):
                continue
            allowed = _allowed(report, known.interval, expressions)
            narrower = allowed.intersect(interval)
            if not narrower.empty and narrower != interval:
                said = (f"article={known.article}", *_bounds(allowed), f"operands={0 if interval.unknown else 1}")
                interval = narrower
                steps += _because(report, known, narrower, said)
    if interval == publication.interval:
        return publication
    return replace(publication, interval=interval, trust=Trust.OTHERS, derivation=tuple(steps))


def _dated_elsewhere(group: Sequence[Report], article: str) -> Report | None:
    """The narrowest explicit report of the event in another article; none where they disagree."""
    dated = [r for r in group if r.article != article and r.basis is Basis.EXPLICIT and r.interval.bounded]
    if not dated or any(not r.interval.overlaps(dated[0].interval) for r in dated):
        return None
    return min(dated, key=lambda r: (r.interval.end - r.interval.start, r.article, r.mention.start))


def _allowed(report: Report, known: Interval, expressions: Mapping[int, Expression]) -> Interval:
    """The days on which an article can say this of an event with a known date."""
    own = [expressions[w.start] for w in report.mention.when if w.basis is Basis.EXPLICIT and w.start in expressions]
    past = report.mention.tense is not Tense.FUTURE
    first = calendar.floor(known.start, G.DAY) if past else calendar.add(known.start, -_DAYS, G.DAY)
    days = [unit_at(first + day * calendar.DAY, G.DAY, known.zone) for day in range(_DAYS + 1)]
    fits = [day for day in days if all(_agrees(e, day, known) for e in own)]
    if not fits:
        return since(replace(known, start=calendar.BEGINNING))
    last = calendar.END if fits[-1] == days[-1] and past else fits[-1].end
    return Interval(fits[0].start, last, G.INTERVAL, known.zone)


def _agrees(expression: Expression, publication: Interval, known: Interval) -> bool:
    resolved = evaluate(expression.term, Anchor(publication, None, expression.tense))
    return Resolution(expression, resolved.interval, ()).allowed.overlaps(known)


def _bounds(allowed: Interval) -> tuple[str, ...]:
    """What an interval is, as the arguments of a step."""
    return (f"start={allowed.start}", f"end={allowed.end}", f"unit={allowed.granularity}", f"zone={allowed.zone}")


def _because(report: Report, known: Report, gave: Interval, said: tuple[str, ...]) -> Derivation:
    words = Evidence(report.mention.start, report.mention.end, report.mention.text, report.article)
    other = Evidence(known.mention.start, known.mention.end, known.mention.text, known.article)
    return (
        Step(Kind.EXPRESSION, "reported", None, words),
        Step(Kind.CONSTRAINT, "dated_by_another_article", gave, other, said),
    )
