"""'All the best for the weekend :)': posts speak of the nearest season, month or weekend, and of their day's night."""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.core.evaluate import Tense
from timeline.core.granularity import Granularity as G
from timeline.resolve.found import Found
from timeline.resolve.posts import is_post
from timeline.resolve.scan import Scan
from timeline.resolve.terms import open_choice, substituted

_MIDNIGHT: Final = 24
"""'Midnight' in a post is that in which its day began (4 of 4 tweets); in news it is the end of the day."""
_LONG: Final = (a.MonthOfYear, a.SeasonOfYear, a.Weekend)


def near(scan: Scan, found: list[Found]) -> list[Found]:
    """In a post, each of these whose clause tells no tense: posts announce as often as they look back, unlike news."""
    return [_nearest(one) for one in found] if is_post(scan.text) else found


def _nearest(one: Found) -> Found:
    if one.rule == "part_bare" and isinstance(one.term, a.Every) and one.term.part:
        return replace(one, term=a.PartOf(one.term.part, a.This(G.DAY)))
    if isinstance(one.term, a.Clock) and one.term.hour == _MIDNIGHT and one.term.of == a.This(G.DAY):
        return replace(one, term=replace(one.term, hour=0))
    choice = open_choice(one.term)
    if choice is None or one.tense is not Tense.UNKNOWN or not isinstance(choice.pattern, _LONG):
        return one
    nearest = a.Nearest(choice.pattern, a.Toward.NEAREST, choice.of)
    return replace(one, term=substituted(one.term, choice, nearest))
