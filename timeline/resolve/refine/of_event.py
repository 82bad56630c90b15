"""'the day after the vote', in a history 'ten days after the siege began': counted from an event that no date names.

The anchor stays open: whoever knows when the event was can close it. News marks only the length of 'a week after the
siege' (4 of 6 with a number in TimeBank and AQUAINT), histories the date, with the words that name the event (8 of 8 in
WikiWars; even documents).
"""

from dataclasses import replace
from typing import Final

from timeline.core import algebra as a
from timeline.resolve.found import Found
from timeline.resolve.refine.narrative import is_narrative
from timeline.resolve.refine.offsets import counted
from timeline.resolve.refine.phrases import phrase_end
from timeline.resolve.rules import day_beside, day_nth
from timeline.resolve.scan import Scan

_SIGNS: Final = {"before": -1, "after": 1, "following": 1}
_BESIDE: Final = 2
"""Tokens from the end of a length to that of the preposition after it."""


def of_event(scan: Scan, found: list[Found]) -> list[Found]:
    """Each length that is counted from an event as a date whose anchor is open."""
    history = is_narrative(found)
    limits = (one.start for one in (*found[1:], Found(len(scan.words), len(scan.words), "", a.Now())))
    return [
        _of_event(scan, one, limit if history else 0) if _told(one, history) else one
        for one, limit in zip(found, limits, strict=False)
    ]


def _told(one: Found, history: bool) -> bool:
    return one.rule in {day_beside.NAME, day_nth.NAME} or (history and one.rule == "duration")


def _of_event(scan: Scan, one: Found, limit: int) -> Found:
    if one.rule == day_nth.NAME:
        end = phrase_end(scan, one.start, one.end + _BESIDE, limit) if scan.after(one.end) == "of" else one.end
        return replace(one, end=end) if end > one.end + _BESIDE else one
    mod, length = (one.term.mod, one.term.of) if isinstance(one.term, a.Modified) else (None, one.term)
    sign, amount = _SIGNS.get(scan.after(one.end)), counted(scan, replace(one, term=length))
    if sign is None or amount is None or not scan.after(one.end + _BESIDE).isalnum():
        return one
    term: a.Term = a.Shift(sign * (amount.count or 0), amount.unit, a.Mentioned())
    end = phrase_end(scan, one.start, one.end + _BESIDE, limit) if limit else one.end
    return replace(one, end=end, term=a.Modified(mod, term) if mod else term)
