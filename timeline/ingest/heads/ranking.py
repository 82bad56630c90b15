"""Which candidate comes first, and the sentence that says why."""

from dataclasses import replace
from typing import Final

from timeline.core import calendar, edtf
from timeline.core.granularity import Granularity as G
from timeline.core.interval import Interval
from timeline.ingest.heads.found import Found
from timeline.ingest.heads.lexicon import ZEROS
from timeline.ingest.heads.stated import Rank

_APART: Final = 2 * calendar.DAY
_FIRST_YEAR: Final = 1605
"""When the first newspaper appeared."""
_LAST_YEAR: Final = 2100
_MOST: Final = 24
"""Candidates that are kept: what comes after has never been the best."""

_REASONS: Final = {
    Rank.ARTICLE: "what a publisher states of the article itself comes first",
    Rank.DECLARED: "a name that only publication dates have comes next to what is stated of the article itself",
    Rank.MARKED: "markup in the text is read after the page's head",
    Rank.FEED: "a feed repeats what the page's own head says, so it comes after that",
    Rank.TIME: "it is shown at the head of the article, but not named a publication date for machines",
    Rank.PRINTED: "it is printed in words, which are read and not stated",
    Rank.PAGE: "it is stated of the page, which may be older or newer than its article",
    Rank.ADDRESS: "addresses keep the day on which a page was made, without a time of day",
    Rank.VAGUE: "the name does not say which date it is, and some systems put today's there",
    Rank.CREATED: "an article is made before it is published",
    Rank.MONTH: "addresses with a month give no day",
    Rank.MODIFIED: "it is when the page was changed, so the publication may be earlier",
    Rank.SERVED: "it is only an upper bound: no page is published after it was sent",
}


def ranked(found: list[Found], limit: float) -> tuple[Found, ...]:
    """In order of rank, what lies in the future last; the first gives way to one that says the same more precisely."""
    found = [one for one in found if _plausible(one)]
    dated = [replace(one, future=one.interval.start > limit) for one in found if one.rank is not Rank.SERVED]
    dated += [one for one in found if one.rank is Rank.SERVED]
    placed = [_placed(one, place) for place, one in enumerate(dict.fromkeys(dated))]
    rows = sorted(placed, key=lambda one: (one.future, one.rank, one.place))[:_MOST]
    if not rows:
        return ()
    best = min((one for one in rows if _same(one, rows[0])), key=lambda one: _length(one.interval))
    best = best if _length(best.interval) < _length(rows[0].interval) else rows[0]
    rest = [one for one in rows if one is not best]
    return tuple(_explained(one, best, rest) for one in (best, *rest))


def _placed(one: Found, place: int) -> Found:
    return one if one.place is not None else replace(one, place=place)


def _same(one: Found, best: Found) -> bool:
    """Whether a statement of the publication lies in what the best says."""
    return one is best or (one.rank.publication and not one.future and one.interval.within(best.interval))


def _length(interval: Interval) -> float:
    return interval.end - interval.start


def _explained(one: Found, best: Found, rest: list[Found]) -> Found:
    """A candidate with the sentence that says why it ranks where it does."""
    because = f"{one.subject}: {_REASONS[one.rank]}."
    if one is best and rest and rest[0].rank < best.rank and not rest[0].future:
        because = f"{one.subject}, within what ranks before it and more precisely."
    others = rest if one is best else [best]
    against = [other for other in others if _contradict(one, other)]
    if one.future:
        because += " It lies in the future, so it comes last."
    if against:
        because += f" It contradicts another by more than two days: {against[0].subject}."
    return replace(one, because=because, contradicted=bool(against))


def _contradict(one: Found, other: Found) -> bool:
    """Whether two statements of the publication are more than two days apart."""
    if not (one.rank.publication and other.rank.publication):
        return False
    return max(one.interval.start, other.interval.start) - min(one.interval.end, other.interval.end) > _APART


def _plausible(found: Found) -> bool:
    """Not the zero of some clock, no year of no newspaper, and no year alone where the name is vague."""
    at = found.interval
    if at.granularity in {G.YEAR, G.DECADE, G.CENTURY} and found.rank > Rank.DECLARED:
        return False
    if found.rank is Rank.SERVED:
        return True
    if not calendar.at(_FIRST_YEAR) <= at.start < calendar.at(_LAST_YEAR):
        return False
    return at.bounded and edtf.write(at)[:10] not in ZEROS
