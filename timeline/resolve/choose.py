"""Choosing: which of the matches in a run are believed."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from timeline.resolve.find import Candidate, Finder, Hits
from timeline.resolve.registry import doubts_about
from timeline.resolve.scan import Scan

_FREE: Final = b"\0"
_TAKEN: Final = b"\1"


def choose(finder: Finder, scan: Scan, first: int, last: int, hits: Hits, *, why_not: bool) -> list[Candidate]:
    """Of the matches in the run from first to last the longest, a rejection before a rule, the leftmost of equals.

    What is doubted comes last: it is reported only where nothing else was read, and shorter readings may still win;
    where nobody asks why_not, it is left out.
    """
    chosen: list[Candidate] = []
    doubted: list[Candidate] = []
    taken = bytearray(last - first)
    for one in _longest_first(finder, scan, first, hits, taken):
        start, end = one.start - first, one.end - first
        if taken.find(_TAKEN, start, end) >= 0:
            continue
        reason = doubt(scan, one)
        if reason is None:
            chosen.append(one)
            taken[start:end] = _TAKEN * (end - start)
        elif why_not:
            doubted.append(Candidate(one.start, one.end, reason, None, one.at))
    for one in doubted:
        start, end = one.start - first, one.end - first
        if taken.find(_TAKEN, start, end) < 0:
            chosen.append(one)
            taken[start:end] = _TAKEN * (end - start)
    return sorted(chosen, key=attrgetter("start"))


def _longest_first(finder: Finder, scan: Scan, first: int, hits: Hits, taken: bytearray) -> Iterator[Candidate]:
    """What the matches mean; those are not read of which longer ones have taken every token."""
    for length, places in hits:
        free = (place for place in places if taken.find(_FREE, place[0], place[0] + length) >= 0)
        read = (finder.read(scan, first + start, length, which) for start, which in free)
        yield from sorted((one for one in read if one), key=_order)


def _order(one: Candidate) -> int:
    """The widest first, a rejection before a rule; equals stay as they are, by where they begin and by name."""
    return 2 * (one.start - one.end) + (one.read is not None)


def doubt(scan: Scan, one: Candidate) -> str | None:
    """Why what a rule has read is not believed where it stands."""
    if one.read is None:
        return None
    for known in doubts_about(one.rule):
        if known.doubts(scan, one.start, one.end):
            return known.name
    return None
