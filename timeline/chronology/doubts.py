"""Reasons to doubt a publication date that was found: dates in the future, and events that come after it."""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import islice, pairwise
from typing import Final

from timeline.chronology import today
from timeline.core import algebra as a
from timeline.core import calendar
from timeline.core.article import Candidate, Doubt, DoubtKind, Publication
from timeline.core.derivation import Evidence, Kind, Step
from timeline.core.evaluate import Tense
from timeline.core.expression import Expression
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval, unit_at, whole_days
from timeline.core.mention import Basis, Mention, Status

_EASTMOST: Final = 14 * calendar.HOUR
"""How far the first clocks of the world are ahead of UTC."""
_BESIDE: Final = 5
"""Characters between a clock time and its date: ' on ', ' at '."""
_WORDS: Final[dict[str, list[str]]] = tomllib.loads(files(__package__).joinpath("doubts.toml").read_text("utf-8"))
_PAGES: Final = frozenset(_WORDS["pages"])
_PUBLISHING: Final = frozenset(_WORDS["publishing"])
_PLACING: Final = frozenset(_WORDS["placing"])
_LINKING: Final = frozenset(_WORDS["linking"])


def of_future(candidates: Iterable[Candidate]) -> tuple[Doubt, ...]:
    """One for each candidate, which lay in the future."""
    return tuple(Doubt(DoubtKind.FUTURE, one.derivation[0]) for one in candidates)


def before_its_events(
    publication: Publication, mentions: Iterable[Mention], expressions: Sequence[Expression], article: str
) -> tuple[Doubt, ...]:
    """That an article tells as past what lies after its publication, by the first sentence that does.

    Only days count that the text names with their year: all others are reckoned from the publication itself.
    """
    if math.isinf(publication.interval.end):
        return ()
    later = _later(expressions, _latest(publication.interval), publication.interval.zone)
    if not later:
        return ()
    told = ((mention, later[at]) for mention in mentions if _happened(mention) for at in _dated(mention, later))
    return tuple(_doubt(mention, day, article) for mention, day in islice(told, 1))


def _latest(published: Interval) -> float:
    """The end of the last day that it was anywhere when an article appeared."""
    if not published.granularity.within_day:
        return whole_days(published).end
    return calendar.ceiling(calendar.in_zone(published.last, published.zone, "UTC") + _EASTMOST, G.DAY)


def _later(expressions: Sequence[Expression], limit: float, zone: str) -> dict[int, Interval]:
    """The days after a limit that a text names with their year, by where the words begin; no ranges, no limits, and
    none with a clock time beside it: mostly readers' comments bear such a stamp."""
    found = {one.start: unit_at(at, G.DAY, zone) for one in expressions if (at := _named(one)) and at >= limit}
    if found:
        for first, second in pairwise(expressions):
            if second.start - first.end <= _BESIDE and (_clock(first) or _clock(second)):
                found.pop(first.start, None)
                found.pop(second.start, None)
    return found


def _named(one: Expression) -> int | None:
    """Where the day begins that words name with its year."""
    term = today.inner(one.term)
    if not isinstance(term, a.Date) or one.signal is not None or one.until is not None:
        return None
    return calendar.at(term.year, term.month, term.day) if term.month and term.day else None


def _clock(one: Expression) -> bool:
    return isinstance(one.term, a.Clock)


def _happened(mention: Mention) -> bool:
    """Whether it is told as having occurred, by the article and not by a note about the article."""
    past = mention.status is Status.OCCURRED and mention.tense is Tense.PAST
    own = mention.actor in _PAGES or (not mention.actor and mention.act in _PUBLISHING)
    return past and mention.told and not mention.nominal and not own


def _dated(mention: Mention, days: Mapping[int, Interval]) -> Iterator[int]:
    explicit = (when.start for when in mention.when if when.basis is Basis.EXPLICIT)
    return (at for at in explicit if at in days and _placed(mention, at))


def _placed(mention: Mention, at: int) -> bool:
    """Whether the words that begin there place the act itself: 'closed it on 12 May 2025'. Not 'set a trial for 12 May
    2025', nor 'told of a fair on 12 May 2025'."""
    before = mention.text[: max(at - mention.start, 0)].lower().split()
    between = mention.text[max(mention.at - mention.start, 0) : max(at - mention.start, 0)].lower().split()
    return (not before or before[-1] in _PLACING) and _LINKING.isdisjoint(between)


def _doubt(mention: Mention, day: Interval, article: str) -> Doubt:
    words = Evidence(mention.start, mention.end, mention.text, article)
    return Doubt(DoubtKind.BEFORE_ITS_EVENTS, Step(Kind.CONSTRAINT, "before_its_events", day, words))
