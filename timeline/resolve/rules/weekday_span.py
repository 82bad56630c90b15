"""'from Tue to Thur', 'this week from Monday to Thursday': two weekdays of one stretch, cut short or not."""

from timeline.core import algebra as a
from timeline.core.granularity import Granularity as G
from timeline.resolve import direction, lexicon
from timeline.resolve.rule import Match, Piece, Rule


def read(match: Match) -> tuple[Piece, ...] | None:
    """The week, where it is named, stays an expression of its own."""
    first, last = (a.Weekday(lexicon.weekday(match[group])) for group in ("first", "last"))
    if not match["week"]:
        return Piece("first", "first", a.Nearest(first)), Piece("last", "last", a.Nearest(last))
    if last.day <= first.day:
        return None
    week = direction.unit(match["week"], G.WEEK)
    terms = week, a.In(first, week), a.In(last, week)
    return tuple(map(Piece, ("week", "first", "last"), ("unit", "first", "last"), terms))


_SPAN = "(from|between) <WEEKDAY:first> (to|and|until|till|through|thru) <WEEKDAY:last>"
RULE = Rule("weekday_span", (_SPAN, f"<WHICH:week> <WEEKWORD:unit>,? {_SPAN}"), read)
